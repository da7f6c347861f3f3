#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"

// Everything that comes from outside, each as bytes into the code that takes it: the real rules, an embedded ledger or
// a tablet's store in a folder of their own. The same targets serve a mutator of our own (a test, GCC) and libFuzzer
// (./run fuzz, Clang).
namespace doorstep::fuzz {

// What must never come of bytes from outside: nothing when all is well, else what went wrong. A refusal is well.
using Outcome = std::string;

struct Target {
  const char* name;
  std::vector<std::string> (*seeds)();     // messages as they should be, made by code
  Outcome (*run)(std::string_view bytes);  // what it changes is gone again before the next one
};

std::span<const Target> targets();

// A status that says that something of ours broke, not that the message was refused.
Outcome notOurFault(const absl::Status& status);

// One list a file.
std::vector<Target> exchangeTargets();
std::vector<Target> changeTargets();
std::vector<Target> fileTargets();
std::vector<Target> tabletTargets();

}  // namespace doorstep::fuzz
