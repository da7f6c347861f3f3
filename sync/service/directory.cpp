#include "sync/service/directory.h"

#include <limits>

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::service {
namespace {

// Deeper than any real tree; a circle that slipped in must not hang the service.
constexpr int kDeepest = 16;

template <typename Map>
auto find(const Map& map, const std::string& key) -> decltype(map.begin()->second.get()) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : found->second.get();
}

}  // namespace

const std::string& commons() {
  return replication::directoryHousehold();
}

absl::Status Directory::load(RegistryReader& registry,
                             const std::function<DistrictReader&(const std::string&)>& district) {
  DOORSTEP_ASSIGN(const auto ids, registry.districts());
  for (const std::string& id : ids) {
    DOORSTEP_ASSIGN(const auto steps,
                    district(id).feed(replication::directoryHousehold(), 0, std::numeric_limits<std::int32_t>::max()));
    for (const FeedStep& step : steps) {
      if (!step.removed) {
        DOORSTEP_ASSIGN(const v1::Record record, replication::decodeRecord(step.record.encoded));
        put(id, record);
      }
    }
  }
  return absl::OkStatus();
}

void Directory::put(const std::string& district_id, const v1::Record& record) {
  if (record.has_area()) {
    putArea(district_id, record.area());
  } else if (record.has_worker()) {
    putWorker(district_id, record.worker());
  } else if (record.has_district_rules()) {
    own().rules[district_id] = std::make_shared<const v1::DistrictRules>(record.district_rules());
  } else if (record.has_programme()) {
    own().contractor_of_programme[record.programme().id()] = record.programme().contractor_id();
  }
}

Directory::Tables& Directory::own() {
  if (tables_.use_count() != 1) {
    tables_ = std::make_shared<Tables>(*tables_);
  }
  return *tables_;
}

void Directory::putArea(const std::string& district_id, const v1::Area& area) {
  Tables& tables = own();
  if (const Place* before = place(area.id())) {
    tables.children[before->area.parent_id()].erase(before->area.code());
    tables.place_by_code.erase(before->area.code());
  }
  tables.places[area.id()] = std::make_shared<const Place>(Place{area, district_id});
  tables.place_by_code[area.code()] = area.id();
  tables.children[area.parent_id()][area.code()] = area.id();
}

void Directory::putWorker(const std::string& district_id, const v1::Worker& worker) {
  Tables& tables = own();
  if (const Person* before = person(worker.id())) {
    tables.person_by_staff_number.erase(before->worker.staff_number());
  }
  tables.people[worker.id()] = std::make_shared<const Person>(Person{worker, district_id});
  tables.person_by_staff_number[worker.staff_number()] = worker.id();
}

const Directory::Place* Directory::place(const std::string& area_id) const {
  return find(tables_->places, area_id);
}

const Directory::Place* Directory::placeByCode(const std::string& code) const {
  const auto id = tables_->place_by_code.find(code);
  return id == tables_->place_by_code.end() ? nullptr : place(id->second);
}

const Directory::Person* Directory::person(const std::string& worker_id) const {
  return find(tables_->people, worker_id);
}

const Directory::Person* Directory::personByStaffNumber(const std::string& staff_number) const {
  const auto id = tables_->person_by_staff_number.find(staff_number);
  return id == tables_->person_by_staff_number.end() ? nullptr : person(id->second);
}

std::vector<std::string> Directory::peopleOf(const std::string& district_id) const {
  std::vector<std::string> ids;
  for (const auto& [staff_number, id] : tables_->person_by_staff_number) {
    if (person(id)->district_id == district_id) {
      ids.push_back(id);
    }
  }
  return ids;
}

std::set<std::string> Directory::programmesOf(const std::string& organisation_id) const {
  std::set<std::string> programmes;
  for (const auto& [programme, contractor] : tables_->contractor_of_programme) {
    if (!organisation_id.empty() && contractor == organisation_id) {
      programmes.insert(programme);
    }
  }
  return programmes;
}

const v1::DistrictRules* Directory::rules(const std::string& district_id) const {
  return find(tables_->rules, district_id);
}

absl::TimeZone Directory::zone(const std::string& district_id) const {
  const v1::DistrictRules* found = rules(district_id);
  return found == nullptr || found->zone().empty() ? care::districtZone() : care::districtZone(found->zone());
}

std::vector<std::string> Directory::districtsWithRules() const {
  std::vector<std::string> ids;
  for (const auto& [id, rules] : tables_->rules) {
    ids.push_back(id);
  }
  return ids;
}

std::string Directory::districtOf(const v1::Area& area) const {
  if (area.kind() == v1::AREA_KIND_DISTRICT) {
    return area.id();
  }
  if (area.kind() < v1::AREA_KIND_DISTRICT) {
    return commons();
  }
  const Place* parent = place(area.parent_id());
  return parent == nullptr ? commons() : parent->district_id;
}

std::vector<std::string> Directory::children(const std::string& area_id) const {
  std::vector<std::string> ids;
  if (const auto found = tables_->children.find(area_id); found != tables_->children.end()) {
    for (const auto& [code, id] : found->second) {
      ids.push_back(id);
    }
  }
  return ids;
}

std::vector<std::string> Directory::upwards(const std::string& area_id, const std::string& district_id) const {
  std::vector<std::string> ids;
  const Place* at = place(area_id);
  for (int step = 0; at != nullptr && step < kDeepest; ++step) {
    ids.push_back(at->area.id());
    if (at->area.id() == district_id) {
      return ids;
    }
    at = place(at->area.parent_id());
  }
  return {district_id};
}

std::vector<std::string> Directory::downwards(const std::string& area_id) const {
  std::vector<std::string> ids = {area_id};
  for (std::size_t at = 0; at < ids.size() && ids.size() <= tables_->places.size(); ++at) {
    const std::vector<std::string> below = children(ids[at]);
    ids.insert(ids.end(), below.begin(), below.end());
  }
  return ids;
}

bool Directory::isWithin(const std::string& area_id, const std::string& above) const {
  const Place* at = place(area_id);
  for (int step = 0; at != nullptr && step < kDeepest; ++step) {
    if (at->area.id() == above) {
      return true;
    }
    at = place(at->area.parent_id());
  }
  return false;
}

}  // namespace doorstep::service
