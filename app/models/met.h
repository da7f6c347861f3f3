#pragma once

#include "app/models/enums.h"
#include "doorstep/v1/visit.pb.h"

namespace doorstep::models {

// The mode and outcome an answer stands for.
struct ModeAndOutcome {
  v1::ContactMode mode = v1::CONTACT_MODE_UNSPECIFIED;
  v1::ContactOutcome outcome = v1::CONTACT_OUTCOME_UNSPECIFIED;
};

ModeAndOutcome modeAndOutcome(care_enums::Met met);
// The other way; at_door tells a talk through the door from one inside.
care_enums::Met metOf(v1::ContactMode mode, v1::ContactOutcome outcome, bool at_door);

// Whether somebody was met or spoken to, so that there is something to tell about them.
bool wasMet(care_enums::Met met);

}  // namespace doorstep::models
