#pragma once

#include <cstdint>
#include <string>

namespace doorstep::outside {

// Where chance comes from. Any thread.
class Random {
 public:
  virtual ~Random() = default;
  virtual std::string bytes(std::size_t count) = 0;
  // Evenly from [0, below); below > 0.
  virtual std::uint64_t below(std::uint64_t below) = 0;
};

// The operating system's generator, fit for keys.
class SystemRandom final : public Random {
 public:
  SystemRandom();
  std::string bytes(std::size_t count) override;
  std::uint64_t below(std::uint64_t below) override;
};

}  // namespace doorstep::outside
