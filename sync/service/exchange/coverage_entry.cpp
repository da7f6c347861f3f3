#include "sync/service/exchange/coverage_entry.h"

#include <algorithm>

#include "doorstep/v1/record.pb.h"
#include "sync/care/calendar.h"
#include "sync/replication/records.h"
#include "sync/service/keys.h"

namespace doorstep::service {

CoverageSight::CoverageSight(DistrictReader& ledger, const Directory& directory, const Caller& caller)
    : scope_(ledger, directory),
      caller_(caller),
      readable_(rightsOf(caller.roles, v1::RECORD_KIND_COVERAGE_ROW, Verb::kRead)) {}

bool CoverageSight::sees(const std::string& area_id) const {
  return std::any_of(readable_.begin(), readable_.end(),
                     [&](const Right& right) { return scope_.reachesArea(caller_, right.scope, area_id); });
}

v1::CoverageRow coverageRow(const RollupRow& row, const v1::DistrictRules* rules) {
  const absl::CivilMonth month = monthOfNumber(row.month);
  v1::CoverageRow shown;
  shown.set_area_id(row.area_id);
  *shown.mutable_month() = care::toMonth(month);
  *shown.mutable_figures() = row.figures;
  shown.set_provisional(!row.frozen.has_value());
  if (row.frozen.has_value()) {
    *shown.mutable_frozen() = row.frozen->figures;
    *shown.mutable_frozen_at() = care::toTimestamp(row.frozen->frozen_at);
    shown.set_frozen_sequence(row.frozen->sequence);
  }
  shown.set_partial(rules != nullptr && rules->has_go_live_on() &&
                    absl::CivilMonth(care::civilDay(rules->go_live_on())) == month);
  return shown;
}

v1::FeedEntry coverageEntry(const RollupRow& row, const v1::DistrictRules* rules) {
  v1::Record record;
  *record.mutable_coverage_row() = coverageRow(row, rules);
  v1::FeedEntry entry;
  *entry.mutable_revision() = row.revision;
  entry.set_kind(v1::RECORD_KIND_COVERAGE_ROW);
  entry.set_record_id(replication::idOf(record));
  entry.set_household_id(replication::directoryHousehold());
  entry.set_record(replication::encode(record));
  return entry;
}

}  // namespace doorstep::service
