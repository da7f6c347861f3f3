#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "doorstep/v1/change.pb.h"

namespace doorstep::service {

// A change as it came, with what can be known of it before anything is looked up: what the writer's thread need not
// work out itself.
struct ArrivedChange {
  std::string encoded;
  std::string hash;                  // SHA-256 of encoded
  std::optional<v1::Change> change;  // nothing when it cannot be read
};

// Pure; any thread.
ArrivedChange arrived(std::string encoded);
std::vector<ArrivedChange> arrived(std::span<const std::string> encoded_changes);

}  // namespace doorstep::service
