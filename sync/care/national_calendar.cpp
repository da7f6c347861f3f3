#include "sync/care/national_calendar.h"

#include <algorithm>
#include <array>

// Sources: the yearly notices of the General Office of the State Council on the arrangement of
// holidays (国务院办公厅关于部分节假日安排的通知):
//   2024: 国办发明电〔2023〕7号
//   2025: 国办发明电〔2024〕12号
//   2026: 国办发明电〔2025〕7号
// A district enters a later year's in its rules until the next release ships it.
namespace doorstep::care {
namespace {

struct MonthDay {
  int month;
  int day;
};

struct Stretch {
  int year;
  MonthDay first;
  MonthDay last;  // inclusive
};

constexpr auto kHolidays = std::to_array<Stretch>({
    {2024, {1, 1}, {1, 1}},    // 元旦
    {2024, {2, 10}, {2, 17}},  // 春节
    {2024, {4, 4}, {4, 6}},    // 清明节
    {2024, {5, 1}, {5, 5}},    // 劳动节
    {2024, {6, 10}, {6, 10}},  // 端午节
    {2024, {9, 15}, {9, 17}},  // 中秋节
    {2024, {10, 1}, {10, 7}},  // 国庆节
    {2025, {1, 1}, {1, 1}},    // 元旦
    {2025, {1, 28}, {2, 4}},   // 春节
    {2025, {4, 4}, {4, 6}},    // 清明节
    {2025, {5, 1}, {5, 5}},    // 劳动节
    {2025, {5, 31}, {6, 2}},   // 端午节
    {2025, {10, 1}, {10, 8}},  // 国庆节、中秋节
    {2026, {1, 1}, {1, 3}},    // 元旦
    {2026, {2, 15}, {2, 23}},  // 春节
    {2026, {4, 4}, {4, 6}},    // 清明节
    {2026, {5, 1}, {5, 5}},    // 劳动节
    {2026, {6, 19}, {6, 21}},  // 端午节
    {2026, {9, 25}, {9, 27}},  // 中秋节
    {2026, {10, 1}, {10, 7}},  // 国庆节
});

// 调休: weekend days that are worked.
constexpr auto kWorkedWeekends = std::to_array<Stretch>({
    {2024, {2, 4}, {2, 4}},     {2024, {2, 18}, {2, 18}}, {2024, {4, 7}, {4, 7}},     {2024, {4, 28}, {4, 28}},
    {2024, {5, 11}, {5, 11}},   {2024, {9, 14}, {9, 14}}, {2024, {9, 29}, {9, 29}},   {2024, {10, 12}, {10, 12}},
    {2025, {1, 26}, {1, 26}},   {2025, {2, 8}, {2, 8}},   {2025, {4, 27}, {4, 27}},   {2025, {9, 28}, {9, 28}},
    {2025, {10, 11}, {10, 11}}, {2026, {1, 4}, {1, 4}},   {2026, {2, 14}, {2, 14}},   {2026, {2, 28}, {2, 28}},
    {2026, {5, 9}, {5, 9}},     {2026, {9, 20}, {9, 20}}, {2026, {10, 10}, {10, 10}},
});

template <typename Stretches>
bool contains(const Stretches& stretches, absl::CivilDay day) {
  return std::any_of(stretches.begin(), stretches.end(), [day](const Stretch& stretch) {
    return absl::CivilDay(stretch.year, stretch.first.month, stretch.first.day) <= day &&
           day <= absl::CivilDay(stretch.year, stretch.last.month, stretch.last.day);
  });
}

}  // namespace

bool isShippedYear(absl::civil_year_t year) {
  return year >= kHolidays.front().year && year <= kHolidays.back().year;
}

std::optional<bool> isNationalWorkingDay(absl::CivilDay day) {
  if (contains(kHolidays, day)) {
    return false;
  }
  if (contains(kWorkedWeekends, day)) {
    return true;
  }
  return std::nullopt;
}

}  // namespace doorstep::care
