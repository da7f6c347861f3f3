#pragma once

#include <map>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "doorstep/v1/change.pb.h"
#include "sync/service/ledger.h"

namespace doorstep::simulation {

class World;
struct Saved;

// One place in the service's log of changes.
struct Consumed {
  std::string encoded;
  v1::Receipt receipt;  // as it is now
  absl::Time at;
};
using ServiceLog =
    std::map<std::string, std::vector<Consumed>>;  // by the change's id; a fork sends it under two replicas

// What somebody has decided on a tablet is so, as its receipt says: conflict and pair bear the decision, what was
// accepted is taken in, what was let go waits no more.
void checkDecided(World& world, service::DistrictReader& ledger, const ServiceLog& log, const Saved& saved);

// A settlement by which this field of the record got the other value.
bool isTakenOther(service::DistrictReader& ledger, const v1::Change& change, const std::string& record_id,
                  const std::string& field);

}  // namespace doorstep::simulation
