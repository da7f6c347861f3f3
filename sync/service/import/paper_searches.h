#pragma once

#include "absl/status/status.h"
#include "doorstep/v1/visit.pb.h"
#include "sync/service/own_replica.h"

namespace doorstep::service {

// What a visit from a file means for the searches of its elders, as it does when a tablet saves one
// (app/store/visit_ladders.h): whoever did not answer is searched for from then on, or once more in a search that
// runs, unless they were met since; whoever was met, spoken to or vouched for is accounted for in every search that
// began before. Of a changed row only what its visit did not come to before. The visit has been taken in.
absl::Status followSearches(OwnReplica& replica, const v1::Visit& visit);

}  // namespace doorstep::service
