#include "tests/simulation/disk_images.h"

#include "absl/strings/str_cat.h"
#include "tests/simulation/world.h"

namespace doorstep::simulation {
namespace {

constexpr std::size_t kMostImages = 4;

}  // namespace

void DiskImages::make() {
  TabletMachine& tablet = world_.tablet(world_.below(world_.tabletCount()));
  images_.push_back({tablet.who().number, ++made_, tablet.machine().disk.image()});
  world_.note(tablet.who().name, absl::StrCat("has its disk copied, image ", made_));
  if (images_.size() > kMostImages) {
    images_.pop_front();
  }
}

void DiskImages::copyBack() {
  if (images_.empty()) {
    return;
  }
  const One one = images_[world_.below(images_.size())];
  TabletMachine& tablet = world_.tablet(one.tablet);
  if (tablet.isWithdrawn()) {
    return;  // its keys are gone: no image of it can be opened
  }
  world_.note(tablet.who().name, absl::StrCat("gets image ", one.number, " back on its disk"));
  world_.setBack(tablet, one.image);
}

}  // namespace doorstep::simulation
