#include "app/store/open_risks.h"

#include <vector>

#include "app/store/day.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

const v1::RiskEvent& eventOf(const v1::Record& record) {
  return record.has_restricted_risk_event() ? record.restricted_risk_event() : record.risk_event();
}

}  // namespace

absl::StatusOr<std::optional<FoldedRisk>> readRisk(sqlite::Database& database, const std::string& flag_id) {
  RecordTable records(database);
  FoldedRisk risk;
  DOORSTEP_ASSIGN(std::optional<v1::Record> record, records.get(v1::RECORD_KIND_RISK_FLAG, flag_id));
  if (!record) {
    DOORSTEP_ASSIGN(record, records.get(v1::RECORD_KIND_RESTRICTED_RISK_FLAG, flag_id));
    risk.restricted = true;
  }
  if (!record) {
    return std::optional<FoldedRisk>();
  }
  risk.flag = risk.restricted ? record->restricted_risk_flag() : record->risk_flag();
  const v1::RecordKind kind = risk.restricted ? v1::RECORD_KIND_RESTRICTED_RISK_EVENT : v1::RECORD_KIND_RISK_EVENT;
  DOORSTEP_ASSIGN(const std::vector<v1::Record> kept, records.ofParent(flag_id, kind));
  std::vector<const v1::RiskEvent*> events;
  for (const v1::Record& event : kept) {
    events.push_back(&eventOf(event));
  }
  risk.status = care::foldRisk(risk.flag, events);
  return std::optional(std::move(risk));
}

absl::Status foldFlag(sqlite::Database& database, const std::string& flag_id) {
  DOORSTEP_ASSIGN(const std::optional<FoldedRisk> risk, readRisk(database, flag_id));
  if (!risk) {
    return database.execute("DELETE FROM risk WHERE flag = ?1", blob(flag_id));
  }
  return database.execute(
      "INSERT OR REPLACE INTO risk(flag, kind, household, elder, level, open, recheck_day)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      blob(flag_id), static_cast<int>(risk->flag.kind()), blob(risk->flag.household_id()), blob(risk->flag.elder_id()),
      static_cast<int>(risk->status.level), care::isOpen(risk->status.state), dayNumberIfSet(risk->status.recheck_on));
}

}  // namespace doorstep::store
