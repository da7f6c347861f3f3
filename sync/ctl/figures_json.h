#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "doorstep/v1/coverage.pb.h"

// Coverage under the names of domain.md §6; the schema is in README.md. Pure; any thread.
namespace doorstep::ctl {

// {"n", "d", "percent"}: percent is a number with one decimal, null when d = 0.
nlohmann::ordered_json shareJson(std::int64_t n, std::int64_t d);

nlohmann::ordered_json areaJson(const v1::AreaCoverage& area);

// The area itself, then its children.
nlohmann::ordered_json areasJson(const v1::GetCoverageReply& reply);

// The reply as one object: "area", "children", "evaluated_on", "waiting".
nlohmann::ordered_json coverageJson(const v1::GetCoverageReply& reply);

// Objects in objects become "outer.inner"; keys and values in order, null as an empty cell.
struct FlatRow {
  std::vector<std::string> names;
  std::vector<std::string> values;
};
FlatRow flattened(const nlohmann::ordered_json& object);

}  // namespace doorstep::ctl
