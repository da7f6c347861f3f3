#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace doorstep::bench {

// What was measured, in the order in which it was; one JSON object at the end.
class Report {
 public:
  void figure(const std::string& name, double value);
  // How a figure came about, in words and, for a ratio, the SQL of its denominator.
  void explain(const std::string& name, const std::string& words);
  // To standard error: what is under way.
  static void say(const std::string& words);

  std::string json(bool explained) const;

 private:
  nlohmann::ordered_json figures_;
  nlohmann::ordered_json explanations_;
};

class Stopwatch {
 public:
  double seconds() const { return absl::ToDoubleSeconds(absl::Now() - began_); }

 private:
  absl::Time began_ = absl::Now();
};

double median(std::vector<double> values);
// The value below which `share` (0..1) of them lie.
double percentile(std::vector<double> values, double share);
double secondsOf(const std::function<void()>& work);

// The largest resident set of a process so far, in MB; of this one with 0.
double peakMegabytes(long process = 0);
// From now on the largest of this process is counted anew.
void forgetPeak();

}  // namespace doorstep::bench
