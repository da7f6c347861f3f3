#pragma once

#include <string>

#include "doorstep/v1/evening.pb.h"
#include "sync/ctl/language.h"

// Small pieces of the end of a day. Pure; any thread.
namespace doorstep::ctl {

// "received 148 = applied 146 + quarantined 2"; "≠" where it does not hold.
std::string changesEquation(const v1::EndOfDay& day, Language language);
std::string visitsEquation(const v1::EndOfDay& day, Language language);

// "202/430" in the indicator's unit: service minutes as hours.
std::string progressText(const v1::TargetProgress& target);
std::string perMilleText(std::uint32_t per_mille);  // "47.0 %"

}  // namespace doorstep::ctl
