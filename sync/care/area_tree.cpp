#include "sync/care/area_tree.h"

#include <algorithm>

namespace doorstep::care {

AreaTree::AreaTree(std::span<const v1::Area* const> areas) {
  for (const v1::Area* area : areas) {
    parent_[area->id()] = area->parent_id();
  }
}

std::vector<std::string> AreaTree::upwards(const std::string& area_id) const {
  std::vector<std::string> path = {area_id};
  for (auto area = parent_.find(area_id); area != parent_.end(); area = parent_.find(path.back())) {
    const std::string& parent = area->second;
    if (parent_.count(parent) == 0 || std::find(path.begin(), path.end(), parent) != path.end()) {
      break;
    }
    path.push_back(parent);
  }
  return path;
}

Contributions AreaTree::summed(const Contributions& own) const {
  Contributions sums;
  for (const auto& [area_id, figures] : own) {
    for (const std::string& area : upwards(area_id)) {
      add(sums[area], figures);
    }
  }
  return sums;
}

}  // namespace doorstep::care
