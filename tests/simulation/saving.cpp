#include "tests/simulation/saving.h"

#include "tests/simulation/world.h"

namespace doorstep::simulation {

void save(World& world, TabletMachine& tablet, const std::string& what,
          const std::function<absl::StatusOr<store::SaveResult>()>& attempt) {
  const std::string& name = tablet.who().name;
  const absl::StatusOr<store::SaveResult> result = attempt();
  if (tablet.wentDown()) {
    world.note(name, what + ": the tablet goes down");
    return;
  }
  const std::size_t fresh = world.noteSaved(tablet);
  if (!result.ok()) {
    world.note(name, what + ": not saved, " + absl::StatusCodeToString(result.status().code()));
    return;
  }
  if (!result->problems.empty()) {
    world.note(name, what + ": refused, " + v1::ProblemCode_Name(result->problems[0].code()) + " " +
                         result->problems[0].field());
    return;
  }
  world.note(name, what + ": saved, " + std::to_string(fresh) + " changes");
  if (fresh == 0 && !result->already_saved && what.rfind("edits", 0) != 0) {
    world.broke("P1: saved, but nothing waits to be sent");
  }
  tablet.engine().changesWaiting();
}

}  // namespace doorstep::simulation
