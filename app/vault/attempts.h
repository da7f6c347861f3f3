#pragma once

#include "absl/time/time.h"
#include "app/vault/vault_file.h"
#include "sync/outside/clock.h"

namespace doorstep::vault {

// D: five wrong PINs in a row are free; from then on each makes the next try wait twice as long, from
// 10 s up to 5 minutes. Nothing is ever wiped. The wait runs by the monotonic clock; a restart of the
// device begins it anew, setting the wall clock changes nothing.
inline constexpr int kFreeAttempts = 5;
inline constexpr absl::Duration kFirstWait = absl::Seconds(10);
inline constexpr absl::Duration kLongestWait = absl::Minutes(5);

absl::Duration waitAfter(std::int64_t failed);
absl::Duration remainingWait(const Attempts& attempts, const outside::Clock& clock);
Attempts afterFailure(const Attempts& attempts, const outside::Clock& clock);
// The same wait, begun now: when the device was restarted since.
Attempts begunNow(const Attempts& attempts, const outside::Clock& clock);

}  // namespace doorstep::vault
