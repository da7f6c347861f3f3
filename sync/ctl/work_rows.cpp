#include "sync/ctl/work_rows.h"

#include <string>

#include "sync/ctl/text.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

constexpr int kMinutesOfDay = 24 * 60;

// As Cells::word, and a problem when the cell is empty.
template <typename Value>
std::optional<Value> requiredWord(Cells& cells, std::string_view column,
                                  std::optional<Value> (*from)(std::string_view)) {
  cells.required(column);
  return cells.word(column, from);
}

template <typename Row>
void fillPeriod(Cells& cells, Row& row) {
  if (const auto from = cells.date("from_on")) {
    *row.mutable_from_on() = *from;
  }
  if (const auto until = cells.date("until_on")) {
    *row.mutable_until_on() = *until;
  }
}

struct Unit {
  std::string_view name;
  std::int64_t minutes;
};
constexpr Unit kUnits[] = {{"小时", 60}, {"hours", 60}, {"h", 60}, {"分钟", 1}, {"min", 1}};

std::optional<std::int64_t> minutesFrom(std::string_view text) {
  for (const Unit& unit : kUnits) {
    if (text.size() > unit.name.size() && sameIgnoringCase(text.substr(text.size() - unit.name.size()), unit.name)) {
      const auto number = integerFrom(text.substr(0, text.size() - unit.name.size()));
      return number.has_value() ? std::optional(*number * unit.minutes) : std::nullopt;
    }
  }
  return std::nullopt;
}

void fillValue(Cells& cells, v1::TargetRow& row) {
  const std::string cell = cells.required("value");
  if (cell.empty()) {
    return;
  }
  const bool counts_time = row.indicator() == v1::INDICATOR_SERVICE_MINUTES;
  const auto value = counts_time ? minutesFrom(cell) : std::optional<std::int64_t>(integerFrom(cell));
  if (value.has_value() && *value > 0) {
    row.set_value(*value);
  } else {
    cells.problem(v1::PROBLEM_CODE_MALFORMED, counts_time ? "hours_value" : "value");
  }
}

}  // namespace

void fillDuty(Cells& cells, v1::DutyRow& row) {
  row.set_area_code(cells.required("area_code"));
  row.set_name(cells.required("name"));
  row.set_phone(cells.required("phone"));
  if (const auto kind = requiredWord(cells, "duty_kind", dutyKindFrom)) {
    row.set_kind(*kind);
  }
  if (const auto days = cells.word("weekdays", weekdaysFrom)) {
    row.mutable_weekdays()->Assign(days->begin(), days->end());
  }
  if (const auto hours = cells.word("hours", hoursFrom)) {
    row.set_from_minute(hours->from_minute);
    row.set_until_minute(hours->until_minute);
  }
  fillPeriod(cells, row);
}

void fillFacility(Cells& cells, v1::FacilityRow& row) {
  row.set_code(cells.required("code"));
  if (const auto kind = requiredWord(cells, "facility_kind", facilityKindFrom)) {
    row.set_kind(*kind);
  }
  row.set_name(cells.required("name"));
  row.set_area_code(cells.required("area_code"));
  if (const auto on = cells.date("verified_on")) {
    *row.mutable_verified_on() = *on;
  }
  if (const auto on = cells.date("signed_on")) {
    *row.mutable_signed_on() = *on;
  }
  if (const auto on = cells.date("closed_on")) {
    *row.mutable_closed_on() = *on;
  }
}

void fillTarget(Cells& cells, v1::TargetRow& row) {
  if (const auto indicator = requiredWord(cells, "indicator", indicatorFrom)) {
    row.set_indicator(*indicator);
  }
  row.set_area_code(cells.required("area_code"));
  cells.required("from_on");
  cells.required("until_on");
  fillPeriod(cells, row);
  fillValue(cells, row);
  row.set_document(cells.copy("document"));
  row.set_programme_code(cells.copy("programme_code"));
}

void fillProgramme(Cells& cells, v1::ProgrammeRow& row) {
  row.set_code(cells.required("code"));
  row.set_name(cells.required("name"));
  row.set_contractor_code(cells.copy("contractor_code"));
  row.set_contractor_name(cells.copy("contractor_name"));
  cells.required("from_on");
  fillPeriod(cells, row);
}

void fillPaperVisit(Cells& cells, v1::PaperVisitRow& row) {
  row.set_file_number(cells.required("file_number"));
  row.set_staff_number(cells.required("staff_number"));
  if (const auto on = requiredWord(cells, "on", dateFrom)) {
    *row.mutable_on() = *on;
  }
  const auto start = cells.word("start", minuteFrom);
  row.set_start_minute(start.value_or(-1));
  if (start.value_or(0) == kMinutesOfDay) {
    cells.problem(v1::PROBLEM_CODE_MALFORMED, "start");
  }
  if (const auto minutes = cells.number("minutes")) {
    if (*minutes < 0 || *minutes > kMinutesOfDay) {
      cells.problem(v1::PROBLEM_CODE_OUT_OF_RANGE, "minutes", {"0–1440"});
    } else {
      row.set_minutes(static_cast<std::uint32_t>(*minutes));
    }
  }
  if (const auto mode = requiredWord(cells, "mode", contactModeFrom)) {
    row.set_mode(*mode);
  }
  if (const auto outcome = requiredWord(cells, "outcome", contactOutcomeFrom)) {
    row.set_outcome(*outcome);
  }
  row.set_programme_code(cells.copy("programme_code"));
  row.set_late_reason(cells.copy("late_reason"));
}

}  // namespace doorstep::ctl
