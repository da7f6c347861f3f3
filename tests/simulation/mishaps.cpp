#include "tests/simulation/mishaps.h"

#include <string>

#include "tests/simulation/world.h"

namespace doorstep::simulation {
namespace {

// A line gets better or worse.
void line(World& world, TabletMachine& tablet) {
  Line& line = tablet.line();
  switch (world.below(6)) {
    case 0:
      line.parted = true;
      world.note(tablet.who().name, "loses the network");
      return;
    case 1:
    case 2:
      line = Line();
      world.note(tablet.who().name, "has a good network");
      if (tablet.isUp()) {
        tablet.engine().networkReturned();
      }
      return;
    default:
      line.parted = false;
      line.lost = static_cast<std::uint32_t>(world.below(80));
      line.cut = static_cast<std::uint32_t>(world.below(150));
      line.late_cut = static_cast<std::uint32_t>(world.below(100));
      line.twice = static_cast<std::uint32_t>(world.below(200));
      line.slowest = absl::Milliseconds(static_cast<std::int64_t>(50 + world.below(20'000)));
      world.note(tablet.who().name, "has a bad network");
  }
}

std::string arm(World& world, VirtualDisk& disk) {
  switch (world.below(4)) {
    case 0:
      disk.failNext(1 + static_cast<int>(world.below(3)));
      return "its disk will fail for a moment";
    case 1:
      disk.setFull(true);
      return "its disk is full";
    case 2:
      disk.stopAfter(static_cast<int>(world.below(60)), Stop::kProgram);
      return "its program will be killed";
    default:
      disk.stopAfter(static_cast<int>(world.below(60)), Stop::kPower);
      return "its power will fail";
  }
}

void disk(World& world, TabletMachine& tablet) {
  if (tablet.isUp()) {
    world.note(tablet.who().name, arm(world, tablet.machine().disk));
  }
}

void stopOrStart(World& world, TabletMachine& tablet) {
  if (!tablet.isUp()) {
    world.note(tablet.who().name, "is switched on");
    world.startTablet(tablet);
    return;
  }
  const Stop how = world.happens(50) ? Stop::kPower : Stop::kProgram;
  world.note(tablet.who().name, how == Stop::kPower ? "loses its power" : "is killed");
  tablet.stop(how);
}

void clock(World& world, TabletMachine& tablet) {
  const std::int64_t years = static_cast<std::int64_t>(world.below(21)) - 10;
  const absl::Duration skew =
      world.happens(40) ? absl::ZeroDuration()
                        : absl::Hours(24 * 365 * years) + absl::Minutes(static_cast<std::int64_t>(world.below(900)));
  tablet.machine().clock.setSkew(skew);
  world.note(tablet.who().name, "has its clock set, off by " + std::to_string(absl::ToInt64Hours(skew) / 24) + " days");
}

void serviceMachine(World& world) {
  ServiceMachine& service = world.service();
  if (!service.isUp()) {
    world.note("service", "starts");
    world.startService();
    return;
  }
  switch (world.below(7)) {
    case 0:
      world.note("service", "is stopped");
      service.shutDown();
      return;
    case 1:
      world.note("service", "is killed");
      service.stop(Stop::kProgram);
      return;
    case 2:
      world.note("service", "loses its power");
      service.stop(Stop::kPower);
      return;
    default:
      // Its disk is the one that everything hangs on.
      world.note("service", arm(world, service.machine().disk));
  }
}

}  // namespace

void mishap(World& world) {
  TabletMachine& tablet = world.tablet(world.below(world.tabletCount()));
  if (!tablet.isUp() && world.happens(60)) {
    stopOrStart(world, tablet);
    return;
  }
  if (!world.service().isUp() && world.happens(50)) {
    serviceMachine(world);
    return;
  }
  const std::uint64_t kind = world.below(100);
  if (kind < 38) {
    line(world, tablet);
  } else if (kind < 52) {
    disk(world, tablet);
  } else if (kind < 63) {
    stopOrStart(world, tablet);
  } else if (kind < 72) {
    clock(world, tablet);
  } else if (kind < 78) {
    tablet.machine().disk.heal();
    world.service().machine().disk.heal();
    world.note("", "disks are well again");
  } else if (kind < 91) {
    serviceMachine(world);
  } else if (kind < 94) {
    world.diskImages().make();
  } else if (kind < 96) {
    world.diskImages().copyBack();
  } else {
    world.safe().restore();
  }
}

}  // namespace doorstep::simulation
