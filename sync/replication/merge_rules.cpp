#include "sync/replication/merge_rules.h"

#include <algorithm>

namespace doorstep::replication {
namespace {

bool saysDeceased(const v1::Record& record) {
  const auto& spans = record.elder().statuses();
  return std::any_of(spans.begin(), spans.end(),
                     [](const v1::StatusSpan& span) { return span.status() == v1::CARE_STATUS_DECEASED; });
}

// For some fields an untrue value is dangerous and its opposite is not: these win whoever wrote them.
bool isProtected(const v1::Record& record, const std::string& field) {
  return record.has_elder() && field == "statuses" && saysDeceased(record);
}

}  // namespace

Choice choose(const v1::Record& standing, const v1::Record& patched, const std::string& field,
              const FieldRevision& standing_author, const FieldRevision& patch_author) {
  const bool standing_protected = isProtected(standing, field);
  const bool patch_protected = isProtected(patched, field);
  if (standing_protected != patch_protected) {
    return {standing_protected ? Winner::kStanding : Winner::kPatch, v1::CONFLICT_RULE_DECEASED_STAYS};
  }
  if (standing_author.role != patch_author.role) {
    return {standing_author.role > patch_author.role ? Winner::kStanding : Winner::kPatch, v1::CONFLICT_RULE_ROLE};
  }
  return {Winner::kPatch, v1::CONFLICT_RULE_SERVICE_ORDER};
}

}  // namespace doorstep::replication
