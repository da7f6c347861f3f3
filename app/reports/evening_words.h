#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

#include "absl/time/time.h"
#include "doorstep/v1/evening.pb.h"

// What the protocol says of an evening before it is drawn. In Chinese. Pure.
namespace doorstep::reports {

// "对平：是；2 台设备当日没有联系，…": never a bare yes while a device was not heard from.
QString verdict(const v1::EndOfDay& evening);
// The day's sum, and why it does not reconcile.
QString reason(const v1::EndOfDay& evening);

// The month's figures. Of a frozen month what was frozen comes first, what is known now stands beside it.
struct MonthFigures {
  QString title;
  QStringList notes;  // the day of freezing; what is in no figure yet
  QStringList heads;
  QVector<QStringList> rows;  // a cell for each head
};
MonthFigures monthFigures(const v1::EndOfDay& evening, absl::TimeZone zone);

}  // namespace doorstep::reports
