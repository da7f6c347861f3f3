#pragma once

#include <cstdint>
#include <string>

#include "sync/ctl/console.h"
#include "sync/ctl/demo/roster.h"

namespace doorstep::ctl::demo {

struct RosterOptions {
  std::string areas;   // the area file; empty: the one that came with the program
  std::string folder;  // where the files go; made when it is not there
  std::uint64_t seed = kSeed;
};

// `doorstepctl demo roster`: writes the made-up roster's files.
int rosterCommand(const Console& console, const RosterOptions& options);

// The area file beside this program: <prefix>/share/doorstep/areas.csv for <prefix>/bin/doorstepctl.
std::string shippedAreas();

}  // namespace doorstep::ctl::demo
