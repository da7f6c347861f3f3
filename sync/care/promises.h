#pragma once

#include <span>
#include <vector>

#include "doorstep/v1/visit.pb.h"

// What was promised to a household and not kept yet. Pure.
namespace doorstep::care {

struct StandingPromise {
  const v1::Promise* promise;
  const v1::Visit* visit;  // that made it
};

// Of a household's visits, corrections among them. Only visits that count (visit_corrections.h) make
// or keep promises; the order in which they arrived does not matter for that. Those for the next
// visit first, then by day; of one day in service order. Points into `visits`.
std::vector<StandingPromise> openPromises(std::span<const v1::Visit* const> visits_in_service_order);

}  // namespace doorstep::care
