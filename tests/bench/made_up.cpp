#include "tests/bench/made_up.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "sync/care/calendar.h"
#include "sync/replication/records.h"
#include "tests/bench/notes.h"

namespace doorstep::bench {
namespace {

constexpr char kDistrict[] = "220211";
constexpr std::size_t kEldersInPage = 20;
// With 100 elders a grid: 100,000 visits at 50 an elder, 60,000 at 12, 600,000 at 50.
constexpr std::size_t kBossGrids = 20;
constexpr std::size_t kChiefGrids = 50;
constexpr std::size_t kDirectorGrids = 120;

v1::Date since() {
  return care::toDate(absl::CivilDay(2024, 9, 1));
}

std::string gridCode(std::size_t grid) {
  return absl::StrFormat("%s%03d%02d", "220211001", 1 + grid / 99, 1 + grid % 99);
}

std::string communityCode(std::size_t grid) {
  return absl::StrFormat("%s%03d", "220211001", 1 + grid / 99);
}

v1::AreaRow& addArea(std::vector<v1::ImportRow>& rows, const std::string& code, const std::string& parent,
                     const char* kind) {
  v1::AreaRow& area = *rows.emplace_back().mutable_area();
  area.set_code(code);
  area.set_parent_code(parent);
  area.set_kind(kind);
  area.set_name(absl::StrCat("区域 ", code));
  return area;
}

void addWorker(std::vector<v1::ImportRow>& rows, const std::string& number, v1::Role role, const std::string& area) {
  v1::WorkerRow& worker = *rows.emplace_back().mutable_worker();
  worker.set_staff_number(number);
  worker.set_name(personName(rows.size()));
  worker.add_roles(role);
  worker.add_area_codes(area);
  worker.set_occupation(v1::OCCUPATION_VOLUNTEER);
}

void addSupervisor(std::vector<v1::ImportRow>& rows, const std::string& number, std::size_t grids) {
  addWorker(rows, number, v1::ROLE_SUPERVISOR, gridCode(0));
  for (std::size_t grid = 1; grid < grids; ++grid) {
    rows.back().mutable_worker()->add_area_codes(gridCode(grid));
  }
}

template <typename Span>
void hold(Span& span) {
  *span.mutable_from_on() = since();
}

}  // namespace

absl::Time now() {
  return absl::FromCivil(absl::CivilSecond(2026, 11, 20, 9, 0, 0), care::districtZone());
}

absl::CivilDay today() {
  return absl::CivilDay(2026, 11, 20);
}

std::string identifier(std::uint64_t number) {
  std::string bytes(16, '\0');
  for (std::size_t i = 0; i < 8; ++i) {
    bytes[i] = static_cast<char>(number >> (8 * (7 - i)) & 0xFF);
  }
  bytes[15] = 1;  // never the directory's
  return bytes;
}

std::string personName(std::size_t number) {
  static constexpr std::array kFamily = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "单", "曾"};
  static constexpr std::array kFirst = {"秀", "桂", "玉", "淑", "德", "国", "建", "春", "凤", "永"};
  static constexpr std::array kSecond = {"兰", "英", "珍", "华", "福", "强", "梅", "芳", "生", "云", "珠"};
  return absl::StrCat(kFamily[number % kFamily.size()], kFirst[number / 7 % kFirst.size()],
                      kSecond[number / 3 % kSecond.size()]);
}

v1::Visit visit(const VisitPlan& plan) {
  static constexpr std::array kItems = {"health", "mood", "food", "money", "family", "gas", "hygiene", "needs"};
  v1::Visit visit;
  visit.set_id(plan.id);
  visit.set_household_id(plan.household_id);
  v1::VisitContact& contact = *visit.add_contacts();
  contact.set_elder_id(plan.elder_id);
  contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
  contact.set_outcome(v1::CONTACT_OUTCOME_SEEN);
  visit.add_worker_ids(plan.worker_id);
  visit.set_recorded_by(plan.worker_id);
  *visit.mutable_started_at() = care::toTimestamp(plan.ended_at - absl::Minutes(10));
  *visit.mutable_ended_at() = care::toTimestamp(plan.ended_at);
  visit.set_zone("Asia/Shanghai");
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  for (const char* item : kItems) {
    v1::Answer& answer = *visit.add_answers();
    answer.set_item_code(item);
    answer.set_option_code(plan.number % 5 == 0 ? "fair" : "good");
    answer.set_elder_id(plan.elder_id);
    answer.set_same_as_last_time(plan.number % 5 != 0);
  }
  visit.set_note(notes()[plan.number % notes().size()]);
  return visit;
}

