#pragma once

#include "sync/outside/random.h"

namespace doorstep::ctl::demo {

// The same draws from the same seed on every machine (SplitMix64), for what must come out alike
// everywhere. Never for keys. One thread.
class SeededRandom final : public outside::Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  std::string bytes(std::size_t count) override;
  std::uint64_t below(std::uint64_t below) override;

 private:
  std::uint64_t next();

  std::uint64_t state_;
};

// True in `percent` of a hundred draws.
inline bool chance(outside::Random& random, std::uint64_t percent) {
  return random.below(100) < percent;
}

// Evenly from first to last, both included.
inline int between(outside::Random& random, int first, int last) {
  return first +
         static_cast<int>(random.below(static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first) + 1));
}

// An index of `weights`, in proportion to them.
template <typename Weights>
std::size_t weighted(outside::Random& random, const Weights& weights) {
  std::uint64_t total = 0;
  for (const auto weight : weights) {
    total += static_cast<std::uint64_t>(weight);
  }
  std::uint64_t drawn = random.below(total);
  std::size_t index = 0;
  for (const auto weight : weights) {
    if (drawn < static_cast<std::uint64_t>(weight)) {
      break;
    }
    drawn -= static_cast<std::uint64_t>(weight);
    ++index;
  }
  return index;
}

template <typename List>
const auto& oneOf(outside::Random& random, const List& list) {
  return list[random.below(std::size(list))];
}

}  // namespace doorstep::ctl::demo
