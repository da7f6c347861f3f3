#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "sync/outside/random.h"

namespace doorstep::tests {

// Chance under a seed: the same on every machine. Single-threaded.
class ManualRandom final : public outside::Random {
 public:
  explicit ManualRandom(std::uint64_t seed = 1) : generator_(seed) {}

  std::string bytes(std::size_t count) override {
    std::string out(count, '\0');
    for (char& byte : out) {
      byte = static_cast<char>(generator_() & 0xFF);
    }
    return out;
  }
  std::uint64_t below(std::uint64_t below) override { return generator_() % below; }

 private:
  std::mt19937_64 generator_;
};

}  // namespace doorstep::tests
