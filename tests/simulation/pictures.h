#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "doorstep/v1/attachment.pb.h"

namespace doorstep::simulation {

class TabletMachine;
class World;

// Pictures that people add at a door and ask for elsewhere, and what has to become of them: each arrives at the
// service once its record has, and counting finds as many as there are.
class Pictures {
 public:
  explicit Pictures(World& world) : world_(world) {}

  void add(TabletMachine& tablet);
  void want(TabletMachine& tablet);
  // The disk is as it was before some of them.
  void setBack(std::size_t tablet);
  // At the end.
  void check();

 private:
  struct Added {
    std::size_t tablet = 0;
    v1::Attachment attachment;
    bool excused = false;
  };

  void checkAdded(const Added& added, const std::set<std::string>& saved);
  void checkWanted(TabletMachine& tablet);
  void checkCounted(TabletMachine& tablet);

  World& world_;
  std::vector<Added> added_;
};

}  // namespace doorstep::simulation
