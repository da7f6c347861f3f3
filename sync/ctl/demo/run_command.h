#pragma once

#include <string>

#include "sync/ctl/console.h"

namespace doorstep::ctl::demo {

struct RunOptions {
  std::string folder;    // new or empty; empty text: a fresh one among the temporary files
  std::string areas;     // the area file; empty: the one that came with the program
  std::string pictures;  // render the pages of every kind of person into this folder instead of opening the window
  std::string scenario;  // a name of scenarioNames(): that is played instead; empty: the morning
  bool json = false;     // only the figures, as one object
  bool no_app = false;   // neither window nor, unless asked for, pictures
};

// `doorstepctl demo run`: the main job on real parts, on the fixed morning of 2026-11-20. Starts
// doorstepd and the app's commands from the folder of this program; leaves the folder with the
// tablets behind. Gives the exit code.
int runCommand(const Console& console, const RunOptions& options);

}  // namespace doorstep::ctl::demo
