#pragma once

namespace doorstep::simulation {

class World;

// Something done at the service itself: rows of a file, another visitor for a door.
void officeDeed(World& world);

}  // namespace doorstep::simulation
