#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "sync/care/district_month.h"

// A worker's own ledger of a month (domain.md §6, service_hours): for the worker alone, never compared
// with anybody's. Pure.
namespace doorstep::care {

struct WorkerMonth {
  std::vector<v1::MinutesLine> lines;  // by day and start; overlaps counted once
  // Contacts of this worker by the rules of person_times; elders that are not held count, too.
  std::uint32_t person_times = 0;
  // Sums of `lines`. Certified: CONFIRMED; provisional: SUBMITTED. Imputed is never certified.
  std::uint32_t measured_certified = 0;
  std::uint32_t measured_provisional = 0;
  std::uint32_t entered_certified = 0;
  std::uint32_t entered_provisional = 0;
  std::uint32_t imputed = 0;
  // Visits that reached nobody: they count here and in no figure.
  std::uint32_t attempts = 0;
  std::uint32_t attempt_minutes = 0;
};

// From what the caller holds: visits with their corrections in service order, service entries with
// their events, rules; elders, contacts and households as far as they are known. Records of others
// change nothing.
WorkerMonth workerMonth(const DistrictRecords& held, const std::string& worker_id, absl::CivilMonth month);

}  // namespace doorstep::care
