#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "doorstep/v1/record.pb.h"

namespace doorstep::simulation {

class World;

// Whose doors each tablet may hold, worked out from the records of assignments, areas and workers alone, apart
// from the service's own rules; and what it may have held lately, for a pull goes on with what it began with.
class Scopes {
 public:
  explicit Scopes(World& world) : world_(world) {}

  void put(const std::string& id, const v1::Record& record);
  void clear();
  std::set<std::string> of(std::size_t tablet) const;
  // From now on what of() says now counts, too.
  void note();
  bool had(std::size_t tablet, const std::string& household) const;
  // In every moment since then.
  bool hadThroughout(std::size_t tablet, const std::string& household, absl::Time since) const;
  std::string parentOf(const std::string& area_id) const;

 private:
  bool reaches(const v1::Worker& worker, const std::string& area_id) const;

  World& world_;
  std::map<std::string, v1::Assignment> assignments_;
  std::map<std::string, std::string> areas_of_households_;
  std::map<std::string, std::string> parents_of_areas_;
  std::map<std::string, v1::Worker> workers_;
  struct Since {
    absl::Time since;
    std::set<std::string> households;
  };
  std::map<std::size_t, std::vector<Since>> held_;
};

}  // namespace doorstep::simulation
