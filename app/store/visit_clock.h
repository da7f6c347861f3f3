#pragma once

#include "absl/time/time.h"
#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/draft.pb.h"
#include "sync/outside/clock.h"

namespace doorstep::store {

// How far the wall clock may drift from the monotonic one before it counts as set.
inline constexpr absl::Duration kClockDrift = absl::Minutes(1);

v1::Stamp stampOf(const outside::Clock& clock);

// The time it is for a visit that began at `begun`: the wall clock, or where that was set by more than
// kClockDrift since, the beginning plus what the monotonic clock says has passed. After a restart of
// the device nothing but the wall clock is known, and then a visit is never before its beginning.
// Pages take a visit's end and its pauses from here. Pure; any thread.
absl::Time visitNow(const v1::Stamp& begun, const outside::Clock& clock);

// What still has to be put right when a visit is saved whose times came from the wall clock: an end
// that was taken from a clock set meanwhile is reckoned as above, and pauses are kept within the visit.
// An end that a person typed, more than kClockDrift from the clock's time, stays. Pure; any thread.
void mendTimes(v1::VisitDraft& draft, const outside::Clock& clock);

}  // namespace doorstep::store
