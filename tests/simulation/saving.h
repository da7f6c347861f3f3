#pragma once

#include <functional>
#include <string>

#include "absl/status/statusor.h"
#include "app/store/recorder.h"

namespace doorstep::simulation {

class TabletMachine;
class World;

// Somebody saves something on a tablet; `what` is for the history. Whatever is answered with OK is saved; after an
// error it may turn up later, or not.
void save(World& world, TabletMachine& tablet, const std::string& what,
          const std::function<absl::StatusOr<store::SaveResult>()>& attempt);

}  // namespace doorstep::simulation
