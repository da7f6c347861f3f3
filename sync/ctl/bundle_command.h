#pragma once

#include <string>
#include <vector>

#include "sync/ctl/connection.h"
#include "sync/ctl/console.h"

// Sealed files that came on a stick (sync/bundle/README.md). Each command gives its exit code.
namespace doorstep::ctl {

struct BundleOptions {
  std::vector<std::string> paths;  // files, or folders whose .bundle files are meant
  bool json = false;
};
// Sends each and writes the receipts beside it. kExitSomeRefused when one was refused; the others were taken.
int bundleSendCommand(const Console& console, const ConnectionOptions& connection, const BundleOptions& options);
// What anybody may know of a file; asks no service. kExitInput when one is not whole, or is no bundle.
int bundleInspectCommand(const Console& console, const BundleOptions& options);

}  // namespace doorstep::ctl
