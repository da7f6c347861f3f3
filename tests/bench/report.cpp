#include "tests/bench/report.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>

#include "absl/time/clock.h"

namespace doorstep::bench {
namespace {

constexpr double kDigits = 1000;

}  // namespace

void Report::figure(const std::string& name, double value) {
  figures_[name] = std::round(value * kDigits) / kDigits;
  say(name + " " + figures_[name].dump());
}

void Report::explain(const std::string& name, const std::string& words) {
  explanations_[name] = words;
}

void Report::say(const std::string& words) {
  std::cerr << absl::FormatTime("%H:%M:%S ", absl::Now(), absl::LocalTimeZone()) << words << std::endl;
}

std::string Report::json(bool explained) const {
  nlohmann::ordered_json all = figures_;
  if (explained) {
    all["explanations"] = explanations_;
  }
  return all.dump(2);
}

double percentile(std::vector<double> values, double share) {
  if (values.empty()) {
    return 0;
  }
  std::sort(values.begin(), values.end());
  const double place = share * static_cast<double>(values.size() - 1);
  return values[static_cast<std::size_t>(std::lround(place))];
}

double median(std::vector<double> values) {
  return percentile(std::move(values), 0.5);
}

double secondsOf(const std::function<void()>& work) {
  const Stopwatch watch;
  work();
  return watch.seconds();
}

void forgetPeak() {
  std::ofstream("/proc/self/clear_refs") << "5";
}

double peakMegabytes(long process) {
  std::ifstream status("/proc/" + (process == 0 ? std::string("self") : std::to_string(process)) + "/status");
  for (std::string word; status >> word;) {
    if (word == "VmHWM:") {
      double kibibytes = 0;
      status >> kibibytes;
      return kibibytes / 1024;
    }
  }
  return 0;
}

}  // namespace doorstep::bench
