#pragma once

#include <span>
#include <vector>

#include "doorstep/v1/problem.pb.h"
#include "doorstep/v1/service_entry.pb.h"

// SUBMITTED → CONFIRMED; DISPUTED → CORRECTED; VOIDED (domain.md §5). Fold in service order. Pure.
namespace doorstep::care {

struct ServiceEntryStatus {
  v1::ServiceEntryState state;
  std::vector<v1::WorkerMinutes> workers;  // as corrected
};

ServiceEntryStatus foldServiceEntry(const v1::ServiceEntry& entry,
                                    std::span<const v1::ServiceEntryEvent* const> events_in_order);
bool mayFollow(v1::ServiceEntryState from, v1::ServiceEntryState to);
std::vector<v1::Problem> checkEvent(const v1::ServiceEntry& entry, const ServiceEntryStatus& status,
                                    const v1::ServiceEntryEvent& event);

}  // namespace doorstep::care
