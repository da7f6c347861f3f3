#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "doorstep/v1/change.pb.h"
#include "sync/service/caller.h"
#include "sync/service/district_work.h"

namespace doorstep::service {

// Receipts that changes got under other replicas of the same device: one that began anew after a fork or a restore
// sends again what it cannot know to be here. Only the very same change is known, whatever its place in a queue. The
// first question to a device that has had several replicas reads all that they sent, so it is asked only where taking a
// change once more would do harm. One commit.
class KnownChanges {
 public:
  KnownChanges(const DistrictWork& work, const Caller& device) : work_(work), device_(device) {}

  absl::StatusOr<std::optional<v1::Receipt>> find(const v1::Change& change);
  // The same, unless it is put aside there and still waits.
  absl::StatusOr<std::optional<v1::Receipt>> findSettled(const v1::Change& change);
  // The same, when it was let go or corrected there (replication::isClosed). Reads little where nothing was.
  absl::StatusOr<std::optional<v1::Receipt>> findClosed(const v1::Change& change);

 private:
  using Place = std::pair<std::string, std::uint64_t>;  // replica and sequence
  absl::Status read(const std::string& asking);
  absl::Status readClosed();

  const DistrictWork& work_;
  const Caller& device_;
  bool read_ = false;
  std::multimap<std::string, Place> places_;     // by change id
  std::optional<std::set<std::string>> closed_;  // ids of changes
};

}  // namespace doorstep::service
