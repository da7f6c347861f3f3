#pragma once

#include <string>

#include "absl/status/status.h"
#include "app/shell/tablet.h"

namespace doorstep::shell {

// Asks the service for its day and writes the protocol as PDF. Blocks. Errors: those of the question, and of
// reports::writeProtocol.
absl::Status writeProtocolOfToday(Tablet& tablet, const std::string& path);

}  // namespace doorstep::shell
