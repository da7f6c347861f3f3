#pragma once

#include <string_view>

#include "doorstep/v1/checklist.pb.h"

namespace doorstep::store {

// The code of the checklist that a visit is recorded with.
inline constexpr std::string_view kObservationChecklist = "observation";

// The observation checklist Doorstep ships (domain.md §2 and §7), for districts that made none. It is
// no record: its id is empty. Any thread.
const v1::ChecklistTemplate& defaultChecklist();

}  // namespace doorstep::store
