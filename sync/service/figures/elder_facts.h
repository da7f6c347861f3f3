#pragma once

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/rules.pb.h"
#include "sync/service/figures/fact_sources.h"
#include "sync/service/figures/month_rules.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

struct ElderFactInputs {
  DistrictReader& ledger;
  FactSources& sources;
  const MonthRules& rules;
  absl::CivilDay evaluated_on;
};

// The facts of one surviving elder from a month on (Touched::kAllMonths: all), up to the month of
// `evaluated_on`; which months these are is said at FactKeeper.
absl::StatusOr<std::vector<v1::ElderMonth>> elderMonths(const ElderFactInputs& inputs, const v1::Elder& elder,
                                                        std::int64_t from_month);

// What is kept of a month before the district went live: person-times alone.
v1::ElderMonth withoutDues(const v1::ElderMonth& fact);
bool isBeforeGoLive(const v1::DistrictRules& rules, absl::CivilMonth month);

}  // namespace doorstep::service
