#pragma once

#include "absl/status/statusor.h"
#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/problem.pb.h"
#include "sync/service/caller.h"
#include "sync/service/circumstances.h"
#include "sync/service/district_work.h"
#include "sync/service/receipts.h"

// The one door through which changes come in (architecture decision 15): rights and scope first, then
// whether the record is fit by itself, then whether it fits the others. Problems, not errors: what is
// refused here is put into quarantine and blocks nothing.
namespace doorstep::service {

absl::StatusOr<Problems> judgeCreation(const DistrictWork& work, const Caller& caller, const v1::Change& change,
                                       const Circumstances& circumstances);

// Before the merge: may this caller edit these fields of this record? `current` is what stands.
absl::StatusOr<Problems> judgeEdit(const DistrictWork& work, const Caller& caller, const v1::Change& change,
                                   const v1::Record& current, const Circumstances& circumstances);
// After the merge: is what came out of it fit to be kept? An edit may also move a record somewhere
// that is out of the caller's scope. `current` is what stood before.
absl::StatusOr<Problems> judgeMerged(const DistrictWork& work, const Caller& caller, const v1::Change& change,
                                     const v1::Record& current, const v1::Record& merged,
                                     const Circumstances& circumstances);

}  // namespace doorstep::service
