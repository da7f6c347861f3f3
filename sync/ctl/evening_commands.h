#pragma once

#include <string>

#include "doorstep/v1/evening.pb.h"
#include "sync/ctl/connection.h"
#include "sync/ctl/console.h"
#include "sync/ctl/report_commands.h"

// What a district's day ends with. Each gives its exit code.
namespace doorstep::ctl {

struct EndOfDayOptions {
  v1::Date on;  // unset: today
  bool json = false;
};
// kExitDone when the day reconciles, kExitDifferences when it does not.
int endOfDayCommand(const Console& console, const ConnectionOptions& connection, const EndOfDayOptions& options);

struct ExportOptions {
  v1::ExportKind kind = v1::EXPORT_KIND_VISITS;
  std::string area;       // code; empty: the caller's district
  v1::Month from_month;   // unset: the running month
  v1::Month until_month;  // inclusive; unset: from_month
  bool json = false;      // else CSV
  std::string file;       // stands there only once it is whole
};
int exportCommand(const Console& console, const ConnectionOptions& connection, const ExportOptions& options);

// The end of a day itself, for other commands.
absl::StatusOr<v1::EndOfDay> getEndOfDay(Connection& connection, const v1::Date& on);

}  // namespace doorstep::ctl
