#pragma once

#include <deque>

#include "tests/simulation/virtual_disk.h"

namespace doorstep::simulation {

class World;

// Images of tablets' disks that somebody copies back: from then on the store goes another way than the one that the
// service has seen (architecture decision 5).
class DiskImages {
 public:
  explicit DiskImages(World& world) : world_(world) {}

  void make();
  void copyBack();  // nothing happens while there is none

 private:
  struct One {
    std::size_t tablet = 0;
    std::size_t number = 0;
    VirtualDisk::Image image;
  };

  World& world_;
  std::deque<One> images_;  // oldest first
  std::size_t made_ = 0;
};

}  // namespace doorstep::simulation
