#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/record.pb.h"
#include "sync/service/ledger.h"

// Elders that were entered twice: one survives, the other names it (elder.proto, merged_into).
namespace doorstep::service {

// The elder and all who were merged into it, however many steps away; the elder first.
absl::StatusOr<std::vector<std::string>> withMerged(DistrictReader& ledger, const std::string& elder_id);

// The elder that an id stands for; nothing when there is none.
absl::StatusOr<std::optional<v1::Elder>> survivor(DistrictReader& ledger, const std::string& elder_id);

}  // namespace doorstep::service
