#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "doorstep/v1/change.pb.h"

// When something was really done, reckoned from the service's clock alone (architecture decision 6). A device's
// wall clock may be ten years off, start from 1970 or be set while a visit goes on; what it says is used only where
// two hellos leave room for it. Pure; any thread.
namespace doorstep::replication {

// How far a clock may be off before it is put right; within it a hello's way and a clock's drift are lost.
inline constexpr absl::Duration kClockTolerance = absl::Minutes(5);
inline constexpr absl::Duration kLongestOffline = absl::Hours(24 * 180);  // architecture decision 8

// A hello of one replica as the service heard it.
struct HelloMark {
  absl::Time service_at;
  std::int64_t monotonic_ms = 0;
  std::string boot_id;
  std::uint64_t made_until = 0;  // the last change that this replica had made by then
};

// What is worth keeping when one more hello is heard, oldest first: of a row of hellos with nothing new between
// them the first and the last, at most 32 in all.
std::vector<HelloMark> withMark(std::vector<HelloMark> marks, HelloMark mark);

// A change was made within these two, by the service's clock. `measured`: it was made since the same start of the
// device as a hello, so that the monotonic clock tells the time itself; both ends are that time. `disputed`: it would,
// but the service's own clock was set meanwhile.
struct MadeWithin {
  absl::Time from;
  absl::Time until;
  bool measured = false;
  bool disputed = false;
};

// A replica that was never heard before may have been away for kLongestOffline.
MadeWithin madeWithin(const v1::Stamp& stamp, std::uint64_t sequence, std::span<const HelloMark> marks,
                      absl::Time received_at);

// The time itself where it is measured, or where the wall clock, with or without the offset last measured, fits
// into what is known; nothing when the clock contradicts it.
std::optional<absl::Time> madeAt(const v1::Stamp& stamp, const MadeWithin& made);

// What becomes of the times that a record speaks of.
enum class Placing {
  kAsSaid,     // they stand
  kMoved,      // taken from a clock that was wrong by a known amount: all of them are moved by it
  kDay,        // the clock was worth nothing, but the day is certain: moved there, and no time of day is claimed
  kUncertain,  // nobody but a person can say
};
struct Placement {
  Placing placing = Placing::kAsSaid;
  absl::Duration by;
};

// `said_at` is when the record says that it ended. It was taken from the clock, or typed by a person: whichever it
// is nearer to.
Placement placeInTime(const v1::Stamp& stamp, const MadeWithin& made, absl::Time said_at, absl::TimeZone zone);

}  // namespace doorstep::replication
