#pragma once

#include <string>

#include "absl/status/status.h"

namespace doorstep::service {

// What kept a service from starting.
enum class StartStep {
  kFlags,
  kConfigFile,
  kDataFolder,
  kAlreadyRunning,
  kLedgerKey,
  kLedger,
  kIdentity,
  kNotes,
  kListen
};

struct StartFailure {
  StartStep step;
  absl::Status status;
  std::string place;  // the path or address it is about
};

// For the person in front of it, in Chinese and English: what happened, what is safe, what to do.
std::string startFailureText(const StartFailure& failure);

}  // namespace doorstep::service
