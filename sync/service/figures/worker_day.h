#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "sync/service/figures/fact_sources.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// One worker's lines of one day (care/service_minutes.h), from the visits that count and the entries
// that belong to this day: those of its visits, and others that start on it.
absl::StatusOr<std::vector<v1::MinutesLine>> minutesOfDay(DistrictReader& ledger, FactSources& sources,
                                                          absl::TimeZone zone, const std::string& worker_id,
                                                          absl::CivilDay day);

}  // namespace doorstep::service
