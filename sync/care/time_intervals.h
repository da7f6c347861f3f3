#pragma once

#include <vector>

#include "absl/time/time.h"

// Sets of half-open stretches of time: what a person was there for, and what is already counted. Pure.
namespace doorstep::care {

struct Interval {
  absl::Time from;
  absl::Time until;  // not included
};

class TimeIntervals {
 public:
  // What is empty or ends before it begins adds nothing.
  void add(Interval interval);
  void add(const TimeIntervals& other);
  void remove(Interval interval);
  // The part that `other` does not cover.
  TimeIntervals without(const TimeIntervals& other) const;

  absl::Duration total() const;
  absl::Time lastUntil() const;  // the infinite past when empty

 private:
  std::vector<Interval> intervals_;  // disjoint, in any order
};

}  // namespace doorstep::care
