#pragma once

#include <QtQml/qqmlregistration.h>

#include "app/models/moment.h"
#include "app/models/page_model.h"
#include "app/models/papers.h"
#include "app/models/parked_entry.h"
#include "app/models/row_model.h"
#include "app/models/target_entry.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// One tablet and its day.
class DeviceEntry {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString device MEMBER device)
  Q_PROPERTY(QString worker MEMBER worker)
  Q_PROPERTY(doorstep::models::Moment lastHello MEMBER last_hello)  // unknown: never
  Q_PROPERTY(bool helloThatDay MEMBER hello_that_day)
  Q_PROPERTY(bool revoked MEMBER revoked)
  Q_PROPERTY(int waiting MEMBER waiting)
  Q_PROPERTY(int received MEMBER received)
  Q_PROPERTY(int applied MEMBER applied)
  Q_PROPERTY(int quarantined MEMBER quarantined)
  Q_PROPERTY(int visits MEMBER visits)

 public:
  QString key;
  QString device;
  QString worker;
  Moment last_hello;
  bool hello_that_day = false;
  bool revoked = false;
  int waiting = 0;
  int received = 0;
  int applied = 0;
  int quarantined = 0;
  int visits = 0;

  bool operator==(const DeviceEntry&) const = default;
};

// The day's sums; what was sent beside what was taken.
class EveningSums {
  Q_GADGET
  QML_VALUE_TYPE(eveningSums)
  Q_PROPERTY(bool reconciles MEMBER reconciles)
  Q_PROPERTY(int received MEMBER received)
  Q_PROPERTY(int applied MEMBER applied)
  Q_PROPERTY(int quarantined MEMBER quarantined)
  Q_PROPERTY(int visitsReceived MEMBER visits_received)
  Q_PROPERTY(int visitsStanding MEMBER visits_standing)
  Q_PROPERTY(int visitsQuarantined MEMBER visits_quarantined)
  Q_PROPERTY(int devices MEMBER devices)
  Q_PROPERTY(int devicesHolding MEMBER devices_holding)
  Q_PROPERTY(int devicesSilent MEMBER devices_silent)
  Q_PROPERTY(int conflicts MEMBER conflicts)
  Q_PROPERTY(int ladders MEMBER ladders)
  Q_PROPERTY(int red MEMBER red)
  Q_PROPERTY(int orange MEMBER orange)
  Q_PROPERTY(int yellow MEMBER yellow)
  Q_PROPERTY(int overdue MEMBER overdue)
  Q_PROPERTY(int contacted MEMBER contacted)
  Q_PROPERTY(int elders MEMBER elders)
  Q_PROPERTY(QString rate MEMBER rate)
  Q_PROPERTY(int month MEMBER month)
  // Of a frozen month, beside which rate, contacted and elders are the restatement.
  Q_PROPERTY(bool frozen MEMBER frozen)
  Q_PROPERTY(doorstep::models::Moment frozenAt MEMBER frozen_at)
  Q_PROPERTY(QString frozenRate MEMBER frozen_rate)
  Q_PROPERTY(int frozenContacted MEMBER frozen_contacted)
  Q_PROPERTY(int frozenElders MEMBER frozen_elders)
  Q_PROPERTY(int waiting MEMBER waiting)  // changes put aside, in no figure yet

 public:
  bool reconciles = false;
  int received = 0;
  int applied = 0;
  int quarantined = 0;
  int visits_received = 0;
  int visits_standing = 0;
  int visits_quarantined = 0;
  int devices = 0;
  int devices_holding = 0;
  int devices_silent = 0;
  int conflicts = 0;
  int ladders = 0;
  int red = 0;
  int orange = 0;
  int yellow = 0;
  int overdue = 0;
  int contacted = 0;
  int elders = 0;
  QString rate;
  int month = 0;
  bool frozen = false;
  Moment frozen_at;
  QString frozen_rate;
  int frozen_contacted = 0;
  int frozen_elders = 0;
  int waiting = 0;

  bool operator==(const EveningSums&) const = default;
};

// The district's evening, as the service tells it, and its protocol.
class EndOfDayModel final : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(doorstep::models::Moment day READ day NOTIFY dayChanged)
  Q_PROPERTY(bool today READ today NOTIFY dayChanged)
  Q_PROPERTY(doorstep::models::Moment madeAt READ madeAt NOTIFY eveningChanged)
  Q_PROPERTY(doorstep::models::EveningSums sums READ sums NOTIFY eveningChanged)
  Q_PROPERTY(doorstep::models::RowModel* devices READ devices CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* parked READ parked CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* targets READ targets CONSTANT)
  Q_PROPERTY(bool maySave READ maySave CONSTANT)  // this device can write files
  Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)
  Q_PROPERTY(QString savedFile READ savedFile NOTIFY savingChanged)
  Q_PROPERTY(doorstep::models::app_enums::Failure saveFailure READ saveFailure NOTIFY savingChanged)

 public:
  EndOfDayModel(Desk& desk, Papers* papers);
  static EndOfDayModel* create(QQmlEngine* engine, QJSEngine* script);

  Moment day() const { return momentOf(on_); }
  bool today() const { return on_ == desk().today(); }
  Moment madeAt() const { return momentOf(evening_.made_at(), desk().zone()); }
  const EveningSums& sums() const { return sums_; }
  RowModel* devices() { return &devices_; }
  RowModel* parked() { return &parked_; }
  RowModel* targets() { return &targets_; }
  bool maySave() const { return papers_ != nullptr; }
  bool saving() const { return saving_; }
  const QString& savedFile() const { return saved_file_; }
  Failure saveFailure() const { return save_failure_; }

  Q_INVOKABLE void showToday();
  Q_INVOKABLE void previousDay();
  Q_INVOKABLE void nextDay();
  Q_INVOKABLE void refresh();
  Q_INVOKABLE void saveProtocol();

 signals:
  void dayChanged();
  void eveningChanged();
  void savingChanged();

 private:
  void showDay(absl::CivilDay day);
  void take(v1::EndOfDay evening);
  void clear();
  void setSaving(bool saving, const Filed& filed);

  Papers* papers_;
  absl::CivilDay on_;
  v1::EndOfDay evening_;
  EveningSums sums_;
  Rows<DeviceEntry> devices_{&DeviceEntry::key};
  Rows<ParkedEntry> parked_{&ParkedEntry::key};
  Rows<TargetEntry> targets_{&TargetEntry::target_id};
  bool saving_ = false;
  QString saved_file_;
  Failure save_failure_ = Failure::None;
};

}  // namespace doorstep::models
