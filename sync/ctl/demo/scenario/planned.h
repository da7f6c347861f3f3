#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "doorstep/v1/service_entry.pb.h"
#include "doorstep/v1/visit.pb.h"
#include "sync/care/working_days.h"
#include "sync/ctl/demo/tablet/simulated_tablet.h"

// What workers of a scenario do, by the keys of files, and how a tablet records it. One thread.
namespace doorstep::ctl::demo {

// A quarter of an hour or a morning of one worker.
struct PlannedTime {
  std::string staff_number;
  absl::CivilDay day;
  int start_minute = 0;  // of the day
  int minutes = 0;
};

struct PlannedContact {
  std::string file_number;
  v1::ContactMode mode;
  v1::ContactOutcome outcome;
};

struct PlannedVisit {
  PlannedTime time;
  std::string household_number;
  std::vector<PlannedContact> contacts;
  std::string programme_code;  // empty: none
};

struct PlannedService {
  PlannedTime time;
  std::string household_number;
  std::string file_number;
  v1::ServiceKind kind;
  std::string programme_code;
};

// Gives a worker's times one after the other: from half past eight, with the way between two doors and an hour
// and a half at noon, so that nobody is at two doors at once.
class Diary {
 public:
  PlannedTime next(const std::string& staff_number, absl::CivilDay day, int minutes);

 private:
  std::map<std::pair<std::string, absl::CivilDay>, int> free_from_;
};

// The days of a month on which people work.
std::vector<absl::CivilDay> workingDaysOf(absl::CivilMonth month);

// The record as the worker's tablet makes it at that time; NOT_FOUND when the tablet does not hold whom it names.
absl::StatusOr<v1::Visit> visitRecord(SimulatedTablet& tablet, const PlannedVisit& planned);
absl::StatusOr<v1::ServiceEntry> serviceRecord(SimulatedTablet& tablet, const PlannedService& planned);

// Saved on the tablet, to be sent with its next exchange.
void save(SimulatedTablet& tablet, v1::Visit visit);
void save(SimulatedTablet& tablet, v1::ServiceEntry entry);

}  // namespace doorstep::ctl::demo
