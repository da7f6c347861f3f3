#pragma once

#include <string>
#include <vector>

#include "sync/ctl/connection.h"
#include "sync/ctl/console.h"

namespace doorstep::ctl {

// What is decided about changes that were put aside: by the beginnings of their numbers as the list shows them, or
// all that one device has sent.
struct QuarantineDecision {
  std::vector<std::string> changes;
  std::string replica;  // the beginning of its number; empty: those above
  bool accept = false;  // otherwise they are let go
  std::string reason;   // needed to let go
};

// One line a change. kExitSomeRefused when one of them still has a problem.
int decideQuarantineCommand(const Console& console, const ConnectionOptions& connection,
                            const QuarantineDecision& decision);

}  // namespace doorstep::ctl
