#include "sync/care/calendar.h"
#include "tests/ui/fakes/sample_district.h"

namespace doorstep::tests {
namespace {

absl::Time minutesAgo(int minutes) {
  return sampleNow() - absl::Minutes(minutes);
}

v1::MinutesLine line(int number, v1::ServiceKind kind, v1::HoursSource source, std::uint32_t minutes, bool certified,
                     bool overlaps = false) {
  v1::MinutesLine result;
  result.set_subject_id(sampleId(number));
  result.set_kind(kind);
  result.set_source(source);
  result.set_minutes(minutes);
  result.set_state(certified ? v1::SERVICE_ENTRY_STATE_CONFIRMED : v1::SERVICE_ENTRY_STATE_SUBMITTED);
  result.set_overlaps(overlaps);
  return result;
}

}  // namespace

std::vector<v1::Ladder> sampleLadders() {
  const store::ElderRow row = sampleElders()[0];
  v1::Ladder ladder;
  ladder.set_id(sampleId(940));
  ladder.set_household_id(row.household_id);
  ladder.set_elder_id(row.elder_id);
  ladder.set_visit_id(sampleId(941));
  ladder.set_started_by(sampleId(800));
  *ladder.mutable_started_at() = care::toTimestamp(minutesAgo(51));
  ladder.set_tier(row.tier);
  return {ladder};
}

v1::VisitDraft sampleDraft() {
  const store::ElderRow row = sampleElders()[5];
  v1::VisitDraft draft;
  v1::Visit& visit = *draft.mutable_visit();
  visit.set_id(sampleId(945));
  visit.set_household_id(row.household_id);
  visit.add_worker_ids(sampleId(800));
  visit.set_recorded_by(sampleId(800));
  visit.set_zone("Asia/Shanghai");
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  *visit.mutable_started_at() = care::toTimestamp(minutesAgo(36));
  *draft.mutable_paused_since() = care::toTimestamp(minutesAgo(20));
  return draft;
}

std::vector<store::OpenPromise> samplePromises(const std::string& household_id) {
  const std::vector<store::ElderRow> rows = sampleElders();
  if (household_id != rows[2].household_id)
    return {};
  store::OpenPromise allowance;
  allowance.promise.set_id(sampleId(950));
  allowance.promise.set_what(rows[2].promise);
  *allowance.promise.mutable_due_on() = care::toDate(kSampleDay + 1);
  allowance.elder_name = rows[2].name;
  allowance.made_on = kSampleDay - 14;
  store::OpenPromise chess;
  chess.promise.set_id(sampleId(951));
  chess.promise.set_what("带一副象棋");
  chess.elder_name = rows[2].name;
  chess.made_on = kSampleDay - 14;
  return {allowance, chess};
}

std::vector<store::DutyNumber> sampleDuty() {
  return {{v1::DUTY_KIND_SUPERVISOR, "田丽", "139 0000 0004"},
          {v1::DUTY_KIND_COMMUNITY, "龙城社区 值班室", "0432 0000 0005"},
          {v1::DUTY_KIND_HOSPITAL, "江南街道卫生服务中心", "0432 0000 0006"},
          {v1::DUTY_KIND_POLICE, "建华街道派出所", "0432 0000 0007"}};
}

store::MyMonth sampleMonth() {
  const std::vector<store::ElderRow> rows = sampleElders();
  store::MyMonth month;
  month.month = absl::CivilMonth(kSampleDay);
  month.elders = 104;
  month.contacted = 88;
  month.slots_due = 121;
  month.slots_satisfied = 103;
  month.person_times = 127;
  month.open = {rows[0], rows[3], rows[6]};
  month.reasons = {v1::MISSED_REASON_NO_REPLY, v1::MISSED_REASON_NOT_TRIED, v1::MISSED_REASON_AWAY};
  month.days.push_back({kSampleDay,
                        {line(960, v1::SERVICE_KIND_VISITING, v1::HOURS_SOURCE_MEASURED, 32, false),
                         line(961, v1::SERVICE_KIND_COMPANIONSHIP, v1::HOURS_SOURCE_ENTERED, 20, false)},
                        {rows[9].name, rows[9].name}});
  month.days.push_back({kSampleDay - 2,
                        {line(962, v1::SERVICE_KIND_VISITING, v1::HOURS_SOURCE_MEASURED, 41, true),
                         line(963, v1::SERVICE_KIND_ERRAND, v1::HOURS_SOURCE_ENTERED, 15, true, true),
                         line(964, v1::SERVICE_KIND_MEAL, v1::HOURS_SOURCE_IMPUTED, 30, false)},
                        {rows[8].name, rows[6].name, ""}});
  month.measured_certified = 1841;
  month.measured_provisional = 372;
  month.entered_certified = 415;
  month.entered_provisional = 95;
  month.imputed = 30;
  month.waiting_visits = 3;
  return month;
}

}  // namespace doorstep::tests
