#pragma once

#include "app/shell/entrance.h"
#include "app/shell/options.h"

namespace doorstep::shell {

// The commands without a window, for desks, demonstrations and tests. The PIN comes from the
// environment's DOORSTEP_PIN, else from standard input. Blocks; not on the main thread. Gives the
// exit code: 0 done, 1 not done (said on standard error in the chosen language), 2 not enrolled.
int runHeadless(Entrance& entrance, const Options& options);

}  // namespace doorstep::shell
