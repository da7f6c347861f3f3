#pragma once

#include <deque>

#include "tests/simulation/virtual_disk.h"

namespace doorstep::simulation {

class World;

// Copies of the service's ledger that a restore may bring back: the last two backups, as tablets keep what is not
// in both of them, and images of the machine that somebody made since the older one.
class Safe {
 public:
  explicit Safe(World& world) : world_(world) {}

  void backUp();
  void photograph();  // the machine's disk as it lies there, with nobody's knowledge
  // One of them takes the ledger's place, announced or not. Nothing happens while there is none.
  void restore();

 private:
  struct Copy {
    VirtualDisk::Image image;
    std::size_t number = 0;
    bool backup = false;
  };

  World& world_;
  std::deque<Copy> copies_;  // oldest first
  std::size_t made_ = 0;
};

}  // namespace doorstep::simulation
