#pragma once

#include <optional>
#include <string_view>

#include "absl/status/status.h"

namespace doorstep::bundle {

// Why a bundle is not taken. Nothing of it is taken then, and nothing is lost: what it carries still
// waits on its tablet.
enum class Refusal {
  kNotABundle,     // another file
  kNewerFormat,    // of a newer program
  kTruncated,      // its end is missing
  kChanged,        // not what was signed: changed, or incomplete
  kTooLarge,       // more than a bundle may carry
  kWrongKind,      // receipts where changes are wanted, or the other way round
  kOtherService,   // sealed to, or signed by, another service
  kOtherDistrict,  // of a tablet of another district than whoever brings it
  kUnknownDevice,  // the service does not know the tablet that signed it
  kOtherReplica,   // not of, or not for, the store it says or comes to
  kGap,            // earlier changes of the same tablet are missing
  kForked,         // the service holds other changes in their place
  kBusy,           // too many at once: try again
};
inline constexpr Refusal kLastRefusal = Refusal::kBusy;

// A status that keeps its refusal on its way through a call.
absl::Status refused(Refusal why);
std::optional<Refusal> refusalOf(const absl::Status& status);
// One word for JSON and logs: "truncated".
std::string_view nameOf(Refusal why);

}  // namespace doorstep::bundle
