#include "app/reports/words.h"

#include <QLocale>
#include <QStringList>

#include "sync/care/calendar.h"
#include "sync/care/figures.h"

namespace doorstep::reports {

QString text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}

QString dayText(absl::CivilDay day) {
  static const QStringList weekdays{QStringLiteral("一"), QStringLiteral("二"), QStringLiteral("三"),
                                    QStringLiteral("四"), QStringLiteral("五"), QStringLiteral("六"),
                                    QStringLiteral("日")};
  return QStringLiteral("%1年%2月%3日 周%4")
      .arg(day.year())
      .arg(day.month())
      .arg(day.day())
      .arg(weekdays[static_cast<int>(absl::GetWeekday(day))]);
}

QString dateText(const v1::Date& date) {
  return care::isSet(date) ? text(absl::FormatCivilTime(care::civilDay(date))) : QStringLiteral("—");
}

QString timeText(absl::Time at, absl::TimeZone zone) {
  if (at == absl::InfinitePast() || at == absl::InfiniteFuture() || at <= absl::UnixEpoch())
    return QStringLiteral("—");
  const absl::CivilMinute minute = absl::ToCivilMinute(at, zone);
  return QStringLiteral("%1月%2日 %3:%4")
      .arg(minute.month())
      .arg(minute.day())
      .arg(minute.hour(), 2, 10, QLatin1Char('0'))
      .arg(minute.minute(), 2, 10, QLatin1Char('0'));
}

QString count(std::int64_t number) {
  return QLocale(QLocale::English).toString(static_cast<qint64>(number));
}

QString count(std::uint64_t number) {
  return count(static_cast<std::int64_t>(number));
}

QString percent(std::int64_t n, std::int64_t d) {
  if (d > 0 && n > d) {
    const std::int64_t tenths = n * 1000 / d;
    return QStringLiteral("%1 %").arg(static_cast<double>(tenths) / 10, 0, 'f', 1);
  }
  return text(care::percentText(n, d));
}

QString ratio(std::int64_t n, std::int64_t d) {
  return count(n) + QStringLiteral(" / ") + count(d);
}

QString kindText(v1::RecordKind kind) {
  switch (kind) {
    case v1::RECORD_KIND_VISIT:
      return QStringLiteral("探访");
    case v1::RECORD_KIND_SERVICE_ENTRY:
    case v1::RECORD_KIND_SERVICE_ENTRY_EVENT:
      return QStringLiteral("服务时长");
    case v1::RECORD_KIND_RISK_FLAG:
    case v1::RECORD_KIND_RISK_EVENT:
    case v1::RECORD_KIND_RESTRICTED_RISK_FLAG:
    case v1::RECORD_KIND_RESTRICTED_RISK_EVENT:
      return QStringLiteral("风险");
    case v1::RECORD_KIND_LADDER:
    case v1::RECORD_KIND_LADDER_EVENT:
      return QStringLiteral("寻访");
    case v1::RECORD_KIND_ELDER:
      return QStringLiteral("老人档案");
    case v1::RECORD_KIND_CONTACT:
      return QStringLiteral("联系人");
    case v1::RECORD_KIND_ASSIGNMENT:
      return QStringLiteral("分工");
    default:
      return QStringLiteral("其他");
  }
}

QString indicatorText(v1::Indicator indicator) {
  switch (indicator) {
    case v1::INDICATOR_MEAL_POINTS:
      return QStringLiteral("助餐设施（已核验）");
    case v1::INDICATOR_PERSON_TIMES:
      return QStringLiteral("探访人次");
    case v1::INDICATOR_SERVICE_MINUTES:
      return QStringLiteral("服务时长（小时）");
    default:
      return QStringLiteral("其他");
  }
}

}  // namespace doorstep::reports
