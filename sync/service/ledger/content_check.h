#pragma once

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"

namespace doorstep::service {

// How the contents beside a ledger stand to the records that name them.
struct ContentReport {
  std::uint64_t named = 0;     // different ones
  std::uint64_t complete = 0;  // and what their hash says
  std::uint64_t damaged = 0;   // set aside now, so that a tablet that has it is asked for it again
  std::uint64_t missing() const { return named - complete; }
};

// Reads every content of a stopped service's data folder to its end; what `doorstepctl restore` tells. The folder
// is not locked by anybody. Errors as of EmbeddedLedger::open().
absl::StatusOr<ContentReport> checkContents(const std::string& data_folder);

}  // namespace doorstep::service
