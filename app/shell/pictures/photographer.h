#pragma once

#include <QList>
#include <QQuickItem>
#include <QQuickWindow>
#include <QString>

#include "app/models/models.h"

namespace doorstep::shell {

// In the order of Navigator.Place in qml/pages/shared/Navigator.qml.
enum Place {
  kToday,
  kElders,
  kOpen,
  kCaseload,
  kCoverage,
  kSync,
  kSettings,
  kMonth,
  kEndOfDay,
  kRules,
  kPaper,
  kSetUp
};

// Waits until the pages stand still and draws them.
class Photographer {
 public:
  Photographer(QQuickWindow& window, models::Models& models) : window_(window), models_(models) {}

  void useFolder(const QString& folder);
  // Of data that never comes nothing is waited for.
  void waitForData(bool wait) { waits_for_data_ = wait; }
  // Until nothing is being read or saved and everything has been laid out.
  void settle();
  void go(Place place);
  void shoot(const QString& page);
  // Also the rest of a page longer than the window, as "<page>-2", "-3".
  void shootWhole(const QString& page);
  int taken() const { return taken_; }

  // The visible item or the popup of that object name; null when there is none.
  QObject* find(const QString& object_name) const;
  QList<QQuickItem*> visibleItems() const;

 private:
  QQuickItem* longestPage() const;

  QQuickWindow& window_;
  models::Models& models_;
  QString folder_;
  bool waits_for_data_ = true;
  int taken_ = 0;
};

}  // namespace doorstep::shell
