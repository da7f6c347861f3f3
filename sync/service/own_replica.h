#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/record.pb.h"
#include "sync/service/apply.h"

namespace doorstep::service {

// The service's own replica in a district: what comes from files and from the operator is made into
// changes of its own, which take the same path as everybody's. Within one commit.
class OwnReplica {
 public:
  explicit OwnReplica(DistrictWork& work);

  absl::StatusOr<v1::Receipt> create(const v1::Record& record);
  // From what stands to what is wanted; nothing when they are equal.
  absl::StatusOr<std::optional<v1::Receipt>> edit(const v1::Record& before, const v1::Record& wanted);
  absl::StatusOr<v1::Receipt> settle(const v1::Settlement& settlement);
  // Once, after the last change.
  absl::Status finish();

  DistrictWork& work() { return work_; }

 private:
  absl::StatusOr<v1::Receipt> submit(v1::Change change);

  DistrictWork& work_;
  Caller caller_;
  Applier applier_;
  std::string replica_id_;
};

}  // namespace doorstep::service
