#include "sync/care/calendar.h"
#include "tests/ui/fakes/sample_district.h"

namespace doorstep::tests {
namespace {

store::RiskRow risk(int number, int elder, v1::RiskKind kind, v1::RiskLevel level, v1::RiskState state,
                    absl::Duration age, absl::Duration left, const char* note) {
  const store::ElderRow row = sampleElders()[static_cast<std::size_t>(elder - 1)];
  store::RiskRow result;
  result.flag.set_id(sampleId(number));
  result.flag.set_elder_id(row.elder_id);
  result.flag.set_household_id(row.household_id);
  result.flag.set_kind(kind);
  result.flag.set_level(level);
  result.flag.set_note(note);
  *result.flag.mutable_opened_at() = care::toTimestamp(sampleNow() - age);
  result.status.state = state;
  result.status.level = level;
  result.next_due_at = sampleNow() + left;
  result.elder_name = row.name;
  result.door = row.door;
  result.area = row.area;
  result.reported_by_name = "高志远";
  return result;
}

store::CaseloadRow worker(int number, const char* name, v1::Occupation occupation, std::uint32_t elders,
                          std::uint32_t contacted, std::uint32_t overdue, std::uint32_t risks, std::uint32_t urgent) {
  store::CaseloadRow row;
  if (number > 0)
    row.worker.set_id(sampleId(number));
  row.worker.set_name(name);
  row.worker.set_occupation(occupation);
  row.elders = elders;
  row.households = elders - elders / 8;
  row.contacted = contacted;
  row.overdue = overdue;
  row.due = elders - contacted - overdue;
  row.open_risks = risks;
  row.urgent_risks = urgent;
  if (number > 0)
    row.last_record_at = sampleNow() - absl::Minutes(13 * number);
  return row;
}

}  // namespace

store::Session sampleSession(std::vector<v1::Role> roles) {
  store::Session session;
  session.worker.set_id(sampleId(800));
  session.worker.set_name(roles.front() == v1::ROLE_VISITOR      ? "高志远"
                          : roles.front() == v1::ROLE_SUPERVISOR ? "田丽"
                                                                 : "邢主任");
  session.roles = std::move(roles);
  session.district_id = sampleId(700);
  session.district_code = "220211";
  session.district_name = "丰满区";
  session.zone = "Asia/Shanghai";
  return session;
}

std::vector<store::RiskRow> sampleRisks() {
  std::vector<store::RiskRow> risks;
  risks.push_back(risk(601, 2, v1::RISK_KIND_GAS_ELECTRICITY_FIRE, v1::RISK_LEVEL_RED, v1::RISK_STATE_OPEN,
                       absl::Minutes(22), -absl::Minutes(7), "厨房有煤气味，已关总阀开窗"));
  risks.back().flag.set_called("燃气公司抢修 王师傅接听，9:20 到");
  risks.push_back(risk(602, 3, v1::RISK_KIND_FALL, v1::RISK_LEVEL_ORANGE, v1::RISK_STATE_OPEN, absl::Hours(5),
                       absl::Hours(19), "上周在卫生间滑倒，膝盖还肿"));
  risks.push_back(risk(603, 7, v1::RISK_KIND_SUPPORT_MISSING, v1::RISK_LEVEL_YELLOW, v1::RISK_STATE_ACKNOWLEDGED,
                       absl::Hours(80), absl::Hours(24 * 24), ""));
  risks.back().waiting = true;
  return risks;
}

std::vector<store::CaseloadRow> sampleCaseload() {
  return {worker(0, "", v1::OCCUPATION_UNSPECIFIED, 6, 1, 2, 1, 0),
          worker(1, "高志远", v1::OCCUPATION_VOLUNTEER, 104, 88, 3, 2, 1),
          worker(2, "金贞淑", v1::OCCUPATION_SOCIAL_WORKER, 98, 98, 0, 0, 0),
          worker(3, "宋文涛", v1::OCCUPATION_GRID_WORKER, 112, 71, 14, 3, 0),
          worker(4, "佟雅茹", v1::OCCUPATION_VOLUNTEER, 97, 90, 0, 1, 1)};
}

namespace {

v1::DigestCell sampleCell(v1::RecordKind kind, absl::CivilMonth month, std::uint64_t count) {
  v1::DigestCell cell;
  cell.set_kind(kind);
  cell.set_month(month.year() * 12 + month.month() - 1);
  cell.set_count(count);
  return cell;
}

// The evening before: one visit of October was missing here, and has come again.
client::Comparison sampleComparison() {
  constexpr absl::CivilMonth kOctober(2026, 10);
  constexpr absl::CivilMonth kNovember(2026, 11);
  client::Comparison comparison;
  comparison.at = absl::FromCivil(absl::CivilMinute(2026, 11, 19, 17, 40), care::districtZone());
  comparison.held = {sampleCell(v1::RECORD_KIND_VISIT, kOctober, 96), sampleCell(v1::RECORD_KIND_VISIT, kNovember, 52),
                     sampleCell(v1::RECORD_KIND_SERVICE_ENTRY, kNovember, 31)};
  comparison.service = comparison.held;
  comparison.held_before = {sampleCell(v1::RECORD_KIND_VISIT, kOctober, 95)};
  comparison.service_before = {sampleCell(v1::RECORD_KIND_VISIT, kOctober, 96)};
  comparison.taken = 1;
  comparison.contents_named = comparison.contents_at_service = 12;
  return comparison;
}

}  // namespace

store::SyncOverview sampleOverview(bool waiting) {
  store::SyncOverview overview;
  overview.comparison = sampleComparison();
  overview.last_sync = absl::FromCivil(absl::CivilMinute(2026, 11, 20, 9, 12), care::districtZone());
  if (!waiting)
    return overview;
  overview.waiting_visits = 3;
  overview.waiting_changes = 5;
  const std::vector<std::pair<v1::RecordKind, const char*>> kinds{{v1::RECORD_KIND_VISIT, "何桂芳"},
                                                                  {v1::RECORD_KIND_SERVICE_ENTRY, "何桂芳"},
                                                                  {v1::RECORD_KIND_VISIT, "张凤霞"},
                                                                  {v1::RECORD_KIND_RISK_FLAG, "赵德福"},
                                                                  {v1::RECORD_KIND_VISIT, "赵德福"}};
  for (const auto& [kind, name] : kinds) {
    store::WaitingChange change;
    change.sequence = overview.waiting.size() + 41;
    change.kind = kind;
    change.elder_name = name;
    change.made_at = sampleNow() - absl::Minutes(19 - 3 * static_cast<int>(overview.waiting.size()));
    overview.waiting.push_back(change);
  }
  return overview;
}

}  // namespace doorstep::tests
