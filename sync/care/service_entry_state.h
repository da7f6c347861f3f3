#pragma once

#include <span>
#include <string>
#include <vector>

#include "doorstep/v1/problem.pb.h"
#include "doorstep/v1/service_entry.pb.h"

// SUBMITTED → CONFIRMED; DISPUTED → CORRECTED; VOIDED (domain.md §5). Fold in service order. Pure.
namespace doorstep::care {

struct ServiceEntryStatus {
  v1::ServiceEntryState state;
  std::vector<v1::WorkerMinutes> workers;  // as corrected
};

// An event whose state may not follow changes nothing.
ServiceEntryStatus foldServiceEntry(const v1::ServiceEntry& entry,
                                    std::span<const v1::ServiceEntryEvent* const> events_in_order);
bool mayFollow(v1::ServiceEntryState from, v1::ServiceEntryState to);
// A transition that is not allowed, or hours confirmed by somebody who worked them (NOT_PERMITTED). Saying again
// what already holds is no problem.
std::vector<v1::Problem> checkEvent(const v1::ServiceEntry& entry, const ServiceEntryStatus& status,
                                    const v1::ServiceEntryEvent& event);

// Whether these are also that person's own hours, as corrected.
bool worked(const ServiceEntryStatus& status, const std::string& worker_id);

// SUBMITTED and CONFIRMED; all else is 0 (domain.md §6), also a correction until it is confirmed.
bool givesMinutes(v1::ServiceEntryState state);

}  // namespace doorstep::care