std::string workerNumber(std::size_t worker) {
  return absl::StrCat("w", worker);
}

std::vector<v1::ImportRow> placeRows(std::size_t grids) {
  std::vector<v1::ImportRow> rows;
  addArea(rows, "22", "", "province");
  addArea(rows, "2202", "22", "city");
  addArea(rows, kDistrict, "2202", "district");
  addArea(rows, "220211001", kDistrict, "subdistrict");
  std::string last;
  for (std::size_t grid = 0; grid < grids; ++grid) {
    if (communityCode(grid) != last) {
      last = communityCode(grid);
      addArea(rows, last, "220211001", "community");
    }
    addArea(rows, gridCode(grid), last, "grid");
  }
  return rows;
}

std::vector<v1::ImportRow> workerRows(std::size_t workers) {
  std::vector<v1::ImportRow> rows;
  addWorker(rows, "desk", v1::ROLE_DISTRICT_STAFF, kDistrict);
  addSupervisor(rows, "boss", std::min(workers, kBossGrids));
  addSupervisor(rows, "chief", std::min(workers, kChiefGrids));
  addSupervisor(rows, "director", std::min(workers, kDirectorGrids));
  for (std::size_t worker = 0; worker < workers; ++worker) {
    addWorker(rows, workerNumber(worker), v1::ROLE_VISITOR, gridCode(worker));
  }
  return rows;
}

std::vector<v1::ImportRow> elderRows(std::size_t workers, std::size_t elders_each) {
  std::vector<v1::ImportRow> rows;
  for (std::size_t i = 0; i < workers * elders_each; ++i) {
    v1::ElderRow& elder = *rows.emplace_back().mutable_elder();
    elder.set_file_number(absl::StrCat("e", i));
    elder.set_name(personName(i));
    elder.set_gender(i % 2 == 0 ? v1::GENDER_FEMALE : v1::GENDER_MALE);
    elder.set_birth_year(1935 + static_cast<int>(i % 20));
    elder.set_area_code(gridCode(i / elders_each));
    elder.set_building(absl::StrCat(1 + i % 30, "号楼"));
    elder.set_unit("2单元");
    elder.set_dwelling(absl::StrCat(101 + i % 600));
    elder.add_kinds(v1::ELDER_KIND_LIVING_ALONE);
    elder.set_tier(v1::TIER_C);
    *elder.mutable_care_from_on() = since();
  }
  return rows;
}

std::vector<v1::ImportRow> assignmentRows(std::size_t workers, std::size_t elders_each) {
  std::vector<v1::ImportRow> rows;
  for (std::size_t i = 0; i < workers * elders_each; ++i) {
    v1::AssignmentRow& assignment = *rows.emplace_back().mutable_assignment();
    assignment.set_staff_number(workerNumber(i / elders_each));
    assignment.set_household_number(absl::StrCat("e", i));
    *assignment.mutable_from_on() = since();
  }
  return rows;
}

namespace {

// Kinds of made-up identifiers, so that none meet.
enum Space : std::uint64_t { kPlaces = 1, kHouseholds = 2, kElders = 3, kAssignments = 4, kVisits = 5 };

std::string made(Space space, std::uint64_t number) {
  return identifier((std::uint64_t{space} << 48) + number);
}

}  // namespace

Pages::Pages(std::size_t elders, std::size_t visits_each)
    : elders_(elders), visits_each_(visits_each), worker_(made(kPlaces, 10)), grid_(made(kPlaces, 4)) {}

std::string Pages::householdId(std::size_t elder) const {
  return made(kHouseholds, elder);
}

std::string Pages::elderId(std::size_t elder) const {
  return made(kElders, elder);
}

