#pragma once

#include <string>

#include "sync/ctl/columns.h"
#include "sync/ctl/connection.h"
#include "sync/ctl/console.h"

namespace doorstep::ctl {

struct ImportOptions {
  FileKind kind = FileKind::kRoster;
  std::string file;
  std::string refused;  // where refused rows go; empty: FILE.refused.csv
};

// `doorstepctl import`: takes what is right, lists what is not by line and column, and writes the
// refused rows to a file of the same columns with the reason behind. Gives the exit code.
int importCommand(const Console& console, const ConnectionOptions& connection, const ImportOptions& options);

}  // namespace doorstep::ctl
