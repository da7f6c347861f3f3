#pragma once

#include <string>

#include "doorstep/v1/time.pb.h"
#include "sync/ctl/connection.h"
#include "sync/ctl/console.h"

// The commands that only read: figures and lists. Each gives its exit code.
namespace doorstep::ctl {

enum class Output { kTable, kJson, kCsv };

struct CoverageOptions {
  std::string area;  // code; empty: the caller's district
  v1::Month month;   // unset: the running month
  Output output = Output::kTable;
};

int coverageCommand(const Console& console, const ConnectionOptions& connection, const CoverageOptions& options);
int missedCommand(const Console& console, const ConnectionOptions& connection, const CoverageOptions& options);
int devicesCommand(const Console& console, const ConnectionOptions& connection, Output output);
int conflictsCommand(const Console& console, const ConnectionOptions& connection, Output output);
int quarantinedCommand(const Console& console, const ConnectionOptions& connection, Output output);

// The coverage itself, for other commands. `area` empty: the caller's district.
absl::StatusOr<v1::GetCoverageReply> getCoverage(Connection& connection, const std::string& area,
                                                 const v1::Month& month);

}  // namespace doorstep::ctl
