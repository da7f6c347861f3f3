#pragma once

#include <string>
#include <vector>

#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/time.pb.h"
#include "sync/ctl/connection.h"
#include "sync/ctl/console.h"
#include "sync/ctl/report_commands.h"

// The commands by which an operator runs a district. Each gives its exit code.
namespace doorstep::ctl {

struct RulesOptions {
  std::string district;
  v1::Date go_live_on;
  std::vector<v1::ElderKind> priority_kinds;  // empty: the eight of the shipped rules
};
// Sets all local rules of a district: the shipped ones with these kinds, from the first day on.
int rulesCommand(const Console& console, const ConnectionOptions& connection, const RulesOptions& options);

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
