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

// The figures of domain.md §6, without saying whose and when.
nlohmann::ordered_json figuresJson(const v1::Figures& figures);

// The figures as they are now; of a frozen month also "frozen" and "restated", which are null otherwise.
nlohmann::ordered_json areaJson(const v1::AreaCoverage& area);
bool isFrozen(const v1::CoverageRow& row);

// The area itself, then its children.
nlohmann::ordered_json areasJson(const v1::GetCoverageReply& reply);

// The reply as one object: "area", "children", "evaluated_on", "waiting".
nlohmann::ordered_json coverageJson(const v1::GetCoverageReply& reply);

// Objects in objects become "outer.inner"; keys and values in order, null as an empty cell, what a list holds with
// semicolons between.
struct FlatRow {
  std::vector<std::string> names;
  std::vector<std::string> values;
};
FlatRow flattened(const nlohmann::ordered_json& object);

// An area's figures now and, under "frozen.", those that were frozen: empty cells where nothing is. Every row has the
// same columns.
FlatRow flatArea(const v1::AreaCoverage& area);

}  // namespace doorstep::ctl
