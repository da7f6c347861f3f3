#pragma once

#include "absl/time/time.h"

namespace doorstep::simulation {

class World;
class TabletMachine;

// What was saved on a tablet and has no receipt yet still waits there, with its content (promise P1).
void checkStillThere(World& world, TabletMachine& tablet);

// Counting together with the service, since then, has found all equal (architecture decision 9). `since`: by the
// tablet's own clock.
void checkCounted(World& world, TabletMachine& tablet, absl::Time since);

// When all have come to rest: every promise, by comparing the service, the tablets and what the model knows
// was saved and acknowledged.
void checkPromises(World& world);

}  // namespace doorstep::simulation
