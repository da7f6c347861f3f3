#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "sync/outside/clock.h"
#include "sync/outside/random.h"

namespace doorstep::outside {

inline constexpr std::size_t kIdentifierSize = 16;

// Makes time-ordered identifiers: UUID version 7 (RFC 9562), 16 bytes, strictly ascending within
// one source even when the clock stands still or is set back. Any thread.
class IdentifierSource {
 public:
  IdentifierSource(const Clock& clock, Random& random) : clock_(clock), random_(random) {}
  std::string next();

 private:
  const Clock& clock_;
  Random& random_;
  std::mutex mutex_;
  std::int64_t last_ms_ = 0;
  std::uint32_t counter_ = 0;
};

// 32 lower-case hexadecimal digits for people and logs; back again, or nothing when it is none.
std::string toHex(std::string_view bytes);
std::optional<std::string> identifierFromHex(std::string_view hex);

}  // namespace doorstep::outside
