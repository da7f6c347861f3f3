#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace doorstep::ctl::demo {

// What a scenario ends with: the same figures as an object and as text in the console's language.
struct ScenarioReport {
  nlohmann::ordered_json figures;
  std::string text;
  int recount_differences = 0;
};

}  // namespace doorstep::ctl::demo
