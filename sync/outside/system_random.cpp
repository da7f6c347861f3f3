#include <sodium.h>

#include <cstdlib>

#include "sync/outside/random.h"

namespace doorstep::outside {

SystemRandom::SystemRandom() {
  if (sodium_init() < 0) {
    std::abort();  // without a generator no key is safe
  }
}

std::string SystemRandom::bytes(std::size_t count) {
  std::string out(count, '\0');
  randombytes_buf(out.data(), count);
  return out;
}

std::uint64_t SystemRandom::below(std::uint64_t below) {
  if (below <= UINT32_MAX) {
    return randombytes_uniform(static_cast<std::uint32_t>(below));
  }
  const std::uint64_t limit = UINT64_MAX - UINT64_MAX % below;
  std::uint64_t drawn = 0;
  do {
    randombytes_buf(&drawn, sizeof drawn);
  } while (drawn >= limit);
  return drawn % below;
}

}  // namespace doorstep::outside
