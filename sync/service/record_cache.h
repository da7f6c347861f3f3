#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "doorstep/v1/record.pb.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// Records of one district as they stand within one commit, each read and decoded once however many changes of
// the commit ask for it. Whoever puts a record forgets it here. What it gives stays until something is forgotten.
class RecordCache {
 public:
  explicit RecordCache(DistrictReader& ledger) : ledger_(ledger) {}

  // Null when there is none of this id and kind. DATA_LOSS when it cannot be read.
  absl::StatusOr<const v1::Record*> find(const std::string& id, v1::RecordKind kind);
  // Whether this worker is assigned to the household on a day.
  absl::StatusOr<bool> isAssigned(const std::string& worker_id, const std::string& household_id, absl::CivilDay day);

  void forget(const std::string& id, v1::RecordKind kind);

 private:
  DistrictReader& ledger_;
  std::unordered_map<std::string, std::optional<v1::Record>> records_;
  std::unordered_map<std::string, std::vector<v1::Assignment>> assignments_;  // by household
};

}  // namespace doorstep::service
