#pragma once

#include <QTemporaryDir>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "sync/ctl/connection.h"
#include "sync/outside/clock.h"
#include "tests/scenario/field_tablet.h"
#include "tests/scenario/passing_clock.h"
#include "tests/scenario/service_program.h"
#include "tests/support/faulty_proxy.h"

namespace doorstep::tests {

// A small district on the morning of 2026-11-20 with a service of its own. li visits the doors
// shared and south, wu the doors shared and north; nobody visits the door empty. At each door lives
// one elder, whose file number is the door's name. boss supervises them, desk is the district's.
class Field {
 public:
  Field();

  // More people than the four doors need.
  void addVisitor(const std::string& staff_number);
  void addDoor(const std::string& door, const std::string& visitor) { addDoors({door}, visitor, v1::TIER_C); }
  void addDoors(const std::vector<std::string>& doors, const std::string& visitor, v1::Tier tier);
  // A second elder there, "partner of <door>", with the file number "<door>-2".
  void addPartner(const std::string& door);

  // The door is no longer theirs: from's assignment ended on that day, to's begins on the next. `to` may be empty.
  void reassign(const std::string& door, const std::string& from, const std::string& to, absl::CivilDay last_day);

  // Enrolled and in step with the service when first asked for; each behind a line of its own.
  FieldTablet& tablet(const std::string& staff_number);
  // Enrolled just now, and still empty.
  FieldTablet& newTablet(const std::string& staff_number);
  // A one-time code for a device that somebody enrols at its own page.
  std::string codeFor(const std::string& staff_number);
  const outside::Clock& clock() const { return clock_; }
  // For everybody but a service that runs: its clock is its own.
  void letPass(absl::Duration more) { clock_.letPass(more); }
  std::string folder(const std::string& name) const {
    return folder_.filePath(QString::fromStdString(name)).toStdString();
  }
  // A second tablet from an image of its disk.
  std::unique_ptr<FieldTablet> twinOf(const std::string& staff_number);
  FaultyProxy& line(const std::string& staff_number) { return *lines_.at(staff_number); }
  std::string household(const std::string& door);  // its id, as the desk knows it
  v1::Elder elder(const std::string& door);

  ServiceProgram& service() { return service_; }
  void restartService();

  // As the operator at the service's machine.
  ctl::Connection connection() const;
  std::size_t quarantined();
  std::size_t differencesOfRecount();
  // The district's figures as the service has them at this moment.
  v1::GetCoverageReply coverage(absl::CivilMonth month) const;

 private:
  void import();

  QTemporaryDir folder_;
  outside::SystemClock machine_;
  PassingClock clock_;
  ServiceProgram service_;
  std::map<std::string, std::unique_ptr<FaultyProxy>> lines_;
  std::map<std::string, std::unique_ptr<FieldTablet>> tablets_;
};

// Ids of the visits a tablet holds.
std::set<std::string> visitsOn(FieldTablet& tablet);
// In how many records and revisions two tablets differ over the households that both hold.
std::size_t differencesBetween(FieldTablet& left, FieldTablet& right);

}  // namespace doorstep::tests
