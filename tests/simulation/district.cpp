#include "tests/simulation/district.h"

#include <filesystem>

#include "app/store/store.h"
#include "sync/care/calendar.h"
#include "sync/service/admin_desk.h"
#include "sync/service/keys.h"
#include "tests/scenario/must.h"
#include "tests/simulation/service_machine.h"
#include "tests/simulation/tablet_machine.h"
#include "tests/simulation/virtual_vfs.h"

namespace doorstep::simulation {
namespace {

using tests::must;

constexpr std::uint64_t kSeed = 1;
constexpr char kDistrictCode[] = "220211";
constexpr const char* kGrids[] = {"22021100100101", "22021100100102", "22021100100201"};

v1::Date date(int year, int month, int day) {
  return care::toDate(absl::CivilDay(year, month, day));
}

class Rows {
 public:
  v1::ImportRow& add() {
    v1::ImportRow& row = rows_.emplace_back();
    row.set_line(static_cast<std::uint32_t>(rows_.size()) + 1);
    return row;
  }
  void area(const char* code, const char* parent, const char* kind) {
    v1::AreaRow& area = *add().mutable_area();
    area.set_code(code);
    area.set_parent_code(parent);
    area.set_kind(kind);
    area.set_name(std::string("area ") + code);
  }
  void worker(const std::string& number, v1::Role role, const std::vector<std::string>& areas) {
    v1::WorkerRow& worker = *add().mutable_worker();
    worker.set_staff_number(number);
    worker.set_name("worker " + number);
    worker.add_roles(role);
    for (const std::string& area : areas) {
      worker.add_area_codes(area);
    }
  }
  void elder(const std::string& file_number, int door) {
    v1::ElderRow& elder = *add().mutable_elder();
    elder.set_file_number(file_number);
    elder.set_household_number("door " + std::to_string(door));
    elder.set_name("person " + file_number);
    elder.set_gender(v1::GENDER_FEMALE);
    elder.set_birth_year(1940);
    elder.set_area_code(kGrids[(door - 1) / 4]);
    elder.set_building("building " + std::to_string(door));
    elder.add_kinds(v1::ELDER_KIND_LIVING_ALONE);
    elder.set_tier(door % 4 == 0 ? v1::TIER_A : v1::TIER_C);
    *elder.mutable_care_from_on() = date(2026, 9, 1);
    elder.set_how_to_approach("knock");
  }
  void assign(const std::string& worker, int door) {
    v1::AssignmentRow& assignment = *add().mutable_assignment();
    assignment.set_staff_number(worker);
    assignment.set_household_number("door " + std::to_string(door));
    *assignment.mutable_from_on() = date(2026, 10, 1);
  }
  void bringInto(ServiceMachine& service, const char* what) {
    for (const v1::ImportRowResult& result : must(service.import(rows_), what)) {
      must(result.problems().empty() ? absl::OkStatus() : absl::InvalidArgumentError(result.ShortDebugString()), what);
    }
  }

 private:
  std::vector<v1::ImportRow> rows_;
};

void bringPlaces(ServiceMachine& service) {
  Rows rows;
  rows.area("22", "", "province");
  rows.area("2202", "22", "city");
  rows.area(kDistrictCode, "2202", "district");
  rows.area("220211001", kDistrictCode, "subdistrict");
  rows.area("220211001001", "220211001", "community");
  rows.area("220211001002", "220211001", "community");
  rows.area(kGrids[0], "220211001001", "grid");
  rows.area(kGrids[1], "220211001001", "grid");
  rows.area(kGrids[2], "220211001002", "grid");
  rows.bringInto(service, "areas");
  must(service.run([](service::CommitWork& commit) {
    v1::SetRulesRequest request;
    request.set_district_code(kDistrictCode);
    *request.mutable_rules()->mutable_go_live_on() = date(2026, 10, 1);
    service::Caller caller;
    caller.is_operator = true;
    caller.roles = {v1::ROLE_OPERATOR};
    return service::setRules(commit, caller, request)->status();
  }),
       "rules");
}

void bringPeople(ServiceMachine& service) {
  Rows rows;
  rows.worker("desk", v1::ROLE_DISTRICT_STAFF, {kDistrictCode});
  rows.worker("boss", v1::ROLE_SUPERVISOR, {"220211001001"});
  rows.worker("chief", v1::ROLE_SUPERVISOR, {"220211001002"});
  for (int number = 1; number <= 12; ++number) {
    rows.worker("v" + std::to_string(number), v1::ROLE_VISITOR, {"220211001"});
  }
  rows.bringInto(service, "workers");
}

void bringDoors(ServiceMachine& service) {
  Rows elders;
  for (int door = 1; door <= kDoors; ++door) {
    elders.elder("e" + std::to_string(door), door);
    if (door % 3 == 0) {
      elders.elder("e" + std::to_string(door) + "-2", door);
    }
  }
  elders.bringInto(service, "elders");
  Rows rows;
  const std::pair<const char*, std::vector<int>> doors[] = {
      {"v1", {1, 2, 3, 4}}, {"v2", {1, 2, 3, 5, 6}}, {"v3", {7, 8}}, {"v4", {9, 10, 11}}, {"v5", {11}}};
  for (const auto& [worker, numbers] : doors) {
    for (const int door : numbers) {
      rows.assign(worker, door);
    }
  }
  rows.bringInto(service, "assignments");
}

std::vector<std::string> householdIds(ServiceMachine& service) {
  std::vector<std::string> ids;
  const auto snapshot = service.look();
  for (int door = 1; door <= kDoors; ++door) {
    const auto found =
        must(snapshot->district(service.districtId())
                 .findIds({service::Index::kNaturalKey,
                           service::naturalKey(v1::RECORD_KIND_HOUSEHOLD, "door " + std::to_string(door))}),
             "a household");
    ids.push_back(found.at(0));
  }
  return ids;
}

District setUp(const std::string& folder) {
  seedSqlite(kSeed);
  District made;
  Timeline timeline;
  timeline.clock.setWall(absl::FromUnixSeconds(kFirstMorning));
  ServiceMachine service(timeline, folder + "/service", kSeed);
  service.begin({});
  must(service.start(), "the service");
  bringPlaces(service);
  bringPeople(service);
  bringDoors(service);
  made.district_id = service.districtId();
  made.households = householdIds(service);
  // The desk and somebody of each kind come first; a second tablet of v1 and of v4 among the others.
  for (const char* number : {"desk", "v1", "v2", "boss", "v3",  "v4",  "v1",  "v5",   "chief", "v4",
                             "v6",   "v7", "v8", "v9",   "v10", "v11", "v12", "desk", "boss",  "v2"}) {
    const auto* person = service.directory().personByStaffNumber(number);
    made.people.push_back(
        {number, person->worker.id(), {person->worker.roles().begin(), person->worker.roles().end()}});
  }
  service.shutDown();
  made.ledger = service.machine().disk.image();

  Machine tablet(timeline, folder + "/tablet", kSeed);
  {
    const store::StoreFile file{
        tablet.disk.folder() + "/store.db", storeKey(), {}, [](const std::string&) { return std::uint64_t{0}; }};
    must(store::Store::open(file, tablet.clock, tablet.random).status(), "an empty store");
  }
  made.empty_store = tablet.disk.image();
  return made;
}

}  // namespace

const District& district(const std::string& folder) {
  static const District made = [&folder] {
    for (const char* machine : {"/service", "/tablet"}) {
      std::filesystem::create_directories(folder + machine);
    }
    return setUp(folder);
  }();
  return made;
}

}  // namespace doorstep::simulation
