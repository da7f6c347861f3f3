#include "sync/service/merges.h"

#include <algorithm>

#include "sync/outside/attempt.h"
#include "sync/service/district_work.h"

namespace doorstep::service {

absl::StatusOr<std::vector<std::string>> withMerged(DistrictReader& ledger, const std::string& elder_id) {
  std::vector<std::string> ids = {elder_id};
  for (std::size_t at = 0; at < ids.size(); ++at) {
    DOORSTEP_ASSIGN(const auto merged, ledger.findIds({Index::kMergedInto, ids[at]}));
    ids.insert(ids.end(), merged.begin(), merged.end());
  }
  return ids;
}

absl::StatusOr<std::optional<v1::Elder>> survivor(DistrictReader& ledger, const std::string& elder_id) {
  std::string id = elder_id;
  while (true) {  // references.cpp lets no circle in
    DOORSTEP_ASSIGN(const auto stored, ledger.record(id));
    if (!stored.has_value() || stored->kind != v1::RECORD_KIND_ELDER) {
      return std::nullopt;
    }
    DOORSTEP_ASSIGN(v1::Record record, decoded(*stored));
    if (record.elder().merged_into().empty()) {
      return std::move(*record.mutable_elder());
    }
    id = record.elder().merged_into();
  }
}

}  // namespace doorstep::service
