#pragma once

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "doorstep/v1/change.pb.h"
#include "sync/service/caller.h"
#include "sync/service/district_work.h"
#include "sync/service/known_change.h"

namespace doorstep::service {

// A Settlement whose subject is a change that was put aside, by the supervisor of its household's area, the
// district's staff or the operator (whose changes name no worker):
//   ACCEPT  it is judged again without what was doubted (DEVICE_REVOKED, TIME_UNCERTAIN) and taken in with whatever
//           waits for it. What is wrong with it beside that stays its problem: then SUPERSEDED with those problems.
//   LET_GO  with a reason: it stays on record and is not taken in.
// SUPERSEDED with ALREADY_SETTLED when nothing of that id waits any more. QUARANTINED: NOT_PERMITTED, or the
// settlement itself is not fit.
absl::StatusOr<v1::Receipt> settleChange(DistrictWork& work, const Caller& caller, KnownChanges& known_changes,
                                         const v1::Change& settling);

// Null: a change that cannot be read, of which no household is known. Whoever may settle it is also shown it.
absl::StatusOr<bool> maySettleChange(DistrictReader& ledger, const Directory& directory, const Caller& caller,
                                     absl::CivilDay today, const v1::Change* subject);

}  // namespace doorstep::service
