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

// TOO_LATE with the days allowed, as care/late_entry.h says. It was made when the hellos say, else now; a correction
// of what was put aside is as late as that was. What a person has dated is not late. The service's own replica has
// judged its rows before.
Problems lateProblems(const DistrictWork& work, const Caller& caller, const v1::Change& change,
                      const Circumstances& circumstances);
// The same for a visit from paper, which is entered now. Those of the month in which the district goes
// live need no reason.
Problems lateProblemsOfPaper(const DistrictWork& work, const v1::Visit& visit);

}  // namespace doorstep::service
