#pragma once

#include <vector>

#include "doorstep/v1/problem.pb.h"
#include "doorstep/v1/record.pb.h"
#include "sync/service/district_work.h"

namespace doorstep::service {

// What a record says about other records: whether those it names exist, belong together, and hold no
// key that must stand once. An empty list is a record that fits the district.
absl::StatusOr<std::vector<v1::Problem>> checkReferences(const DistrictWork& work, const v1::Record& record);

// For an event: whether its header may take this step now.
absl::StatusOr<std::vector<v1::Problem>> checkTransition(const DistrictWork& work, const v1::Record& event);

// The header's events so far, in service order.
absl::StatusOr<std::vector<v1::Record>> eventsOf(DistrictReader& ledger, const std::string& header_id);

}  // namespace doorstep::service
