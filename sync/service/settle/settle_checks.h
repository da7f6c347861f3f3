#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "doorstep/v1/change.pb.h"
#include "sync/service/caller.h"
#include "sync/service/district_work.h"
#include "sync/service/receipts.h"

// Whether somebody may decide a Conflict or LikelyDuplicate, and whether what is put in place is fit to be kept.
// Problems, not errors.
namespace doorstep::service {

absl::StatusOr<Problems> checkSettler(const DistrictWork& work, const Caller& caller, const v1::Change& change,
                                      const v1::Record& subject);

// The right to edit this field of this record, as for an edit of the caller's own.
absl::StatusOr<Problems> checkMayTake(const DistrictWork& work, const Caller& caller, const v1::Record& current,
                                      const std::string& field);

// The record with the other value. A status in it may be confirmed by whoever gave the value, or by the caller.
absl::StatusOr<Problems> checkTaken(const DistrictWork& work, const Caller& caller, const v1::Record& current,
                                    const v1::Record& merged, const std::string& given_by);

}  // namespace doorstep::service
