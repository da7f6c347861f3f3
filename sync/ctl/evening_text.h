#pragma once

#include <string>

#include "doorstep/v1/evening.pb.h"
#include "sync/ctl/language.h"

// The end of a day as people read it. Pure; any thread.
namespace doorstep::ctl {

// Whether the day reconciles and by which sums, each written as an equation; the devices; what was put aside and why;
// the month's figures; what is open; the targets.
std::string endOfDayText(const v1::EndOfDay& day, Language language);

}  // namespace doorstep::ctl
