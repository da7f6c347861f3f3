#pragma once

namespace doorstep::simulation {

class World;

// One thing that goes wrong, or ends going wrong: a line, a disk, a clock, a machine.
void mishap(World& world);

}  // namespace doorstep::simulation
