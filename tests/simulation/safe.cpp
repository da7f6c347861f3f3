#include "tests/simulation/safe.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "tests/simulation/world.h"

namespace doorstep::simulation {

void Safe::backUp() {
  auto made = world_.service().backup();
  world_.note("office",
              "makes backup " + std::to_string(++made_) + ": " + absl::StatusCodeToString(made.status().code()));
  if (made.ok()) {
    copies_.push_back({*std::move(made), made_, true});
  }
  // One that failed at its very end may have counted all the same.
  const auto backups = std::count_if(copies_.begin(), copies_.end(), [](const Copy& copy) { return copy.backup; });
  for (auto surplus = backups - (made.ok() ? 2 : 1); surplus > 0;) {
    surplus -= copies_.front().backup ? 1 : 0;
    copies_.pop_front();
  }
  while (backups > 0 && !copies_.empty() && !copies_.front().backup) {
    copies_.pop_front();
  }
}

void Safe::photograph() {
  copies_.push_back({world_.service().machine().disk.image(), ++made_, false});
  world_.note("service", "has its disk photographed, image " + std::to_string(made_));
}

void Safe::restore() {
  if (copies_.empty()) {
    return;
  }
  const Copy copy = copies_[world_.below(copies_.size())];
  const bool announced = copy.backup && world_.happens(60);
  world_.note("service", absl::StrCat(announced ? "is restored from " : "is set back unnoticed to ",
                                      copy.backup ? "backup " : "image ", copy.number));
  world_.model().serviceRestored(announced);
  world_.service().machine().disk.heal();
  if (const absl::Status restored = world_.service().restore(copy.image, announced); !restored.ok()) {
    world_.broke("P2: what was kept does not open again: " + std::string(restored.message()));
    return;
  }
  world_.watch().afterStart(true);
}

}  // namespace doorstep::simulation
