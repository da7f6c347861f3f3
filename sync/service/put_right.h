#pragma once

#include <optional>

#include "absl/status/statusor.h"
#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/problem.pb.h"
#include "doorstep/v1/record.pb.h"
#include "sync/service/circumstances.h"
#include "sync/service/district_work.h"

namespace doorstep::service {

// A record whose times came from a clock that was wrong, with the times that the hellos give. What the device wrote
// stays in the change. The note goes into the receipt: TIME_UNCERTAIN with the field, and as details the
// time_confidence (MEASURED, BOUNDED or DAY) and between which times the change was made.
struct PutRight {
  v1::Record record;
  v1::Problem note;
};

struct TimeFinding {
  std::optional<PutRight> put_right;     // nothing: the times stand as they are
  std::optional<v1::Problem> uncertain;  // a visit that a person has to date: TIME_UNCERTAIN, the claimed day and
                                         // the days between which it was made
};

// A risk, a search or an hour is never kept waiting by a clock alone: where nothing is certain it takes the time of
// the visit that it belongs to, else the latest time at which it can have been made.
absl::StatusOr<TimeFinding> findTime(const DistrictWork& work, const v1::Change& change,
                                     const Circumstances& circumstances);

}  // namespace doorstep::service
