#include "sync/ctl/demo/seeded_random.h"

namespace doorstep::ctl::demo {

std::uint64_t SeededRandom::next() {
  state_ += 0x9E3779B97F4A7C15ULL;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
  return mixed ^ (mixed >> 31);
}

std::string SeededRandom::bytes(std::size_t count) {
  std::string drawn;
  while (drawn.size() < count) {
    drawn += static_cast<char>(next() & 0xFF);
  }
  return drawn;
}

std::uint64_t SeededRandom::below(std::uint64_t below) {
  const std::uint64_t unbiased_limit = ~std::uint64_t{0} - (~std::uint64_t{0} % below);
  std::uint64_t drawn = next();
  while (drawn >= unbiased_limit) {
    drawn = next();
  }
  return drawn % below;
}

}  // namespace doorstep::ctl::demo
