#pragma once

#include "doorstep/v1/visit.pb.h"

// Which outcome may stand with which mode, and which ones are a contact (domain.md §5, §6).
namespace doorstep::care {

bool isValidPair(v1::ContactMode mode, v1::ContactOutcome outcome);

// SEEN, SEEN_REFUSED, SPOKE_REMOTE, SPOKE_REFUSED, PROXY_CONFIRMED; SIGNAL by a local switch.
// Whether a proxy stood inside a confirmed absence is judged by the caller (elder_month.h).
bool isQualifying(v1::ContactOutcome outcome, bool count_remote_monitoring = false);
bool isRefusal(v1::ContactOutcome outcome);

}  // namespace doorstep::care
