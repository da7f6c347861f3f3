#pragma once

#include <string>
#include <vector>

#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/time.pb.h"
#include "sync/ctl/connection.h"
#include "sync/ctl/console.h"
#include "sync/ctl/report_commands.h"
#include "sync/ctl/rule_switches.h"

// The commands by which an operator runs a district. Each gives its exit code.
namespace doorstep::ctl {

// What is to be changed of a district's local rules; all else stays as it is.
struct RulesOptions {
  std::string district;                       // code; empty: the caller's district
  v1::Date go_live_on;                        // unset: as it is; needed the first time
  std::vector<v1::ElderKind> priority_kinds;  // empty: as they are; the first time the eight of the shipped rules
  v1::Date from_on;                           // the day from which kinds and switches hold; the first time unset
  std::vector<SwitchValue> switches;
  std::vector<v1::Date> holidays;       // days that are holidays here, beside the national ones
  std::vector<v1::Date> working_days;   // days that are worked here
  std::vector<v1::Date> ordinary_days;  // days that are neither any more
};
// Reads the rules, changes them, sets them.
int rulesCommand(const Console& console, const ConnectionOptions& connection, const RulesOptions& options);

struct RulesShown {
  std::string district;  // code; empty: the caller's district
  v1::Date on;           // the day whose rules are marked; unset: today
  bool json = false;
};
int rulesShowCommand(const Console& console, const ConnectionOptions& connection, const RulesShown& options);

struct EnrolOptions {
  std::string staff_number;
  absl::Duration valid = absl::Hours(24);
  bool json = false;
};
int enrolCommand(const Console& console, const ConnectionOptions& connection, const EnrolOptions& options);

// kExitDifferences when a kept figure differs from its recomputation.
int recountCommand(const Console& console, const ConnectionOptions& connection, bool json);

struct EscrowOptions {
  std::string key_file;   // the organisation's escrow.key: 32 bytes
  std::string text_file;  // the text the tablet shows; empty: standard input
};
// Prints the recovery text to be typed into the tablet. Asks no service.
int escrowCommand(const Console& console, const EscrowOptions& options);

// For other commands.
absl::StatusOr<v1::IssueCodeReply> issueCode(Connection& connection, const std::string& staff_number,
                                             absl::Duration valid);
absl::StatusOr<v1::RecountReply> recount(Connection& connection);
absl::Status setRules(Connection& connection, const RulesOptions& options);

}  // namespace doorstep::ctl
