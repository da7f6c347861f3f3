#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "sync/ctl/terms.h"
#include "sync/ctl/text.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

constexpr auto kWeekdays = std::to_array<Term<std::uint32_t>>({
    {1, {"周一", "Monday"}, "1", "Mon"},
    {2, {"周二", "Tuesday"}, "2", "Tue"},
    {3, {"周三", "Wednesday"}, "3", "Wed"},
    {4, {"周四", "Thursday"}, "4", "Thu"},
    {5, {"周五", "Friday"}, "5", "Fri"},
    {6, {"周六", "Saturday"}, "6", "Sat"},
    {7, {"周日", "Sunday"}, "7", "Sun"},
});

// What is written for several days at once, and what it stands for.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kDayWords = {{{"工作日", "1-5"},
                                                                                     {"working days", "1-5"},
                                                                                     {"weekdays", "1-5"},
                                                                                     {"周末", "6-7"},
                                                                                     {"weekend", "6-7"},
                                                                                     {"每天", "1-7"},
                                                                                     {"every day", "1-7"},
                                                                                     {"daily", "1-7"}}};

std::string withOneDash(std::string_view text) {
  std::string plain(trimmed(text));
  for (const std::string_view dash : {"－", "–", "—", "~", "～", "至", "到", " to "}) {
    plain = replaceAll(std::move(plain), dash, "-");
  }
  return plain;
}

std::optional<std::uint32_t> weekdayFrom(std::string_view text) {
  std::string plain = replaceAll(std::string(trimmed(text)), "星期", "周");
  plain = replaceAll(std::move(plain), "周天", "周日");
  return valueFrom(kWeekdays, plain);
}

bool addWeekdays(std::string_view text, std::set<std::uint32_t>& days) {
  const std::vector<std::string_view> ends = split(text, '-');
  const auto first = weekdayFrom(ends.front());
  const auto last = ends.size() > 2 ? std::nullopt : weekdayFrom(ends.back());
  if (!first.has_value() || !last.has_value()) {
    return false;
  }
  for (std::uint32_t day = *first;; day = day % 7 + 1) {
    days.insert(day);
    if (day == *last) {
      return true;
    }
  }
}

}  // namespace

std::optional<int> minuteFrom(std::string_view text) {
  std::string plain(trimmed(text));
  for (const std::string_view separator : {"：", "时", "点"}) {
    plain = replaceAll(std::move(plain), separator, ":");
  }
  plain = replaceAll(std::move(plain), "分", "");
  if (plain.ends_with(':')) {
    plain += "00";
  }
  const std::vector<std::string_view> parts = split(plain, ':');
  const bool digits = plain.find_first_not_of("0123456789:") == std::string::npos;
  if (!digits || parts.size() != 2 || parts[0].size() > 2 || parts[1].size() != 2) {
    return std::nullopt;
  }
  const auto hour = integerFrom(parts[0]);
  const auto minute = integerFrom(parts[1]);
  if (!hour || !minute || *minute > 59 || *hour * 60 + *minute > 24 * 60) {
    return std::nullopt;
  }
  return *hour * 60 + *minute;
}

std::optional<Hours> hoursFrom(std::string_view text) {
  const std::string plain = withOneDash(text);
  if (plain == "全天" || sameIgnoringCase(plain, "all day")) {
    return Hours{};
  }
  const std::vector<std::string_view> ends = split(plain, '-');
  const auto from = minuteFrom(ends.front());
  const auto until = ends.size() == 2 ? minuteFrom(ends.back()) : std::nullopt;
  if (!from || !until || *from == 24 * 60 || *until == 0 || *from == *until) {
    return std::nullopt;
  }
  return Hours{static_cast<std::uint32_t>(*from), static_cast<std::uint32_t>(*until)};
}

std::optional<std::vector<std::uint32_t>> weekdaysFrom(std::string_view text) {
  std::string plain = withOneDash(text);
  for (const std::string_view separator : {"，", "、", ";", "；"}) {
    plain = replaceAll(std::move(plain), separator, ",");
  }
  for (const auto& [words, days] : kDayWords) {
    plain = sameIgnoringCase(plain, words) ? std::string(days) : plain;
  }
  std::set<std::uint32_t> days;
  for (const std::string_view part : split(plain, ',')) {
    if (!addWeekdays(part, days)) {
      return std::nullopt;
    }
  }
  return days.size() == 7 ? std::vector<std::uint32_t>() : std::vector<std::uint32_t>(days.begin(), days.end());
}

}  // namespace doorstep::ctl
