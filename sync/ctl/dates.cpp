#include <string>
#include <vector>

#include "absl/strings/str_format.h"
#include "sync/care/calendar.h"
#include "sync/ctl/text.h"
#include "sync/ctl/values.h"

namespace doorstep::ctl {

namespace {

// The numbers of "2026-03-01" and its like; empty when anything else stands there.
std::vector<int> numbersOf(std::string_view text, std::size_t compact_size) {
  std::string plain(trimmed(text));
  for (const std::string_view separator : {"年", "月", "/", "."}) {
    plain = replaceAll(std::move(plain), separator, "-");
  }
  plain = replaceAll(std::move(plain), "日", "");
  if (plain.ends_with('-')) {
    plain.pop_back();
  }
  if (plain.size() == compact_size && plain.find('-') == std::string::npos) {
    plain.insert(4, "-");
    if (compact_size == 8) {
      plain.insert(7, "-");
    }
  }
  std::vector<int> numbers;
  for (const std::string_view part : split(plain, '-')) {
    const bool digits = part.find_first_not_of("0123456789") == std::string_view::npos;
    const auto number = integerFrom(part);
    if (!digits || part.size() > 4 || !number.has_value()) {
      return {};
    }
    numbers.push_back(*number);
  }
  return numbers;
}

}  // namespace

std::optional<v1::Date> dateFrom(std::string_view text) {
  const std::vector<int> numbers = numbersOf(text, 8);
  if (numbers.size() != 3) {
    return std::nullopt;
  }
  v1::Date date;
  date.set_year(numbers[0]);
  date.set_month(numbers[1]);
  date.set_day(numbers[2]);
  return care::isValid(date) ? std::optional(date) : std::nullopt;
}

std::optional<v1::Month> monthFrom(std::string_view text) {
  const std::vector<int> numbers = numbersOf(text, 6);
  if (numbers.size() != 2 || numbers[0] < 1900 || numbers[0] > 2200 || numbers[1] < 1 || numbers[1] > 12) {
    return std::nullopt;
  }
  v1::Month month;
  month.set_year(numbers[0]);
  month.set_month(numbers[1]);
  return month;
}

std::optional<absl::Duration> durationFrom(std::string_view text) {
  text = trimmed(text);
  const char unit = text.empty() ? ' ' : text.back();
  const absl::Duration one = unit == 'm'   ? absl::Minutes(1)
                             : unit == 'h' ? absl::Hours(1)
                             : unit == 'd' ? absl::Hours(24)
                                           : absl::ZeroDuration();
  const auto count = text.empty() ? std::nullopt : integerFrom(text.substr(0, text.size() - 1));
  const absl::Duration duration = one * count.value_or(0);
  const bool allowed = duration >= absl::Minutes(1) && duration <= absl::Hours(30 * 24);
  return allowed ? std::optional(duration) : std::nullopt;
}

std::string dateText(const v1::Date& date) {
  return care::isSet(date) ? absl::StrFormat("%04d-%02d-%02d", date.year(), date.month(), date.day()) : "";
}

std::string monthText(const v1::Month& month) {
  return absl::StrFormat("%04d-%02d", month.year(), month.month());
}

}  // namespace doorstep::ctl
