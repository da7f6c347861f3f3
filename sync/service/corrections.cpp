#include "sync/service/corrections.h"

#include <algorithm>

#include "sync/outside/attempt.h"
#include "sync/service/district_work.h"

namespace doorstep::service {

absl::StatusOr<std::string> rootVisit(DistrictReader& ledger, const v1::Visit& visit) {
  std::string at = visit.id();
  std::string corrects = visit.corrects_id();
  // A correction names an older record, so the chain ends.
  while (!corrects.empty()) {
    at = corrects;
    DOORSTEP_ASSIGN(const auto stored, ledger.record(at));
    if (!stored.has_value()) {
      break;
    }
    DOORSTEP_ASSIGN(const v1::Record record, decoded(*stored));
    corrects = record.visit().corrects_id();
  }
  return at;
}

absl::StatusOr<std::vector<StoredRecord>> correctionGroup(DistrictReader& ledger, const std::string& visit_id) {
  DOORSTEP_ASSIGN(const auto stored, ledger.record(visit_id));
  if (!stored.has_value() || stored->kind != v1::RECORD_KIND_VISIT) {
    return std::vector<StoredRecord>();
  }
  DOORSTEP_ASSIGN(const v1::Record record, decoded(*stored));
  DOORSTEP_ASSIGN(const std::string root, rootVisit(ledger, record.visit()));
  DOORSTEP_ASSIGN(std::vector<StoredRecord> group, ledger.find({Index::kVisitOfRoot, root}));
  DOORSTEP_ASSIGN(auto first, ledger.record(root));
  if (first.has_value()) {
    group.insert(group.begin(), *std::move(first));
  }
  return group;
}

absl::StatusOr<std::string> countingVisit(DistrictReader& ledger, const std::string& visit_id) {
  if (visit_id.empty()) {
    return std::string();
  }
  DOORSTEP_ASSIGN(const auto group, correctionGroup(ledger, visit_id));
  if (group.empty()) {
    return std::string();
  }
  DOORSTEP_ASSIGN(const v1::Record last, decoded(group.back()));
  return last.visit().voided() ? std::string() : group.back().id;
}

}  // namespace doorstep::service
