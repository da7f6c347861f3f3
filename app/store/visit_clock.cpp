#include "app/store/visit_clock.h"

#include <algorithm>

#include "sync/care/calendar.h"

namespace doorstep::store {
namespace {

// How far the wall clock was set since; nothing to go by after a restart.
absl::Duration setSince(const v1::Stamp& begun, const outside::Clock& clock) {
  if (begun.boot_id() != clock.bootId()) {
    return absl::ZeroDuration();
  }
  const absl::Duration passed = clock.monotonic() - absl::Milliseconds(begun.monotonic_ms());
  const absl::Duration set = clock.now() - (care::toTime(begun.wall_at()) + passed);
  return absl::AbsDuration(set) > kClockDrift ? set : absl::ZeroDuration();
}

void keepWithin(v1::Visit& visit) {
  const absl::Time from = care::toTime(visit.started_at());
  const absl::Time until = care::toTime(visit.ended_at());
  auto& pauses = *visit.mutable_pauses();
  for (v1::Pause& pause : pauses) {
    const absl::Time begins = std::clamp(care::toTime(pause.from_at()), from, until);
    const absl::Time ends = std::clamp(care::toTime(pause.until_at()), begins, until);
    *pause.mutable_from_at() = care::toTimestamp(begins);
    *pause.mutable_until_at() = care::toTimestamp(ends);
  }
  pauses.erase(std::remove_if(pauses.begin(), pauses.end(),
                              [](const v1::Pause& pause) {
                                return care::toTime(pause.from_at()) == care::toTime(pause.until_at());
                              }),
               pauses.end());
}

}  // namespace

v1::Stamp stampOf(const outside::Clock& clock) {
  v1::Stamp stamp;
  *stamp.mutable_wall_at() = care::toTimestamp(clock.now());
  stamp.set_monotonic_ms(absl::ToInt64Milliseconds(clock.monotonic()));
  stamp.set_boot_id(clock.bootId());
  return stamp;
}

absl::Time visitNow(const v1::Stamp& begun, const outside::Clock& clock) {
  const absl::Time now = clock.now() - setSince(begun, clock);
  return std::max(now, care::toTime(begun.wall_at()));
}

void mendTimes(v1::VisitDraft& draft, const outside::Clock& clock) {
  v1::Visit& visit = *draft.mutable_visit();
  if (!draft.has_begun() || visit.precision() != v1::PRECISION_EXACT) {
    return;
  }
  const absl::Duration off = clock.now() - visitNow(draft.begun(), clock);
  if (off == absl::ZeroDuration()) {
    return;
  }
  const absl::Time ended = care::toTime(visit.ended_at());
  if (absl::AbsDuration(clock.now() - ended) <= kClockDrift) {
    *visit.mutable_ended_at() = care::toTimestamp(std::max(ended - off, care::toTime(visit.started_at())));
  }
  if (care::toTime(visit.ended_at()) >= care::toTime(visit.started_at())) {
    keepWithin(visit);
  }
}

}  // namespace doorstep::store
