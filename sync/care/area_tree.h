#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "doorstep/v1/directory.pb.h"
#include "sync/care/figures.h"

// The tree of areas, for sums from the grid up to the district (domain.md §6: over areas, Σn ÷ Σd).
namespace doorstep::care {

class AreaTree {
 public:
  explicit AreaTree(std::span<const v1::Area* const> areas);

  // The area itself, then its parents upwards. An id that is no area here stands alone; a circle ends
  // before it comes back.
  std::vector<std::string> upwards(const std::string& area_id) const;

  // Each area's own contributions added to it and to all above it.
  Contributions summed(const Contributions& own) const;

 private:
  std::unordered_map<std::string, std::string> parent_;
};

}  // namespace doorstep::care
