#include "sync/care/time_intervals.h"

#include <algorithm>

namespace doorstep::care {

void TimeIntervals::add(Interval interval) {
  remove(interval);
  if (interval.from < interval.until) {
    intervals_.push_back(interval);
  }
}

void TimeIntervals::add(const TimeIntervals& other) {
  for (const Interval& interval : other.intervals_) {
    add(interval);
  }
}

void TimeIntervals::remove(Interval interval) {
  if (interval.from >= interval.until) {
    return;
  }
  std::vector<Interval> left;
  for (const Interval& held : intervals_) {
    const Interval before{held.from, std::min(held.until, interval.from)};
    const Interval after{std::max(held.from, interval.until), held.until};
    for (const Interval& part : {before, after}) {
      if (part.from < part.until) {
        left.push_back(part);
      }
    }
  }
  intervals_ = std::move(left);
}

TimeIntervals TimeIntervals::without(const TimeIntervals& other) const {
  TimeIntervals left = *this;
  for (const Interval& interval : other.intervals_) {
    left.remove(interval);
  }
  return left;
}

absl::Duration TimeIntervals::total() const {
  absl::Duration sum;
  for (const Interval& interval : intervals_) {
    sum += interval.until - interval.from;
  }
  return sum;
}

absl::Time TimeIntervals::lastUntil() const {
  absl::Time last = absl::InfinitePast();
  for (const Interval& interval : intervals_) {
    last = std::max(last, interval.until);
  }
  return last;
}

}  // namespace doorstep::care
