#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "sync/ctl/connection.h"
#include "sync/ctl/demo/roster.h"

// What a visitor had recorded before the demonstration's morning, on the tablet of that time: so the people on the
// pictured tablet have answers of their last visit, and not only a line of a file. One thread.
namespace doorstep::ctl::demo {

struct EarlierVisit {
  std::string household_number;
  std::vector<std::string> file_numbers;  // who was seen
  absl::CivilDay day;
  int minutes = 0;
};

// Takes the last visit of each of the worker's doors out of the roster, so that nothing is told twice. In the order of
// the roster.
std::vector<EarlierVisit> takeEarlierVisits(Roster& roster, const std::string& staff_number);

// Sends them from a tablet that is enrolled for it and then revoked, since the worker gets a new one. `at`: what the
// service's clock says, RFC 3339. NOT_FOUND when the worker's tablet does not hold whom one names.
absl::Status sendEarlierVisits(Connection& connection, const std::string& enrolment, const std::string& at,
                               const std::string& staff_number, const std::vector<EarlierVisit>& visits);

}  // namespace doorstep::ctl::demo
