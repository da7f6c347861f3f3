#pragma once

#include <optional>
#include <string>

#include "absl/time/time.h"
#include "sync/replication/trusted_time.h"

namespace doorstep::service {

// What a change is judged by beside what it says itself.
struct Circumstances {
  replication::MadeWithin made;
  bool vouched = false;  // a person has confirmed its date
  // Of the change that was put aside and that this one corrects: who made it, and when it came in.
  std::string corrected_worker = {};
  std::optional<absl::Time> corrected_at = {};
};

}  // namespace doorstep::service
