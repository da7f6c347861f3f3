#pragma once

#include <string>

#include "doorstep/v1/coverage.pb.h"
#include "sync/ctl/language.h"

namespace doorstep::ctl {

// How a month's figures stand, in one line: area and month, provisional or frozen, partial, and how many changes wait
// that are not in them (domain.md §6). Pure; any thread.
std::string standingText(const v1::GetCoverageReply& reply, Language language);

// The same above a list of the missed; of a frozen month with their number then and now.
std::string missedTitle(const v1::GetCoverageReply& reply, Language language);

}  // namespace doorstep::ctl
