#pragma once

#include <string>
#include <vector>

#include "doorstep/v1/coverage.pb.h"
#include "sync/ctl/language.h"

// Coverage as people read it in a terminal. Pure; any thread.
namespace doorstep::ctl {

// A title with month and standing, of a frozen month what was frozen beside the restatement, one row an area with the
// figures as they are now, the missed by reason below.
std::string coverageText(const v1::GetCoverageReply& reply, Language language);

// Two states of the same areas side by side: rate, contacted of due, person-times and hours.
std::string comparisonText(const v1::GetCoverageReply& before, const v1::GetCoverageReply& after, Language language);

// Without names and addresses when none is given: the operator sees no elder.
std::string missedText(const std::vector<v1::MissedElder>& elders, Language language);

}  // namespace doorstep::ctl
