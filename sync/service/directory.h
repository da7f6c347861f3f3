#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "doorstep/v1/directory.pb.h"
#include "doorstep/v1/record.pb.h"
#include "doorstep/v1/rules.pb.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// Where areas above all districts stand: a partition that no device belongs to.
const std::string& commons();

// Places, people and rules of all districts, in memory: asked for with every change and every page.
// The writer changes its own copy and publishes it with the commit; whoever holds one published sees
// it unchanged. Any thread while nobody writes to it.
class Directory {
 public:
  struct Place {
    v1::Area area;
    std::string district_id;  // commons() above the districts
  };
  struct Person {
    v1::Worker worker;
    std::string district_id;
  };

  absl::Status load(RegistryReader& registry, const std::function<DistrictReader&(const std::string&)>& district);
  // Takes what it keeps of a record that was put into a district; ignores other kinds.
  void put(const std::string& district_id, const v1::Record& record);

  const Place* place(const std::string& area_id) const;
  const Place* placeByCode(const std::string& code) const;
  const Person* person(const std::string& worker_id) const;
  const Person* personByStaffNumber(const std::string& staff_number) const;
  std::vector<std::string> peopleOf(const std::string& district_id) const;  // by staff number
  const v1::DistrictRules* rules(const std::string& district_id) const;
  absl::TimeZone zone(const std::string& district_id) const;
  std::vector<std::string> districtsWithRules() const;
  // The programmes that an organisation is the contractor of; nothing for any other.
  std::set<std::string> programmesOf(const std::string& organisation_id) const;

  // The district in which an area is kept, by its kind and its parent.
  std::string districtOf(const v1::Area& area) const;
  std::vector<std::string> children(const std::string& area_id) const;  // by code
  // The area and those above it up to its district; the district itself for an unknown area, so
  // that no figure falls out of the district's sum.
  std::vector<std::string> upwards(const std::string& area_id, const std::string& district_id) const;
  std::vector<std::string> downwards(const std::string& area_id) const;  // the area and all below it
  bool isWithin(const std::string& area_id, const std::string& above) const;

 private:
  struct Tables {
    std::map<std::string, std::shared_ptr<const Place>> places;
    std::map<std::string, std::string> place_by_code;
    std::map<std::string, std::map<std::string, std::string>> children;  // parent → code → id
    std::map<std::string, std::shared_ptr<const Person>> people;
    std::map<std::string, std::string> person_by_staff_number;
    std::map<std::string, std::shared_ptr<const v1::DistrictRules>> rules;
    std::map<std::string, std::string> contractor_of_programme;
  };
  Tables& own();  // copied first when somebody else holds them, too
  void putArea(const std::string& district_id, const v1::Area& area);
  void putWorker(const std::string& district_id, const v1::Worker& worker);

  std::shared_ptr<Tables> tables_ = std::make_shared<Tables>();
};

}  // namespace doorstep::service
