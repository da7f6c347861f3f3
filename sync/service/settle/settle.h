#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "doorstep/v1/change.pb.h"
#include "sync/service/caller.h"
#include "sync/service/district_work.h"

// What a person decides about a Conflict or a LikelyDuplicate is itself a change (architecture decision 3).
namespace doorstep::service {

// Decides a Conflict or a LikelyDuplicate; nothing when the subject is neither.
//
// TAKE_OTHER puts the other value in place as an edit of that field would be, based on what the person saw: where
// the field has changed since, its rule picks one of the two and the question is asked anew. Both values stay in the
// Conflict, with who settled it and when; `settled_by` stays empty when that was done at the service's desk.
//
// APPLIED: it is so, or was settled alike before. SUPERSEDED with ALREADY_SETTLED: somebody decided otherwise before;
// with CHANGED_SINCE: a newer value stands, the receipt names the new Conflict. QUARANTINED: not theirs to decide, or
// the value can no longer stand.
absl::StatusOr<std::optional<v1::Receipt>> settleRecord(DistrictWork& work, const Caller& caller,
                                                        const v1::Change& change);

}  // namespace doorstep::service
