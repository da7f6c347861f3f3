#pragma once

#include <cstdint>
#include <string>

#include "tests/bench/report.h"

// One function a question; each builds what it needs below `folder` and adds its figures.
namespace doorstep::bench {

struct Settings {
  std::string folder;   // fresh and empty
  double scale = 1;     // of all volumes; below 1 only to see that the bench itself works
  int runs = 3;         // medians over so many
  std::string program;  // this program, to measure itself in a process of its own

  std::size_t of(std::size_t volume, std::size_t least = 1) const {
    const auto scaled = static_cast<std::size_t>(static_cast<double>(volume) * scale);
    return scaled < least ? least : scaled;
  }
};

void measureStore(const Settings& settings, Report& report);  // save_visit_*, search_*
void measureService(const Settings& settings,
                    Report& report);  // push_*, pull_*, wire_*, round trip, coverage, recount, memory
void measureStart(const Settings& settings, Report& report);  // cold_start_*

// In a process of its own: pulls with a store and prints the largest resident set, in MB.
int pullAsChild(const std::string& enrolment, int port, const std::string& code, const std::string& folder);
// In a process of its own: shows Today of a store, or an empty window without one; prints the milliseconds
// since `began`, by the system's monotonic clock.
int startAsChild(int& argc, char** argv, std::int64_t began, const std::string& store);

}  // namespace doorstep::bench
