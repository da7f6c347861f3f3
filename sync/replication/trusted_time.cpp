#include "sync/replication/trusted_time.h"

#include <algorithm>
#include <utility>

namespace doorstep::replication {
namespace {

constexpr std::size_t kMostMarks = 32;
// A time further from the clock's own than this was typed by a person.
constexpr absl::Duration kTakenFromClock = absl::Hours(24);
// With a clock that is off by more than this nobody could have meant the other day.
constexpr absl::Duration kPlainlyWrong = absl::Hours(24 * 8);

absl::Time wallOf(const v1::Stamp& stamp) {
  return absl::FromUnixSeconds(stamp.wall_at().seconds()) + absl::Nanoseconds(stamp.wall_at().nanos());
}

bool tellsNothingNew(const HelloMark& mark, const HelloMark& next) {
  return mark.boot_id == next.boot_id && mark.made_until == next.made_until;
}

bool fits(absl::Time at, const MadeWithin& made) {
  return at >= made.from - kClockTolerance && at <= made.until + kClockTolerance;
}

absl::Duration apart(absl::Time one, absl::Time other) {
  return absl::AbsDuration(one - other);
}

bool mayBeTyped(absl::Time said_at, absl::Time made_until) {
  return said_at <= made_until + kClockTolerance && made_until - said_at <= kLongestOffline;
}

// By the hello of the same start that was nearest in the device's own time.
std::optional<absl::Time> measured(const v1::Stamp& stamp, std::span<const HelloMark> marks) {
  std::optional<absl::Duration> nearest;
  std::optional<absl::Time> at;
  for (const HelloMark& mark : marks) {
    if (mark.boot_id.empty() || mark.boot_id != stamp.boot_id()) {
      continue;
    }
    const absl::Duration since = absl::Milliseconds(stamp.monotonic_ms()) - absl::Milliseconds(mark.monotonic_ms);
    if (!nearest || absl::AbsDuration(since) < *nearest) {
      nearest = absl::AbsDuration(since);
      at = mark.service_at + since;
    }
  }
  return at;
}

}  // namespace

std::vector<HelloMark> withMark(std::vector<HelloMark> marks, HelloMark mark) {
  const std::size_t count = marks.size();
  // A service clock that was set back leaves no mark behind that would be after its own end.
  const bool goes_on = count == 0 || marks.back().service_at <= mark.service_at;
  if (goes_on && count > 1 && tellsNothingNew(marks[count - 1], mark) && tellsNothingNew(marks[count - 2], mark)) {
    marks.back() = std::move(mark);
    return marks;
  }
  if (!goes_on) {
    std::erase_if(marks, [&mark](const HelloMark& known) { return known.service_at > mark.service_at; });
  }
  marks.push_back(std::move(mark));
  if (marks.size() > kMostMarks) {
    marks.erase(marks.begin());
  }
  return marks;
}

MadeWithin madeWithin(const v1::Stamp& stamp, std::uint64_t sequence, std::span<const HelloMark> marks,
                      absl::Time received_at) {
  MadeWithin made{absl::InfinitePast(), received_at};
  for (const HelloMark& mark : marks) {
    if (mark.made_until < sequence) {
      made.from = std::max(made.from, mark.service_at);
    } else {
      made.until = std::min(made.until, mark.service_at);
    }
  }
  if (made.from == absl::InfinitePast() || made.from > made.until) {
    made.from = made.until - kLongestOffline;
  }
  if (const auto at = measured(stamp, marks)) {
    made.disputed = !fits(*at, made);
    if (!made.disputed) {
      made = {*at, *at, true, false};
    }
  }
  return made;
}

std::optional<absl::Time> madeAt(const v1::Stamp& stamp, const MadeWithin& made) {
  if (made.measured) {
    return made.from;
  }
  if (!stamp.has_wall_at()) {
    return std::nullopt;
  }
  const absl::Time wall = wallOf(stamp);
  const absl::Time corrected = wall + absl::Milliseconds(stamp.service_offset_ms());
  if (stamp.offset_known() && fits(corrected, made)) {
    return corrected;
  }
  return fits(wall, made) ? std::optional(wall) : std::nullopt;
}

Placement placeInTime(const v1::Stamp& stamp, const MadeWithin& made, absl::Time said_at, absl::TimeZone zone) {
  if (!stamp.has_wall_at()) {
    return {};
  }
  const absl::Duration from_wall = apart(said_at, wallOf(stamp));
  if (const auto at = madeAt(stamp, made)) {
    const absl::Duration off = *at - wallOf(stamp);
    const bool plainly_wrong = absl::AbsDuration(off) > kPlainlyWrong;
    if (absl::AbsDuration(off) <= kClockTolerance || apart(said_at, *at) <= from_wall) {
      return {};
    }
    if (from_wall <= (plainly_wrong ? kPlainlyWrong : kTakenFromClock)) {
      return {Placing::kMoved, off};
    }
    return mayBeTyped(said_at, *at) ? Placement{} : Placement{Placing::kUncertain, {}};
  }
  // Then nobody's clock is known to be right, and what is plausible stands.
  const bool believed = made.disputed && mayBeTyped(said_at, made.until + absl::Hours(24));
  if (believed || fits(said_at, made) || (from_wall > kPlainlyWrong && mayBeTyped(said_at, made.until))) {
    return {};
  }
  if (absl::ToCivilDay(made.from, zone) == absl::ToCivilDay(made.until, zone)) {
    return {Placing::kDay, made.until - said_at};
  }
  return {Placing::kUncertain, {}};
}

}  // namespace doorstep::replication
