#pragma once

#include <nlohmann/json_fwd.hpp>

#include "doorstep/v1/evening.pb.h"

namespace doorstep::ctl {

// The end of a day for programs; the schema is in exports.md. Pure; any thread.
nlohmann::ordered_json endOfDayJson(const v1::EndOfDay& day);

}  // namespace doorstep::ctl
