#pragma once

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "sync/service/journal.h"

namespace doorstep::service {

// How a service is run. Flags stand above the file, the file above what is usual.
struct Config {
  std::string data_dir = "doorstepd-data";
  std::string listen = "127.0.0.1:7443";
  std::string enrol_listen = "127.0.0.1:7444";
  Journal::Level log_level = Journal::Level::kInfo;
  std::string log_file;          // empty: standard error
  std::optional<absl::Time> at;  // the clock starts here instead of now: for demonstrations
};

// Sets what the file names. INVALID_ARGUMENT with "<line>: <what>" for a key or a value that is none,
// NOT_FOUND when it cannot be read.
absl::Status readConfigFile(const std::string& path, Config& config);

absl::StatusOr<Journal::Level> logLevel(const std::string& text);  // debug, info, warning, error
absl::StatusOr<absl::Time> startTime(const std::string& text);     // 2026-11-20T09:00+08:00, seconds may follow

}  // namespace doorstep::service
