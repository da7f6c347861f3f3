#pragma once

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "doorstep/v1/coverage.pb.h"
#include "doorstep/v1/evening.pb.h"
#include "sync/ctl/connection.h"

// What a scenario prints is read back from the service, never from its plan.
namespace doorstep::ctl::demo {

absl::StatusOr<v1::EndOfDay> endOfDay(Connection& connection);

// What one programme did: qualifying contacts, and minutes of its services once a service, whoever took part.
struct ProgrammeRows {
  std::int64_t qualifying_contacts = 0;
  std::int64_t elders = 0;   // distinct ones with a qualifying contact
  std::int64_t minutes = 0;  // of services, without visits' own
  std::int64_t services = 0;
};
absl::StatusOr<ProgrammeRows> rowsOfProgramme(Connection& connection, const std::string& area_code,
                                              absl::CivilMonth first, absl::CivilMonth last,
                                              const std::string& programme_code);

std::int64_t personTimes(const v1::Figures& figures);       // of all modes
std::int64_t deliveredMinutes(const v1::Figures& figures);  // certified and provisional
double hoursOf(std::int64_t minutes);                       // half up to a tenth

}  // namespace doorstep::ctl::demo