void Pages::add(v1::PullReply& page, const v1::Record& record) {
  v1::FeedEntry& entry = *page.add_entries();
  entry.mutable_revision()->set_epoch(1);
  entry.mutable_revision()->set_sequence(++sequence_);
  entry.set_kind(replication::kindOf(record));
  entry.set_record_id(replication::idOf(record));
  entry.set_household_id(replication::householdOf(record));
  entry.set_record(replication::encode(record));
}

void Pages::directory(v1::PullReply& page) {
  static constexpr std::array kKinds = {v1::AREA_KIND_DISTRICT, v1::AREA_KIND_SUBDISTRICT, v1::AREA_KIND_COMMUNITY,
                                        v1::AREA_KIND_GRID};
  static constexpr std::array kCodes = {"220211", "220211001", "220211001001", "22021100100101"};
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    v1::Record record;
    v1::Area& area = *record.mutable_area();
    area.set_id(made(kPlaces, i + 1));
    area.set_parent_id(i == 0 ? std::string() : made(kPlaces, i));
    area.set_kind(kKinds[i]);
    area.set_code(kCodes[i]);
    area.set_name("区域");
    add(page, record);
  }
  v1::Record record;
  v1::Worker& worker = *record.mutable_worker();
  worker.set_id(worker_);
  worker.set_staff_number("w0");
  worker.set_name(personName(1));
  worker.add_roles(v1::ROLE_VISITOR);
  worker.add_area_ids(grid_);
  add(page, record);
}

void Pages::household(v1::PullReply& page, std::size_t number) {
  v1::Record record;
  v1::Household& household = *record.mutable_household();
  household.set_id(householdId(number));
  household.set_area_id(grid_);
  household.set_building(absl::StrCat(1 + number % 40, "号楼"));
  household.set_unit(absl::StrCat(1 + number % 4, "单元"));
  household.set_dwelling(absl::StrCat(101 + number % 900));
  add(page, record);

  v1::Elder& elder = *record.mutable_elder();
  elder.set_id(elderId(number));
  elder.set_file_number(absl::StrCat("FM-", number));
  elder.set_name(personName(number));
  elder.set_birth_year(1935 + static_cast<int>(number % 20));
  *elder.mutable_care_from_on() = since();
  v1::TierSpan& tier = *elder.add_tiers();
  tier.set_tier(number % 10 == 0 ? v1::TIER_A : v1::TIER_C);
  hold(tier);
  v1::KindsSpan& kinds = *elder.add_kinds();
  kinds.add_kinds(v1::ELDER_KIND_LIVING_ALONE);
  hold(kinds);
  v1::StatusSpan& status = *elder.add_statuses();
  status.set_status(v1::CARE_STATUS_AT_HOME);
  hold(status);
  v1::ResidenceSpan& residence = *elder.add_residences();
  residence.set_household_id(householdId(number));
  hold(residence);
  add(page, record);

  v1::Assignment& assignment = *record.mutable_assignment();
  assignment.set_id(made(kAssignments, number));
  assignment.set_worker_id(worker_);
  assignment.set_household_id(householdId(number));
  *assignment.mutable_from_on() = since();
  add(page, record);

  for (std::size_t i = 0; i < visits_each_; ++i) {
    const std::size_t visit_number = number * visits_each_ + i;
    const absl::Time ended = now() - absl::Hours(24 * 10) * static_cast<int>(visits_each_ - i);
    *record.mutable_visit() =
        visit({made(kVisits, visit_number), householdId(number), elderId(number), worker_, ended, visit_number});
    add(page, record);
  }
  page.add_complete_household_ids(householdId(number));
}

bool Pages::next(v1::PullReply& page) {
  page.Clear();
  if (!directory_done_) {
    directory(page);
    directory_done_ = true;
  } else if (next_elder_ == elders_) {
    return false;
  } else {
    for (std::size_t i = 0; i < kEldersInPage && next_elder_ < elders_; ++i) {
      household(page, next_elder_++);
    }
  }
  page.mutable_cursor()->set_epoch(1);
  page.mutable_cursor()->set_sequence(sequence_);
  return true;
}

}  // namespace doorstep::bench
