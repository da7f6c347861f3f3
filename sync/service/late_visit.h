#pragma once

#include "absl/time/time.h"
#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/visit.pb.h"
#include "sync/service/caller.h"
#include "sync/service/district_work.h"
#include "sync/service/judgement.h"

// How far back a visit may be entered (domain.md, backdate_days): a visitor as far as the local rules
// allow, a supervisor or the district's staff further with a reason.
namespace doorstep::service {

// When a change was made: as the device knew it where it knew the service's time, but neither after now
// nor longer ago than a device may be offline; else now, when it came in.
absl::Time madeAt(const DistrictWork& work, const v1::Stamp& stamp);

// TOO_LATE with the days allowed, as care/late_entry.h says. The service's own replica has judged its
// rows before.
Problems lateProblems(const DistrictWork& work, const Caller& caller, const v1::Change& change);
// The same for a visit from paper, which is entered now. Those of the month in which the district goes
// live need no reason.
Problems lateProblemsOfPaper(const DistrictWork& work, const v1::Visit& visit);

}  // namespace doorstep::service
