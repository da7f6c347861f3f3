#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "doorstep/v1/coverage.pb.h"

namespace doorstep::ctl {

// How the month stands, "total" and "elders"; the schema is in README.md. Holds names: for those who may see them.
nlohmann::ordered_json missedJson(const v1::GetCoverageReply& coverage, const std::vector<v1::MissedElder>& elders);

// The list alone.
nlohmann::ordered_json missedEldersJson(const std::vector<v1::MissedElder>& elders);

}  // namespace doorstep::ctl
