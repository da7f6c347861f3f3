#include "sync/replication/merge_rules.h"

#include <algorithm>
#include <iterator>

#include "sync/replication/records.h"

namespace doorstep::replication {
namespace {

struct RuledField {
  v1::RecordKind kind;
  std::string_view field;
  FieldRule rule;
};

// A risk flag's level is no field that is edited: its events are appended, and their fold never lowers it
// (sync/care/risk_lifecycle.h).
constexpr RuledField kRules[] = {
    // Nobody is brought back to life by a tablet that did not know.
    {v1::RECORD_KIND_ELDER, "statuses", FieldRule::kDeceasedStays},
    // Nobody is visited less often because of one.
    {v1::RECORD_KIND_ELDER, "tiers", FieldRule::kNeverLower},
    // Two who were taken apart stay two persons: both are visited and counted until somebody looks.
    {v1::RECORD_KIND_ELDER, "merged_into", FieldRule::kEmptiedStays},
    {v1::RECORD_KIND_HOUSEHOLD, "colour_tier", FieldRule::kNeverLower},
};

bool saysDeceased(const v1::Elder& elder) {
  return std::any_of(elder.statuses().begin(), elder.statuses().end(),
                     [](const v1::StatusSpan& span) { return span.status() == v1::CARE_STATUS_DECEASED; });
}

int tierOf(const v1::Elder& elder) {
  return elder.tiers().empty() ? 0 : elder.tiers().rbegin()->tier();
}

// What the rule weighs of a value; the heavier one stands.
int weight(const v1::Record& record, FieldRule rule) {
  switch (rule) {
    case FieldRule::kDeceasedStays:
      return saysDeceased(record.elder()) ? 1 : 0;
    case FieldRule::kNeverLower:
      return record.has_household() ? record.household().colour_tier() : tierOf(record.elder());
    case FieldRule::kEmptiedStays:
      return record.elder().merged_into().empty() ? 1 : 0;
    case FieldRule::kRoleThenOrder:
      break;
  }
  return 0;
}

v1::ConflictRule nameOf(FieldRule rule) {
  switch (rule) {
    case FieldRule::kDeceasedStays:
      return v1::CONFLICT_RULE_DECEASED_STAYS;
    case FieldRule::kNeverLower:
      return v1::CONFLICT_RULE_RISK_NEVER_LOWER;
    default:
      return v1::CONFLICT_RULE_WITHDRAWAL_STAYS;
  }
}

}  // namespace

FieldRule ruleOf(v1::RecordKind kind, std::string_view field) {
  const auto* const found = std::find_if(std::begin(kRules), std::end(kRules), [kind, field](const RuledField& row) {
    return row.kind == kind && row.field == field;
  });
  return found == std::end(kRules) ? FieldRule::kRoleThenOrder : found->rule;
}

bool outweighs(const v1::Record& left, const v1::Record& right, std::string_view field) {
  const FieldRule rule = ruleOf(kindOf(left), field);
  return kindOf(left) == kindOf(right) && weight(left, rule) > weight(right, rule);
}

Choice choose(const v1::Record& standing, const v1::Record& patched, std::string_view field,
              const FieldRevision& standing_author, const FieldRevision& patch_author) {
  const FieldRule rule = ruleOf(kindOf(standing), field);
  const int standing_weight = weight(standing, rule);
  const int patch_weight = weight(patched, rule);
  if (standing_weight != patch_weight) {
    return {standing_weight > patch_weight ? Winner::kStanding : Winner::kPatch, nameOf(rule)};
  }
  if (standing_author.role != patch_author.role) {
    return {standing_author.role > patch_author.role ? Winner::kStanding : Winner::kPatch, v1::CONFLICT_RULE_ROLE};
  }
  return {Winner::kPatch, v1::CONFLICT_RULE_SERVICE_ORDER};
}

}  // namespace doorstep::replication
