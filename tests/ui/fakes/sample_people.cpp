#include "doorstep/v1/record.pb.h"
#include "sync/care/calendar.h"
#include "tests/ui/fakes/sample_district.h"

namespace doorstep::tests {
namespace {

struct Person {
  const char* name;
  int age;
  v1::Gender gender;
  v1::Tier tier;
  std::vector<v1::ElderKind> kinds;
  const char* door;
  const char* grid;
  int household;
  int days_left;     // 99: not due
  int last_contact;  // November day, negative: October
};

const std::vector<Person>& people() {
  using enum v1::ElderKind;
  static const std::vector<Person> all{
      {"王秀兰",
       84,
       v1::GENDER_FEMALE,
       v1::TIER_A,
       {ELDER_KIND_LIVING_ALONE, ELDER_KIND_ADVANCED_AGE},
       "5号楼 1单元 302",
       "网格 07",
       1,
       1,
       11},
      {"李桂英", 82, v1::GENDER_FEMALE, v1::TIER_A, {ELDER_KIND_EMPTY_NEST}, "8号楼 3单元 101", "网格 07", 2, -3, 10},
      {"赵德福",
       79,
       v1::GENDER_MALE,
       v1::TIER_B,
       {ELDER_KIND_LIVING_ALONE, ELDER_KIND_ADVANCED_AGE, ELDER_KIND_FUNCTIONAL_LOSS},
       "3号楼 2单元 401",
       "网格 07",
       3,
       2,
       6},
      {"孙玉珍", 77, v1::GENDER_FEMALE, v1::TIER_C, {ELDER_KIND_EMPTY_NEST}, "3号楼 2单元 402", "网格 07", 4, 5, -24},
      {"周国强",
       80,
       v1::GENDER_MALE,
       v1::TIER_C,
       {ELDER_KIND_EMPTY_NEST, ELDER_KIND_SUBSISTENCE_ALLOWANCE},
       "3号楼 2单元 402",
       "网格 07",
       4,
       5,
       -24},
      {"刘淑琴", 91, v1::GENDER_FEMALE, v1::TIER_B, {ELDER_KIND_ADVANCED_AGE}, "11号楼 1单元 501", "网格 07", 5, 0, 3},
      {"欧阳·买买提江·阿布都热合曼（随女儿居住，户口在旺起镇）的母亲",
       88,
       v1::GENDER_FEMALE,
       v1::TIER_C,
       {ELDER_KIND_LEFT_BEHIND, ELDER_KIND_EXTREME_HARDSHIP, ELDER_KIND_FAMILY_PLANNING_SPECIAL},
       "前二道乡 前二道村 老粮库西侧红砖房，铁门进去第二间",
       "网格 08",
       6,
       10,
       -12},
      {"张凤霞",
       75,
       v1::GENDER_FEMALE,
       v1::TIER_C,
       {ELDER_KIND_FAMILY_PLANNING_SPECIAL},
       "2号楼 4单元 203",
       "网格 08",
       7,
       10,
       -28},
      {"陈永贵", 86, v1::GENDER_MALE, v1::TIER_B, {ELDER_KIND_LIVING_ALONE}, "2号楼 4单元 601", "网格 08", 8, 99, 18},
      {"何桂芳", 83, v1::GENDER_FEMALE, v1::TIER_C, {ELDER_KIND_EMPTY_NEST}, "7号楼 2单元 102", "网格 08", 9, 99, 20},
  };
  return all;
}

absl::CivilDay novemberDay(int day) {
  return day > 0 ? absl::CivilDay(2026, 11, day) : absl::CivilDay(2026, 10, -day);
}

absl::Time at(absl::CivilDay day, int hour, int minute) {
  return absl::FromCivil(absl::CivilMinute(day.year(), day.month(), day.day(), hour, minute), care::districtZone());
}

store::ElderRow rowOf(int number, const Person& person) {
  store::ElderRow row;
  row.elder_id = sampleId(number);
  row.household_id = sampleId(100 + person.household);
  row.name = person.name;
  row.age = person.age;
  row.gender = person.gender;
  row.tier = person.tier;
  row.kinds = person.kinds;
  row.door = person.door;
  row.area = {"建华街道", "龙城社区", person.grid};
  row.last_contact_on = novemberDay(person.last_contact);
  row.worker_name = "高志远";
  if (person.days_left != 99) {
    const absl::CivilDay until = kSampleDay + person.days_left;
    row.due = care::Due{until - 6, until, person.days_left, false};
  }
  return row;
}

v1::Visit pastVisit(int number, const store::ElderRow& row, absl::Time started, int minutes, v1::ContactMode mode,
                    v1::ContactOutcome outcome, const char* note) {
  v1::Visit visit;
  visit.set_id(sampleId(number));
  visit.set_household_id(row.household_id);
  visit.add_worker_ids(sampleId(800));
  visit.set_recorded_by(sampleId(800));
  visit.set_zone("Asia/Shanghai");
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  v1::VisitContact* contact = visit.add_contacts();
  contact->set_elder_id(row.elder_id);
  contact->set_mode(mode);
  contact->set_outcome(outcome);
  *visit.mutable_started_at() = care::toTimestamp(started);
  *visit.mutable_ended_at() = care::toTimestamp(started + absl::Minutes(minutes));
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_note(note);
  return visit;
}

void addContacts(store::ElderFile& file, const store::ElderRow& row) {
  v1::Contact daughter;
  daughter.set_id(sampleId(900));
  daughter.set_elder_id(row.elder_id);
  daughter.set_name("赵敏");
  daughter.set_relation(v1::CONTACT_RELATION_CHILD);
  daughter.set_phone("139 0000 0001");
  daughter.set_emergency_contact(true);
  daughter.set_note("白天上班，晚上六点后好找");
  file.contacts.push_back(daughter);
  v1::Contact neighbour;
  neighbour.set_id(sampleId(901));
  neighbour.set_elder_id(row.elder_id);
  neighbour.set_name("钱阿姨");
  neighbour.set_relation(v1::CONTACT_RELATION_NEIGHBOUR);
  neighbour.set_phone("0432 0000 0002");
  file.contacts.push_back(neighbour);
}

void addTimeline(store::ElderFile& file, const store::ElderRow& row) {
  store::TimelineEntry latest{pastVisit(910, row, at(*row.last_contact_on, 9, 40), 35, v1::CONTACT_MODE_IN_PERSON,
                                        v1::CONTACT_OUTCOME_SEEN, "血压偏高，提醒按时吃药"),
                              {},
                              {"高志远"},
                              true};
  v1::ServiceEntry chat;
  chat.set_id(sampleId(911));
  chat.set_kind(v1::SERVICE_KIND_COMPANIONSHIP);
  chat.add_workers()->set_minutes(20);
  latest.services.push_back(chat);
  file.timeline.push_back(latest);
  file.timeline.push_back({pastVisit(912, row, at(absl::CivilDay(2026, 10, 22), 15, 5), 0, v1::CONTACT_MODE_IN_PERSON,
                                     v1::CONTACT_OUTCOME_NO_REPLY, ""),
                           {},
                           {"高志远"},
                           false});
  file.timeline.push_back({pastVisit(913, row, at(absl::CivilDay(2026, 10, 12), 10, 20), 12, v1::CONTACT_MODE_PHONE,
                                     v1::CONTACT_OUTCOME_SPOKE_REMOTE, "想孩子"),
                           {},
                           {"高志远", "田丽"},
                           false});
}

v1::Conflict phoneConflict(const store::ElderRow& row) {
  v1::Conflict conflict;
  conflict.set_id(sampleId(920));
  conflict.set_record_kind(v1::RECORD_KIND_ELDER);
  conflict.set_record_id(row.elder_id);
  conflict.set_household_id(row.household_id);
  conflict.set_field("phone");
  v1::Record record;
  record.mutable_elder()->set_phone("0432 0000 0003");
  conflict.set_chosen_value(record.SerializeAsString());
  record.mutable_elder()->set_phone("0432 0000 0030");
  conflict.set_other_value(record.SerializeAsString());
  *conflict.mutable_found_at() = care::toTimestamp(at(kSampleDay - 1, 17, 20));
  return conflict;
}

}  // namespace

absl::Time sampleNow() {
  return at(kSampleDay, 9, 31);
}

std::string sampleId(int number) {
  std::string id(16, '\0');
  id[6] = 0x70;
  id[14] = static_cast<char>(number / 256);
  id[15] = static_cast<char>(number % 256);
  return id;
}

std::vector<store::ElderRow> sampleElders() {
  std::vector<store::ElderRow> rows;
  for (const Person& person : people())
    rows.push_back(rowOf(static_cast<int>(rows.size()) + 1, person));
  rows[0].last_attempt = v1::CONTACT_OUTCOME_NO_REPLY;
  rows[0].last_attempt_at = at(kSampleDay, 8, 40);
  rows[2].open_risk = v1::RISK_LEVEL_ORANGE;
  rows[2].promise = "问一下助餐补贴怎么申请";
  rows[2].promise_on = kSampleDay + 1;
  rows[3].recheck_on = kSampleDay;
  rows[5].draft = true;
  rows[7].waiting = true;
  rows[9].visited_today = true;
  rows[9].waiting = true;
  return rows;
}

store::ElderFile sampleFile(const store::ElderRow& row) {
  store::ElderFile file;
  file.elder.set_id(row.elder_id);
  file.elder.set_name(row.name);
  file.elder.set_gender(row.gender);
  file.elder.set_birth_year(2026 - row.age);
  file.elder.set_language("东北话");
  file.elder.set_hearing("左耳背，请大声");
  file.elder.set_how_to_approach("喜欢下棋。先敲三下，等一会儿；别一进门就问身体。");
  file.elder.set_phone("0432 0000 0003");
  file.elder.set_file_number("FM-0417");
  v1::KindsSpan* kinds = file.elder.add_kinds();
  for (const v1::ElderKind kind : row.kinds)
    kinds->add_kinds(kind);
  *kinds->mutable_from_on() = care::toDate(absl::CivilDay(2025, 1, 1));
  v1::TierSpan* tier = file.elder.add_tiers();
  tier->set_tier(row.tier);
  *tier->mutable_from_on() = care::toDate(absl::CivilDay(2025, 1, 1));
  file.household.set_id(row.household_id);
  file.household.set_building(row.door);
  file.household.set_door_note("门铃坏了，敲窗");
  file.area = row.area;
  file.due = row.due;
  file.worker_name = row.worker_name;
  if (row.open_risk != v1::RISK_LEVEL_UNSPECIFIED) {
    file.elder.set_safety_note("院里有狗，没拴。请先打电话。");
    file.conflicts.push_back(phoneConflict(row));
  }
  addContacts(file, row);
  addTimeline(file, row);
  for (const store::ElderRow& other : sampleElders()) {
    if (other.household_id != row.household_id || other.elder_id == row.elder_id)
      continue;
    v1::Elder companion;
    companion.set_id(other.elder_id);
    companion.set_name(other.name);
    companion.set_birth_year(2026 - other.age);
    file.companions.push_back(companion);
  }
  for (const store::RiskRow& risk : sampleRisks()) {
    if (risk.flag.elder_id() == row.elder_id)
      file.risks.push_back(risk);
  }
  return file;
}

}  // namespace doorstep::tests
