#pragma once

#include <string>

#include "doorstep/v1/change.pb.h"
#include "sync/ctl/connection.h"
#include "sync/ctl/console.h"
#include "sync/ctl/report_commands.h"

// What people decided at a desk about two values of one field, and about two files of one person. `number` is the
// beginning of the number that the list shows. Each gives its exit code.
namespace doorstep::ctl {

struct ConflictDecision {
  std::string number;
  bool keep = false;        // what stands is right, or
  bool take_other = false;  // the other value takes its place
};
// kExitDifferences when somebody decided otherwise before, or a newer value stands.
int settleConflictCommand(const Console& console, const ConnectionOptions& connection,
                          const ConflictDecision& decision);

struct DuplicatesShown {
  bool settled = false;  // those that were decided, too
  Output output = Output::kTable;
};
int duplicatesCommand(const Console& console, const ConnectionOptions& connection, const DuplicatesShown& options);

enum class DuplicateDeed { kMerge, kSeparate, kUndo };
int settleDuplicateCommand(const Console& console, const ConnectionOptions& connection, const std::string& number,
                           DuplicateDeed deed);

}  // namespace doorstep::ctl
