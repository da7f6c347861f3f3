#pragma once

#include <QtQml/qqmlregistration.h>

#include "app/models/moment.h"
#include "app/models/page_model.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// One area's line in the table.
class CoverageEntry {
  Q_GADGET
  QML_VALUE_TYPE(coverageEntry)
  Q_PROPERTY(QString areaId MEMBER area_id)
  Q_PROPERTY(QString code MEMBER code)
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(bool deeper MEMBER deeper)
  Q_PROPERTY(int elders MEMBER elders)  // |D|
  Q_PROPERTY(int contacted MEMBER contacted)
  Q_PROPERTY(int missed MEMBER missed)
  Q_PROPERTY(double share MEMBER share)  // 0..1; negative where |D| is 0
  Q_PROPERTY(QString rate MEMBER rate)   // "94.6 %", "—"
  Q_PROPERTY(QString inPersonRate MEMBER in_person_rate)
  Q_PROPERTY(int inPerson MEMBER in_person)
  Q_PROPERTY(QString proxyShare MEMBER proxy_share)
  Q_PROPERTY(int proxyOnly MEMBER proxy_only)
  Q_PROPERTY(int refusedOnly MEMBER refused_only)
  Q_PROPERTY(int personTimes MEMBER person_times)
  Q_PROPERTY(int unduplicated MEMBER unduplicated)
  Q_PROPERTY(QString hours MEMBER hours)  // delivered, certified and provisional
  Q_PROPERTY(QString slotRate MEMBER slot_rate)
  Q_PROPERTY(int risksOpened MEMBER risks_opened)
  Q_PROPERTY(int risksClosed MEMBER risks_closed)
  Q_PROPERTY(int exits MEMBER exits)

 public:
  QString area_id;
  QString code;
  QString name;
  bool deeper = false;
  int elders = 0;
  int contacted = 0;
  int missed = 0;
  double share = -1;
  QString rate;
  QString in_person_rate;
  int in_person = 0;
  QString proxy_share;
  int proxy_only = 0;
  int refused_only = 0;
  int person_times = 0;
  int unduplicated = 0;
  QString hours;
  QString slot_rate;
  int risks_opened = 0;
  int risks_closed = 0;
  int exits = 0;

  bool operator==(const CoverageEntry&) const = default;
};

// What was frozen, beside which the figures of that month are the restatement.
class FrozenFigures {
  Q_GADGET
  QML_VALUE_TYPE(frozenFigures)
  Q_PROPERTY(bool known MEMBER known)
  Q_PROPERTY(bool differs MEMBER differs)
  Q_PROPERTY(doorstep::models::Moment at MEMBER at)
  Q_PROPERTY(QString rate MEMBER rate)
  Q_PROPERTY(int contacted MEMBER contacted)
  Q_PROPERTY(int elders MEMBER elders)
  Q_PROPERTY(QString inPersonRate MEMBER in_person_rate)
  Q_PROPERTY(int personTimes MEMBER person_times)
  Q_PROPERTY(QString hours MEMBER hours)

 public:
  bool known = false;
  bool differs = false;
  Moment at;
  QString rate;
  int contacted = 0;
  int elders = 0;
  QString in_person_rate;
  int person_times = 0;
  QString hours;

  bool operator==(const FrozenFigures&) const = default;
};

// The way from the district down to the area shown.
class AreaStep {
  Q_GADGET
  Q_PROPERTY(QString areaId MEMBER area_id)
  Q_PROPERTY(QString name MEMBER name)

 public:
  QString area_id;
  QString name;

  bool operator==(const AreaStep&) const = default;
};

// Who was visited and who was missed, by area, as this device last heard it.
class CoverageModel final : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(doorstep::models::CoverageEntry area READ area NOTIFY areaChanged)
  Q_PROPERTY(int level READ level NOTIFY areaChanged)  // Care area kind: 3 district … 6 grid
  Q_PROPERTY(int year READ year NOTIFY areaChanged)
  Q_PROPERTY(int month READ month NOTIFY areaChanged)
  Q_PROPERTY(bool thisMonth READ thisMonth NOTIFY areaChanged)
  Q_PROPERTY(bool provisional READ provisional NOTIFY areaChanged)
  Q_PROPERTY(bool partial READ partial NOTIFY areaChanged)
  Q_PROPERTY(doorstep::models::Moment freezesOn READ freezesOn NOTIFY areaChanged)
  Q_PROPERTY(doorstep::models::FrozenFigures frozen READ frozen NOTIFY areaChanged)
  // Changes put aside that no figure holds yet; -1: the service was not reached.
  Q_PROPERTY(int waiting READ waiting NOTIFY waitingChanged)
  Q_PROPERTY(doorstep::models::RowModel* rows READ rows CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* path READ path CONSTANT)

 public:
  explicit CoverageModel(Desk& desk);
  static CoverageModel* create(QQmlEngine* engine, QJSEngine* script);

  const CoverageEntry& area() const { return area_; }
  int level() const { return level_; }
  int year() const { return static_cast<int>(month_.year()); }
  int month() const { return month_.month(); }
  absl::CivilMonth civilMonth() const { return month_; }
  bool thisMonth() const { return month_ == absl::CivilMonth(desk().today()); }
  bool provisional() const { return provisional_; }
  bool partial() const { return partial_; }
  Moment freezesOn() const;
  const FrozenFigures& frozen() const { return frozen_; }
  int waiting() const { return waiting_; }
  RowModel* rows() { return &rows_; }
  RowModel* path() { return &path_; }

  Q_INVOKABLE void show(const QString& area_id);  // empty: the district
  Q_INVOKABLE void previousMonth();
  Q_INVOKABLE void nextMonth();
  Q_INVOKABLE void refresh();
  Q_INVOKABLE void askWaiting();

 signals:
  void areaChanged();
  void waitingChanged();

 private:
  void take(const store::CoverageView& view);
  void clear();

  QString area_id_;
  absl::CivilMonth month_;
  CoverageEntry area_;
  int level_ = 0;
  bool provisional_ = true;
  bool partial_ = false;
  FrozenFigures frozen_;
  int waiting_ = -1;
  Rows<CoverageEntry> rows_{&CoverageEntry::area_id};
  Rows<AreaStep> path_{&AreaStep::area_id};
};

}  // namespace doorstep::models
