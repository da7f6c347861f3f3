#pragma once

#include <QtQml/qqmlregistration.h>

#include "app/models/moment.h"
#include "app/models/page_model.h"
#include "app/models/row_model.h"
#include "sync/client/comparison.h"
#include "sync/client/sync_status.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// Records of one kind and month of which this device and the service counted differently.
class DifferenceEntry {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(int kind MEMBER kind)    // RecordKind
  Q_PROPERTY(int year MEMBER year)    // 0: of no month
  Q_PROPERTY(int month MEMBER month)  // 1 to 12
  Q_PROPERTY(int here MEMBER here)
  Q_PROPERTY(int there MEMBER there)

 public:
  QString key;
  int kind = 0;
  int year = 0;
  int month = 0;
  int here = 0;
  int there = 0;

  bool operator==(const DifferenceEntry&) const = default;
};

// What this device counts beside what the service counts for it: 148 = 148, pictures too. Counted each evening and
// by hand; what differed then is named, and has been put right.
class ComparisonModel final : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(doorstep::models::Moment at READ at NOTIFY changed)  // not known: never counted
  Q_PROPERTY(bool counting READ counting NOTIFY changed)
  Q_PROPERTY(bool agrees READ agrees NOTIFY changed)  // now, after what differed was put right
  Q_PROPERTY(int visitsHere READ visitsHere NOTIFY changed)
  Q_PROPERTY(int visitsThere READ visitsThere NOTIFY changed)
  Q_PROPERTY(int recordsHere READ recordsHere NOTIFY changed)
  Q_PROPERTY(int recordsThere READ recordsThere NOTIFY changed)
  Q_PROPERTY(int picturesHere READ picturesHere NOTIFY changed)
  Q_PROPERTY(int picturesThere READ picturesThere NOTIFY changed)
  Q_PROPERTY(int taken READ taken NOTIFY changed)  // put right: came again from the service
  Q_PROPERTY(int removed READ removed NOTIFY changed)
  Q_PROPERTY(int sentAgain READ sentAgain NOTIFY changed)
  Q_PROPERTY(doorstep::models::RowModel* differences READ differences CONSTANT)

 public:
  explicit ComparisonModel(Desk& desk);
  static ComparisonModel* create(QQmlEngine* engine, QJSEngine* script);

  Moment at() const;
  bool counting() const { return wanted_ || phase_ == client::Phase::kComparing; }
  bool agrees() const;
  int visitsHere() const;
  int visitsThere() const;
  int recordsHere() const;
  int recordsThere() const;
  int picturesHere() const { return static_cast<int>(comparison_.contents_named); }
  int picturesThere() const { return static_cast<int>(comparison_.contents_at_service); }
  int taken() const { return static_cast<int>(comparison_.taken); }
  int removed() const { return static_cast<int>(comparison_.removed); }
  int sentAgain() const { return static_cast<int>(comparison_.sent_again); }
  RowModel* differences() { return &differences_; }

  // An exchange at once, and both sides count at its end.
  Q_INVOKABLE void compareNow();
  Q_INVOKABLE void refresh();

 signals:
  void changed();

 private:
  void follow(const client::SyncStatus& status);
  void show(client::Comparison comparison);

  client::Comparison comparison_;
  client::Phase phase_ = client::Phase::kIdle;
  bool wanted_ = false;  // by hand, and not ended yet
  Rows<DifferenceEntry> differences_{&DifferenceEntry::key};
};

}  // namespace doorstep::models
