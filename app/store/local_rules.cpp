#include "app/store/local_rules.h"

#include <utility>

#include "app/store/record_table.h"
#include "app/store/replica_row.h"
#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {

absl::StatusOr<LocalRules> localRules(sqlite::Database& database) {
  DOORSTEP_ASSIGN(const ReplicaRow replica, loadReplica(database));
  DOORSTEP_ASSIGN(std::vector<v1::Record> all, RecordTable(database).ofKind(v1::RECORD_KIND_DISTRICT_RULES));
  LocalRules local;
  for (v1::Record& record : all) {
    if (replica.district_id.empty() || record.district_rules().district_id() == replica.district_id) {
      local.rules = std::move(*record.mutable_district_rules());
    }
  }
  if (local.rules.rule_sets().empty()) {
    *local.rules.add_rule_sets() = care::defaultRules();
  }
  local.zone_name = local.rules.zone().empty() ? replica.zone : local.rules.zone();
  local.rules.set_zone(local.zone_name);
  local.zone = care::districtZone(local.zone_name);
  return local;
}

}  // namespace doorstep::store
