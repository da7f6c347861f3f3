#include "tests/simulation/office.h"

#include "sync/care/calendar.h"
#include "tests/simulation/decisions.h"
#include "tests/simulation/world.h"

namespace doorstep::simulation {
namespace {

std::string outcomeOf(const absl::StatusOr<std::vector<v1::ImportRowResult>>& results) {
  return results.ok() ? v1::ImportOutcome_Name(results->front().outcome()).substr(15)
                      : absl::StatusCodeToString(results.status().code());
}

void assign(World& world) {
  const std::string door = "door " + std::to_string(1 + world.below(kDoors));
  v1::ImportRow row;
  row.set_line(2);
  v1::AssignmentRow& assignment = *row.mutable_assignment();
  assignment.set_staff_number("v" + std::to_string(1 + world.below(5)));
  assignment.set_household_number(door);
  const absl::CivilDay today = care::dayOf(world.service().machine().clock.now(), care::districtZone());
  *assignment.mutable_from_on() = care::toDate(absl::CivilDay(2026, 10, 1));
  if (world.happens(60)) {
    *assignment.mutable_until_on() = care::toDate(today - 1);
  }
  const auto results = world.service().import({row});
  world.note("office", "brings in a file: who visits " + door + ": " + outcomeOf(results));
}

void bringElder(World& world) {
  const std::uint64_t number = 1 + world.below(kDoors);
  v1::ImportRow row;
  row.set_line(2);
  v1::ElderRow& elder = *row.mutable_elder();
  elder.set_file_number("e" + std::to_string(number));
  elder.set_household_number("door " + std::to_string(number));
  elder.set_name("person e" + std::to_string(number));
  elder.set_hearing("as in file " + std::to_string(world.below(1'000'000)));
  const auto results = world.service().import({row});
  world.note("office", "brings in a file: who lives behind door " + std::to_string(number) + ": " + outcomeOf(results));
}

void revoke(World& world) {
  TabletMachine& tablet = world.tablet(world.below(world.tabletCount()));
  if (tablet.who().number < 3 || world.watch().isRevoked(tablet.who().number)) {
    return;  // somebody has to go on
  }
  // Whatever came of it: once asked for, it may be so.
  world.watch().mayBeRevoked(tablet.who().number);
  const absl::Status done = world.service().revoke(tablet.who().fingerprint);
  world.note("office", "revokes " + tablet.who().name + "'s tablet: " + absl::StatusCodeToString(done.code()));
  if (done.ok()) {
    world.watch().revoked(tablet.who().number);
  }
}

}  // namespace

void officeDeed(World& world) {
  if (!world.service().isUp()) {
    return;
  }
  const std::uint64_t kind = world.below(100);
  if (kind < 30) {
    assign(world);
  } else if (kind < 42) {
    bringElder(world);
  } else if (kind < 50) {
    decideAsideAtTheDesk(world);
  } else if (kind < 75) {
    world.safe().backUp();
  } else if (kind < 83) {
    world.safe().photograph();
  } else {
    revoke(world);
  }
}

}  // namespace doorstep::simulation
