#pragma once

namespace doorstep::simulation {

class World;

// One thing that a person does on a tablet, or that is done at the service: chosen, carried out and noted.
void deed(World& world);

}  // namespace doorstep::simulation
