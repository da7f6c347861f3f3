#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "doorstep/v1/change.pb.h"
#include "sync/service/identity/own_identity.h"

namespace doorstep::service {

// A change as it came, with what can be known of it before anything is looked up: what the writer's thread need not
// work out itself.
struct ArrivedChange {
  std::string encoded;               // to be kept: open, as far as we could open it
  std::string hash;                  // SHA-256 of the encoded change that stands in its replica's chain
  std::optional<v1::Change> change;  // nothing when it cannot be read
};

// Pure; any thread. The first one opens what was sealed to us, as a whole or within (Change.sealed). What cannot be
// opened stays as it is, for nobody to read.
ArrivedChange arrived(std::string sent, const OwnIdentity& identity);
ArrivedChange arrived(std::string encoded);
std::vector<ArrivedChange> arrived(std::span<const std::string> encoded_changes);

}  // namespace doorstep::service
