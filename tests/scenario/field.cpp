#include "tests/scenario/field.h"

#include <QDir>

#include "sync/care/calendar.h"
#include "sync/ctl/operator_commands.h"
#include "sync/ctl/report_commands.h"
#include "tests/scenario/import_all.h"
#include "tests/scenario/must.h"

namespace doorstep::tests {
namespace {

constexpr char kDistrict[] = "220211";
constexpr char kGrid[] = "22021100100101";

absl::Time morning() {
  return absl::FromCivil(absl::CivilSecond(2026, 11, 20, 8, 0, 0), care::districtZone());
}

v1::Date since() {
  return care::toDate(absl::CivilDay(2026, 9, 1));
}

void addArea(std::vector<v1::ImportRow>& rows, const char* code, const char* parent, const char* kind) {
  v1::AreaRow& area = *rows.emplace_back().mutable_area();
  area.set_code(code);
  area.set_parent_code(parent);
  area.set_kind(kind);
  area.set_name(std::string("area ") + code);
}

void addWorker(std::vector<v1::ImportRow>& rows, const char* number, v1::Role role, const char* area,
               const char* supervisor) {
  v1::WorkerRow& worker = *rows.emplace_back().mutable_worker();
  worker.set_staff_number(number);
  worker.set_name(std::string("worker ") + number);
  worker.add_roles(role);
  worker.add_area_codes(area);
  worker.set_occupation(v1::OCCUPATION_VOLUNTEER);
  worker.set_supervisor_staff_number(supervisor);
}

void addElder(std::vector<v1::ImportRow>& rows, const char* door) {
  v1::ElderRow& elder = *rows.emplace_back().mutable_elder();
  elder.set_file_number(door);
  elder.set_household_number(door);
  elder.set_name(std::string("person of ") + door);
  elder.set_gender(v1::GENDER_FEMALE);
  elder.set_birth_year(1940);
  elder.set_area_code(kGrid);
  elder.set_building(std::string("building ") + door);
  elder.add_kinds(v1::ELDER_KIND_LIVING_ALONE);
  elder.set_tier(v1::TIER_C);
  *elder.mutable_care_from_on() = since();
  elder.set_how_to_approach("knock loudly");
}

void assign(std::vector<v1::ImportRow>& rows, const char* worker, const char* door) {
  v1::AssignmentRow& assignment = *rows.emplace_back().mutable_assignment();
  assignment.set_staff_number(worker);
  assignment.set_household_number(door);
  *assignment.mutable_from_on() = since();
}

std::vector<v1::ImportRow> places() {
  std::vector<v1::ImportRow> rows;
  addArea(rows, "22", "", "province");
  addArea(rows, "2202", "22", "city");
  addArea(rows, kDistrict, "2202", "district");
  addArea(rows, "220211001", kDistrict, "subdistrict");
  addArea(rows, "220211001001", "220211001", "community");
  addArea(rows, kGrid, "220211001001", "grid");
  return rows;
}

std::vector<v1::ImportRow> people() {
  std::vector<v1::ImportRow> rows;
  addWorker(rows, "desk", v1::ROLE_DISTRICT_STAFF, kDistrict, "");
  addWorker(rows, "boss", v1::ROLE_SUPERVISOR, "220211001", "");
  addWorker(rows, "li", v1::ROLE_VISITOR, kGrid, "boss");
  addWorker(rows, "wu", v1::ROLE_VISITOR, kGrid, "boss");
  return rows;
}

std::vector<v1::ImportRow> doors() {
  std::vector<v1::ImportRow> rows;
  for (const char* door : {"shared", "south", "north", "empty"}) {
    addElder(rows, door);
  }
  return rows;
}

std::vector<v1::ImportRow> assignments() {
  std::vector<v1::ImportRow> rows;
  assign(rows, "li", "shared");
  assign(rows, "li", "south");
  assign(rows, "wu", "shared");
  assign(rows, "wu", "north");
  return rows;
}

}  // namespace

Field::Field() : clock_(machine_, morning()), service_(folder_.filePath("service").toStdString()) {
  QDir(folder_.path()).mkdir("service");
  service_.start(clock_.now());
  import();
}

void Field::import() {
  ctl::Connection operators = connection();
  importAll(operators, places(), "import the areas");
  ctl::RulesOptions rules;
  rules.district = kDistrict;
  rules.go_live_on = since();
  must(ctl::setRules(operators, rules), "set the rules");
  importAll(operators, people(), "import the workers");
  importAll(operators, doors(), "import the roster");
  importAll(operators, assignments(), "import the assignments");
}

void Field::addVisitor(const std::string& staff_number) {
  ctl::Connection operators = connection();
  std::vector<v1::ImportRow> rows;
  addWorker(rows, staff_number.c_str(), v1::ROLE_VISITOR, kGrid, "boss");
  importAll(operators, std::move(rows), "import a visitor");
}

void Field::addDoors(const std::vector<std::string>& doors, const std::string& visitor, v1::Tier tier) {
  ctl::Connection operators = connection();
  std::vector<v1::ImportRow> elders;
  std::vector<v1::ImportRow> assignments;
  for (const std::string& door : doors) {
    addElder(elders, door.c_str());
    elders.back().mutable_elder()->set_tier(tier);
    assign(assignments, visitor.c_str(), door.c_str());
  }
  importAll(operators, std::move(elders), "import doors");
  importAll(operators, std::move(assignments), "assign doors");
}

void Field::addPartner(const std::string& door) {
  ctl::Connection operators = connection();
  std::vector<v1::ImportRow> rows;
  addElder(rows, door.c_str());
  rows.front().mutable_elder()->set_file_number(door + "-2");
  rows.front().mutable_elder()->set_name("partner of " + door);
  importAll(operators, std::move(rows), "import a partner");
}

void Field::reassign(const std::string& door, const std::string& from, const std::string& to, absl::CivilDay last_day) {
  std::vector<v1::ImportRow> rows;
  assign(rows, from.c_str(), door.c_str());
  *rows.back().mutable_assignment()->mutable_until_on() = care::toDate(last_day);
  if (!to.empty()) {
    assign(rows, to.c_str(), door.c_str());
    *rows.back().mutable_assignment()->mutable_from_on() = care::toDate(last_day + 1);
  }
  ctl::Connection operators = connection();
  importAll(operators, std::move(rows), "reassign a door");
}

ctl::Connection Field::connection() const {
  return must(ctl::Connection::open({service_.syncAddress(), service_.operatorCredentials()}), "the operator's way in");
}

std::string Field::codeFor(const std::string& staff_number) {
  ctl::Connection operators = connection();
  return must(ctl::issueCode(operators, staff_number, absl::Hours(1)), "issue a code").code();
}

FieldTablet& Field::newTablet(const std::string& staff_number) {
  const std::string code = codeFor(staff_number);
  std::unique_ptr<FaultyProxy>& line = lines_[staff_number];
  line = std::make_unique<FaultyProxy>(service_.syncPort());
  const QString name = QString::fromStdString(staff_number);
  QDir(folder_.path()).mkdir(name);
  std::unique_ptr<FieldTablet>& tablet = tablets_[staff_number];
  tablet = std::make_unique<FieldTablet>(folder_.filePath(name).toStdString(), clock_,
                                         FieldTablet::Service{service_.enrolmentAddress(), line->port()}, code);
  return *tablet;
}

FieldTablet& Field::tablet(const std::string& staff_number) {
  if (const auto known = tablets_.find(staff_number); known != tablets_.end()) {
    return *known->second;
  }
  FieldTablet& tablet = newTablet(staff_number);
  must(tablet.sync().trouble == client::Trouble::kNone ? absl::OkStatus() : absl::InternalError("it failed"),
       "the first exchange");
  return tablet;
}

std::unique_ptr<FieldTablet> Field::twinOf(const std::string& staff_number) {
  const QString name = QString::fromStdString(staff_number) + "-twin";
  QDir(folder_.path()).mkdir(name);
  return tablet(staff_number).image(folder_.filePath(name).toStdString());
}

v1::Elder Field::elder(const std::string& door) {
  return tablet("desk").elder(door);
}

std::string Field::household(const std::string& door) {
  return elder(door).residences(0).household_id();
}

void Field::restartService() {
  service_.waitUntilGone();
  service_.start(clock_.now());
}

std::size_t Field::quarantined() {
  ctl::Connection operators = connection();
  v1::ListQuarantinedReply reply;
  must(operators.outcome(operators.admin().ListQuarantined(operators.call().get(), {}, &reply)), "list what is aside");
  return static_cast<std::size_t>(reply.changes_size());
}

std::size_t Field::differencesOfRecount() {
  ctl::Connection operators = connection();
  return static_cast<std::size_t>(must(ctl::recount(operators), "recount").differences_size());
}

v1::GetCoverageReply Field::coverage(absl::CivilMonth month) const {
  ctl::Connection operators = connection();
  return must(ctl::getCoverage(operators, kDistrict, care::toMonth(month)), "the figures");
}

std::set<std::string> visitsOn(FieldTablet& tablet) {
  std::set<std::string> ids;
  for (const HeldRecord& held : tablet.records(v1::RECORD_KIND_VISIT)) {
    ids.insert(held.id);
  }
  return ids;
}

std::size_t differencesBetween(FieldTablet& left, FieldTablet& right) {
  const auto byHousehold = [](FieldTablet& tablet) {
    std::map<std::string, std::map<std::string, std::string>> held;
    for (const HeldRecord& record : tablet.records()) {
      // What only some may read is no difference: a visitor holds neither conflicts nor figures.
      if (record.kind != v1::RECORD_KIND_CONFLICT && record.kind != v1::RECORD_KIND_ELDER_IDENTITY) {
        held[record.household][record.id] = std::to_string(record.sequence) + " " + record.record.SerializeAsString();
      }
    }
    return held;
  };
  const auto ours = byHousehold(left);
  const auto theirs = byHousehold(right);
  std::size_t differences = 0;
  for (const auto& [household, records] : ours) {
    const auto other = theirs.find(household);
    if (other == theirs.end()) {
      continue;
    }
    for (const auto& [id, content] : records) {
      const auto twin = other->second.find(id);
      differences += twin == other->second.end() || twin->second != content ? 1 : 0;
    }
    differences += other->second.size() > records.size() ? other->second.size() - records.size() : 0;
  }
  return differences;
}

}  // namespace doorstep::tests
