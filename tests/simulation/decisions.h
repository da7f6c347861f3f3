#pragma once

namespace doorstep::simulation {

class TabletMachine;
class World;

// What somebody who supervises decides on a tablet: a conflict that it shows, one of its two values. False when there
// is none.
bool settleConflict(World& world, TabletMachine& tablet);
// Two files that may be one person's: they are two, or the newer one goes into the older. False likewise.
bool settleDuplicate(World& world, TabletMachine& tablet);
// A change that the service has put aside, seen over the line: taken in after all, or let go.
void decideAside(World& world, TabletMachine& tablet);
// The same at the service's own desk.
void decideAsideAtTheDesk(World& world);

}  // namespace doorstep::simulation
