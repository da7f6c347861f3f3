#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "doorstep/v1/record.pb.h"
#include "sync/service/district_work.h"
#include "sync/service/receipts.h"

namespace doorstep::service {

// Nobody is the second person on their own word (domain.md §5): an edit of an elder's statuses that settles a proposal
// (sync/care/proposals.h) from a visit recorded by the editor, unless somebody else reported the same, is
// NOT_PERMITTED. Records of other kinds, and an empty `worker_id`, have no problem.
absl::StatusOr<Problems> checkSecondPerson(const DistrictWork& work, const std::string& worker_id,
                                           const v1::Record& before, const v1::Record& after);

}  // namespace doorstep::service
