#include "sync/ctl/option_values.h"

#include <array>

#include "sync/ctl/terms.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

constexpr auto kOnOff = std::to_array<Term<bool>>({
    {true, {"是", "on"}, "true", "yes"},
    {false, {"否", "off"}, "false", "no"},
});

template <typename Read>
CLI::Validator validator(const std::string& shape, Read read) {
  return CLI::Validator(
      [shape, read](std::string& text) { return read(text).has_value() ? std::string() : shape + ": " + text; }, shape);
}

}  // namespace

CLI::Validator dateOption() {
  return validator("YYYY-MM-DD", dateFrom);
}
CLI::Validator monthOption() {
  return validator("YYYY-MM", monthFrom);
}
CLI::Validator durationOption() {
  return validator("30m, 24h, 7d", durationFrom);
}
CLI::Validator elderKindOption() {
  return validator("KIND", elderKindFrom);
}
CLI::Validator onOffOption() {
  return validator("on|off", [](const std::string& text) { return valueFrom(kOnOff, text); });
}

std::vector<v1::Date> datesFrom(const std::vector<std::string>& texts) {
  std::vector<v1::Date> dates;
  for (const std::string& text : texts) {
    if (const auto date = dateFrom(text)) {
      dates.push_back(*date);
    }
  }
  return dates;
}

bool isOn(const std::string& text) {
  return valueFrom(kOnOff, text).value_or(false);
}

}  // namespace doorstep::ctl
