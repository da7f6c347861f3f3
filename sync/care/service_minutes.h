#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "doorstep/v1/service_entry.pb.h"
#include "doorstep/v1/visit.pb.h"
#include "sync/care/service_entry_state.h"
#include "sync/care/time_intervals.h"

// Service minutes of one worker on one day (domain.md §6, service_hours): whole minutes, by start,
// travel excluded. A visit yields VISITING = presence − pauses − its services; where a worker's
// times overlap, the minutes count once, on the earlier one, and the later is flagged. Pure.
namespace doorstep::care {

struct EntryWithStatus {
  const v1::ServiceEntry* entry;
  ServiceEntryStatus status;
};

struct WorkerDayInputs {
  std::string worker_id;
  absl::CivilDay day;
  std::span<const v1::Visit* const> visits;  // that start this day with this worker and count
  // With this worker: those of the visits above and, of the others, those that start this day.
  std::span<const EntryWithStatus> entries;
  // Area on that day of the elder, or the organisation's where there is no elder.
  std::function<std::string(const v1::Visit&)> area_of_visit;
  std::function<std::string(const v1::ServiceEntry&)> area_of_entry;
  // The visit that stands for an id since it was corrected (visit_corrections.h); absent: the one
  // of that id or the one that names it as corrected.
  std::function<std::string(const std::string& visit_id)> counting_visit = nullptr;
};

// One line per visit or entry with minutes, and one with 0 where an overlap took them all. Only
// entries that give minutes (service_entry_state.h) and visits with a qualifying contact have one:
// failed attempts count elsewhere. A visit's own minutes are SUBMITTED, for nobody confirms visits;
// they are MEASURED when a tablet knew the times, else ENTERED. Of times known only to the day no
// overlap is found. By start.
std::vector<v1::MinutesLine> workerDay(const WorkerDayInputs& inputs, absl::TimeZone zone);

// Of which kind a line's minutes are: CONFIRMED is certified, SUBMITTED provisional, all else nothing;
// imputed is never certified.
enum class MinutesStanding { kCertified, kProvisional, kNone };
MinutesStanding standingOf(const v1::MinutesLine& line);

// The visit's time without its pauses.
TimeIntervals presence(const v1::Visit& visit);

// What a service delivered, once: the line with the most minutes of all its workers' lines.
// `lines` are all lines of one subject.
v1::MinutesLine delivered(std::span<const v1::MinutesLine> lines);

}  // namespace doorstep::care
