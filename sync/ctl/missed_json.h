#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "doorstep/v1/coverage.pb.h"

namespace doorstep::ctl {

// {"total", "elders": […]}; the schema is in README.md. Holds names: for those who may see them.
nlohmann::ordered_json missedJson(const std::vector<v1::MissedElder>& elders);

}  // namespace doorstep::ctl
