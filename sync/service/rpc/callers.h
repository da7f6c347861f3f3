#pragma once

#include <string_view>

#include "absl/status/status.h"
#include "sync/service/caller.h"

namespace doorstep::service {

// Who may call what (architecture decision 15): one table over all methods of the sync listener. A method
// that is not in it is refused to everybody. Which records a call then reaches is decided by the
// rights table (rights.h) and, for administration, by the caller's own district.
// PERMISSION_DENIED says for whom the method is.
absl::Status checkCaller(const Caller& caller, std::string_view method);

}  // namespace doorstep::service
