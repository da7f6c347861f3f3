#pragma once

#include "doorstep/v1/change.pb.h"

namespace doorstep::replication {

// Of a change that was put aside and then let go or replaced by its correction: nobody is to decide anything about it
// any more. The problem that says so names the decision. Pure; any thread.
bool isClosed(const v1::Receipt& receipt);

}  // namespace doorstep::replication
