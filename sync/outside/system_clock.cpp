#include <time.h>

#include <fstream>

#include "absl/time/clock.h"
#include "sync/outside/clock.h"
#include "sync/outside/identifier.h"
#include "sync/outside/random.h"

namespace doorstep::outside {

SystemClock::SystemClock() {
  std::ifstream file("/proc/sys/kernel/random/boot_id");
  std::string text;
  std::getline(file, text);
  std::erase(text, '-');
  boot_id_ = identifierFromHex(text).value_or(SystemRandom().bytes(16));
}

absl::Time SystemClock::now() const {
  return absl::Now();
}

absl::Duration SystemClock::monotonic() const {
  timespec since_boot{};
  clock_gettime(CLOCK_BOOTTIME, &since_boot);
  return absl::DurationFromTimespec(since_boot);
}

}  // namespace doorstep::outside
