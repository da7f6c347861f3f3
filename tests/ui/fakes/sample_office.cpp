// What waits for a supervisor, and what a desk has at hand.

#include <algorithm>

#include "sync/care/calendar.h"
#include "sync/replication/records.h"
#include "tests/ui/fakes/sample_district.h"

namespace doorstep::tests {
namespace {

store::ElderRow elderAt(std::size_t at) {
  return sampleElders()[at];
}

store::LadderRow sampleLadder() {
  const store::ElderRow elder = elderAt(3);
  store::LadderRow row;
  row.ladder.set_id(sampleId(611));
  row.ladder.set_elder_id(elder.elder_id);
  row.ladder.set_household_id(elder.household_id);
  row.ladder.set_tier(v1::TIER_A);
  *row.ladder.mutable_started_at() = care::toTimestamp(sampleNow() - absl::Minutes(95));
  row.status.next = v1::LADDER_STEP_SUPERVISOR;
  row.status.next_due_at = sampleNow() + absl::Minutes(25);
  row.status.taken = {v1::LADDER_STEP_SECOND_TRY, v1::LADDER_STEP_PHONE, v1::LADDER_STEP_NEIGHBOUR};
  row.elder_name = elder.name;
  row.door = elder.door;
  row.area = elder.area;
  row.worker_name = "高志远";
  return row;
}

store::ProposalRow sampleProposal(int number, std::size_t elder_at, v1::StatusProposal proposal) {
  const store::ElderRow elder = elderAt(elder_at);
  store::ProposalRow row;
  row.visit_id = sampleId(number);
  row.elder_id = elder.elder_id;
  row.elder_name = elder.name;
  row.door = elder.door;
  row.area = elder.area;
  row.proposal = proposal;
  row.reported_on = kSampleDay - 1;
  row.reported_by_name = "高志远";
  return row;
}

store::HoursRow sampleHours(int number, std::size_t elder_at, v1::ServiceKind kind, std::uint32_t minutes,
                            v1::ServiceEntryState state) {
  const store::ElderRow elder = elderAt(elder_at);
  store::HoursRow row;
  row.entry.set_id(sampleId(number));
  row.entry.set_household_id(elder.household_id);
  row.entry.set_elder_id(elder.elder_id);
  row.entry.set_kind(kind);
  *row.entry.mutable_started_at() = care::toTimestamp(sampleNow() - absl::Hours(21));
  row.entry.set_hours_source(v1::HOURS_SOURCE_ENTERED);
  v1::WorkerMinutes* worker = row.entry.add_workers();
  worker->set_worker_id(sampleId(1));
  worker->set_minutes(minutes);
  row.state = state;
  row.elder_name = elder.name;
  row.worker_names = {"高志远"};
  return row;
}

std::string phoneOnly(const std::string& elder_id, const char* phone) {
  v1::Record record;
  record.mutable_elder()->set_id(elder_id);
  record.mutable_elder()->set_phone(phone);
  return replication::encode(record);
}

// As a tablet makes them: the time comes first.
std::string changeAt(absl::Time at, char last) {
  std::string id(16, last);
  const auto milliseconds = static_cast<std::uint64_t>(absl::ToUnixMillis(at));
  for (int byte = 0; byte < 6; ++byte)
    id[static_cast<std::size_t>(byte)] = static_cast<char>(milliseconds >> (40 - 8 * byte));
  return id;
}

store::ConflictRow sampleConflict(int number, std::size_t elder_at, const char* field, v1::ConflictRule rule) {
  const store::ElderRow elder = elderAt(elder_at);
  store::ConflictRow row;
  row.conflict.set_id(sampleId(number));
  row.conflict.set_record_kind(v1::RECORD_KIND_ELDER);
  row.conflict.set_record_id(elder.elder_id);
  row.conflict.set_field(field);
  row.conflict.set_rule(rule);
  row.conflict.set_chosen_change_id(changeAt(sampleNow() - absl::Hours(28), 'a'));
  row.conflict.set_other_change_id(changeAt(sampleNow() - absl::Hours(5), 'b'));
  *row.conflict.mutable_found_at() = care::toTimestamp(sampleNow() - absl::Hours(3));
  row.elder_id = elder.elder_id;
  row.elder_name = elder.name;
  row.door = elder.door;
  row.area = elder.area;
  row.chosen_by_name = "金贞淑";
  row.other_by_name = "高志远";
  return row;
}

store::ConflictRow samplePhoneConflict() {
  store::ConflictRow row = sampleConflict(631, 4, "phone", v1::CONFLICT_RULE_ROLE);
  row.conflict.set_chosen_value(phoneOnly(row.elder_id, "0432 0000 0005"));
  row.conflict.set_other_value(phoneOnly(row.elder_id, "0432 0000 0050"));
  row.standing_value = row.conflict.chosen_value();
  return row;
}

std::string statusOnly(v1::CareStatus status, int day) {
  v1::Record record;
  v1::StatusSpan* span = record.mutable_elder()->add_statuses();
  span->set_status(status);
  *span->mutable_from_on() = care::toDate(absl::CivilDay(2026, 11, day));
  return replication::encode(record);
}

store::ConflictRow sampleStatusConflict() {
  store::ConflictRow row = sampleConflict(632, 7, "statuses", v1::CONFLICT_RULE_DECEASED_STAYS);
  row.conflict.set_chosen_value(statusOnly(v1::CARE_STATUS_DECEASED, 18));
  row.conflict.set_other_value(statusOnly(v1::CARE_STATUS_HOSPITALISED, 19));
  row.standing_value = row.conflict.chosen_value();
  return row;
}

store::PersonOnFile samplePerson(std::size_t elder_at, const char* name, const char* file_number) {
  const store::ElderRow row = elderAt(elder_at);
  store::PersonOnFile person;
  person.elder.set_id(row.elder_id);
  person.elder.set_name(name);
  person.elder.set_gender(v1::GENDER_FEMALE);
  person.elder.set_birth_year(1944);
  person.elder.set_file_number(file_number);
  person.elder.set_phone("0432 0000 0031");
  *person.elder.mutable_care_from_on() = care::toDate(absl::CivilDay(2026, 9, 14));
  person.door = row.door;
  person.area = row.area;
  return person;
}

store::DuplicateRow sampleDuplicate(int number, bool merged) {
  store::DuplicateRow row;
  row.pair.set_id(sampleId(number));
  row.pair.set_reason(v1::DUPLICATE_REASON_NAME_AND_BIRTH_YEAR);
  *row.pair.mutable_found_at() = care::toTimestamp(sampleNow() - absl::Hours(20));
  row.older = samplePerson(merged ? 9 : 6, "郑淑芬", "FM-3107");
  row.older.visits = 9;
  row.older.last_contact_on = kSampleDay - 6;
  row.newer = samplePerson(merged ? 5 : 8, "郑 淑芬", "FM-3391");
  row.newer.visits = 1;
  row.newer.last_contact_on = kSampleDay - 1;
  row.pair.set_elder_id(row.older.elder.id());
  row.pair.set_other_elder_id(row.newer.elder.id());
  row.from_elder_id = row.newer.elder.id();
  row.into_elder_id = row.older.elder.id();
  row.merged = merged;
  if (merged) {
    row.newer.elder.set_merged_into(row.older.elder.id());
    *row.pair.mutable_settled_at() = care::toTimestamp(sampleNow() - absl::Hours(2));
    row.settled_by_name = "金贞淑";
  }
  return row;
}

store::WaitingChange sampleQuarantined() {
  store::WaitingChange change;
  change.sequence = 37;
  change.kind = v1::RECORD_KIND_VISIT;
  change.elder_name = elderAt(5).name;
  change.made_at = sampleNow() - absl::Hours(26);
  v1::Problem problem;
  problem.set_code(v1::PROBLEM_CODE_ENDS_BEFORE_START);
  problem.set_field("visit.ended_at");
  change.problems.push_back(problem);
  return change;
}

v1::Worker sampleWorker(int number, const char* name, const char* staff_number, v1::Occupation occupation) {
  v1::Worker worker;
  worker.set_id(sampleId(number));
  worker.set_name(name);
  worker.set_staff_number(staff_number);
  worker.set_occupation(occupation);
  worker.add_roles(v1::ROLE_VISITOR);
  return worker;
}

store::TargetRow sampleTarget(int number, v1::Indicator indicator, std::int64_t value, std::int64_t verified,
                              const char* document) {
  store::TargetRow row;
  row.target.set_id(sampleId(number));
  row.target.set_indicator(indicator);
  row.target.set_area_id(sampleId(700));
  *row.target.mutable_from_on() = care::toDate(absl::CivilDay(2026, 1, 1));
  *row.target.mutable_until_on() = care::toDate(absl::CivilDay(2026, 12, 31));
  row.target.set_value(value);
  row.target.set_document(document);
  row.area_name = "丰满区";
  row.verified = verified;
  row.elapsed_per_mille = 888;
  return row;
}

}  // namespace

store::OpenWork sampleOpenWork() {
  store::OpenWork work;
  work.ladders.push_back(sampleLadder());
  work.risks = sampleRisks();
  work.proposals.push_back(sampleProposal(612, 6, v1::STATUS_PROPOSAL_HOSPITALISED));
  work.proposals.push_back(sampleProposal(613, 7, v1::STATUS_PROPOSAL_DECEASED));
  for (const std::size_t at : {std::size_t{8}, std::size_t{9}}) {
    work.unassigned.push_back(elderAt(at));
    work.unassigned.back().worker_name.clear();
  }
  work.missed.push_back(elderAt(1));
  work.hours.push_back(sampleHours(621, 0, v1::SERVICE_KIND_ERRAND, 45, v1::SERVICE_ENTRY_STATE_SUBMITTED));
  work.hours.push_back(sampleHours(622, 2, v1::SERVICE_KIND_CLEANING, 400, v1::SERVICE_ENTRY_STATE_DISPUTED));
  work.conflicts.push_back(samplePhoneConflict());
  work.conflicts.push_back(sampleStatusConflict());
  work.duplicates.push_back(sampleDuplicate(641, false));
  work.duplicates.push_back(sampleDuplicate(642, true));
  work.quarantined.push_back(sampleQuarantined());
  return work;
}

std::vector<v1::Worker> sampleWorkers() {
  return {sampleWorker(1, "高志远", "V0107", v1::OCCUPATION_VOLUNTEER),
          sampleWorker(2, "金贞淑", "S0012", v1::OCCUPATION_SOCIAL_WORKER),
          sampleWorker(3, "宋文涛", "G0731", v1::OCCUPATION_GRID_WORKER),
          sampleWorker(4, "佟雅茹", "V0221", v1::OCCUPATION_VOLUNTEER)};
}

std::vector<store::PaperRow> samplePaperList() {
  std::vector<store::PaperRow> rows;
  for (const store::ElderRow& elder : sampleElders()) {
    v1::Elder person;
    person.set_id(elder.elder_id);
    person.set_name(elder.name);
    person.set_file_number("FM-" + std::to_string(3100 + rows.size()));
    if (!rows.empty() && rows.back().household_id == elder.household_id) {
      rows.back().elders.push_back(person);
      continue;
    }
    store::PaperRow row;
    row.number = static_cast<std::uint32_t>(rows.size()) + 1;
    row.household_id = elder.household_id;
    row.elders.push_back(person);
    row.door = elder.door;
    row.area = elder.area;
    row.phone = "0432 0000 00" + std::to_string(10 + rows.size());
    row.due = elder.due;
    if (rows.size() % 3 == 1)
      row.safety_note = "院里有狗，先打电话";
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<store::TargetRow> sampleTargets() {
  return {sampleTarget(651, v1::INDICATOR_MEAL_POINTS, 430, 202, "丰民发〔2026〕3号"),
          sampleTarget(652, v1::INDICATOR_PERSON_TIMES, 24000, 20874, "")};
}

std::vector<v1::Assignment> sampleAssignments(const std::string& household_id) {
  v1::Assignment assignment;
  assignment.set_id(sampleId(661));
  assignment.set_worker_id(sampleId(1));
  assignment.set_household_id(household_id);
  *assignment.mutable_from_on() = care::toDate(absl::CivilDay(2026, 3, 1));
  return {assignment};
}

v1::DistrictRules sampleRules() {
  v1::DistrictRules rules;
  rules.set_id(sampleId(670));
  rules.set_district_id(sampleId(700));
  rules.set_zone("Asia/Shanghai");
  *rules.mutable_go_live_on() = care::toDate(absl::CivilDay(2026, 9, 14));
  v1::RuleSet* first = rules.add_rule_sets();
  *first->mutable_from_on() = care::toDate(absl::CivilDay(2026, 9, 14));
  for (int kind = v1::ELDER_KIND_LIVING_ALONE; kind <= v1::ELDER_KIND_FAMILY_PLANNING_SPECIAL; ++kind)
    first->add_priority_kinds(static_cast<v1::ElderKind>(kind));
  first->set_same_contact_minutes(30);
  first->set_away_expires_days(60);
  first->set_short_institution_days(30);
  first->set_first_visit_days(14);
  first->set_freeze_day(6);
  first->set_freeze_waits_for_working_day(true);
  first->set_backdate_days(7);
  first->set_ladder_a_supervisor_minutes(120);
  first->set_ladder_a_community_minutes(240);
  first->set_ladder_c_second_try_days(3);
  *rules.add_extra_holidays() = care::toDate(absl::CivilDay(2026, 12, 31));
  return rules;
}

}  // namespace doorstep::tests
