#include "app/models/target_entry.h"

#include <QLocale>

#include "app/models/text.h"
#include "sync/care/calendar.h"
#include "sync/care/figures.h"

namespace doorstep::models {
namespace {

QString shown(v1::Indicator indicator, std::int64_t value) {
  return indicator == v1::INDICATOR_SERVICE_MINUTES ? text(care::hoursText(value))
                                                    : QLocale(QLocale::English).toString(static_cast<qint64>(value));
}

// A target may be passed: unlike a share of people it goes beyond 100 %.
QString rateOf(std::int64_t verified, std::int64_t value) {
  if (value <= 0)
    return QStringLiteral("—");
  if (verified <= value)
    return text(care::percentText(verified, value));
  const std::int64_t tenths = verified * 1000 / value;
  return QStringLiteral("%1 %").arg(static_cast<double>(tenths) / 10, 0, 'f', 1);
}

}  // namespace

TargetEntry targetEntryOf(const TargetState& state) {
  const v1::Target& target = state.target;
  TargetEntry entry;
  entry.target_id = idText(target.id());
  entry.indicator = target.indicator();
  entry.area = text(state.area_name);
  entry.programme = text(state.programme_name);
  entry.value = static_cast<int>(target.value());
  entry.verified = static_cast<int>(state.verified);
  entry.shown_value = shown(target.indicator(), target.value());
  entry.shown_verified = shown(target.indicator(), state.verified);
  entry.rate = rateOf(state.verified, target.value());
  if (target.value() > 0)
    entry.share = static_cast<double>(state.verified) / static_cast<double>(target.value());
  entry.elapsed_share = state.elapsed_per_mille / 1000.0;
  entry.elapsed = QStringLiteral("%1 %").arg(state.elapsed_per_mille / 10.0, 0, 'f', 1);
  entry.document = text(target.document());
  entry.from = momentOf(care::civilDay(target.from_on()));
  entry.until = momentOf(care::civilDay(target.until_on()));
  return entry;
}

}  // namespace doorstep::models
