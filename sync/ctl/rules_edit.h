#pragma once

#include "absl/status/statusor.h"
#include "doorstep/v1/rules.pb.h"
#include "sync/ctl/operator_commands.h"

namespace doorstep::ctl {

// A district's rules with the changes asked for. Pure; any thread.
//
// A set of switches holds from its day to the day before the next set. One that is new takes over what held on its
// day; sets of later days stay as they are. Without rules the first set holds from the first day of the month of
// going live. Failures: kBadOption without a day of going live the first time, or without --from where switches are
// changed later; kRuleTooEarly.
absl::StatusOr<v1::DistrictRules> changedRules(const v1::DistrictRules& standing, const RulesOptions& options);

}  // namespace doorstep::ctl
