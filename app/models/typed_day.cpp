#include "app/models/typed_day.h"

#include <QRegularExpression>
#include <QStringList>
#include <cstdlib>

namespace doorstep::models {
namespace {

std::optional<absl::CivilDay> realDay(int year, int month, int day) {
  const absl::CivilDay civil(year, month, day);
  const bool real = civil.year() == year && civil.month() == month && civil.day() == day;
  return real && year >= 1900 && year <= 2200 ? std::optional(civil) : std::nullopt;
}

std::optional<absl::CivilDay> nearest(int month, int day, absl::CivilDay today) {
  std::optional<absl::CivilDay> best;
  for (int years = -1; years <= 1; ++years) {
    const auto candidate = realDay(static_cast<int>(today.year()) + years, month, day);
    if (candidate && (!best || std::abs(*candidate - today) < std::abs(*best - today)))
      best = candidate;
  }
  return best;
}

}  // namespace

std::optional<absl::CivilDay> typedDay(const QString& typed, absl::CivilDay today) {
  static const QRegularExpression compact(QStringLiteral("^(\\d{4})(\\d{2})(\\d{2})$"));
  static const QRegularExpression between(QStringLiteral("[-/.年月日\\s]+"));
  const QString text = typed.trimmed();
  if (const auto match = compact.match(text); match.hasMatch())
    return realDay(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
  std::vector<int> numbers;
  for (const QString& part : text.split(between, Qt::SkipEmptyParts)) {
    bool number = false;
    numbers.push_back(part.toInt(&number));
    if (!number)
      return std::nullopt;
  }
  if (numbers.size() == 3)
    return realDay(numbers[0], numbers[1], numbers[2]);
  return numbers.size() == 2 ? nearest(numbers[0], numbers[1], today) : std::nullopt;
}

}  // namespace doorstep::models
