#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace doorstep::torture {

struct TortureOptions {
  std::uint64_t seed = 1;
  int rounds = 300;
  // Told a line a round; may be empty.
  std::function<void(const std::string&)> progress = {};
};

struct TortureOutcome {
  std::vector<std::string> broken;   // promises, with the round; empty: all held
  std::vector<std::string> history;  // a line a round
  int rounds = 0;
  int tablets_killed = 0;
  int services_killed = 0;
  int lines_disturbed = 0;
  std::size_t saved = 0;
  std::size_t acknowledged = 0;  // said by tablets that lived long enough to say so
  std::size_t at_service = 0;
};

// Three tablets as programs of their own save visits as fast as they can and exchange by themselves with doorstepd,
// each over a line of its own. In each round a tablet, the service or both are killed (SIGKILL), or a line is cut,
// slowed or lost; what the dead leave on the disk is compared with what they said. In the end everything exchanges,
// and the service must have what was saved, each visit once. Ends with the first round that breaks a promise.
// The seed decides what happens, after how many lines and when; how far the programs have come by then is theirs.
TortureOutcome torture(const TortureOptions& options);

// The last rounds of the history and what is broken, for people.
std::string storyOf(const TortureOptions& options, const TortureOutcome& outcome);

}  // namespace doorstep::torture
