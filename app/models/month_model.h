#pragma once

#include <QtQml/qqmlregistration.h>

#include "app/models/elder_entry.h"
#include "app/models/month_parts.h"
#include "app/models/page_model.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// A worker's own month from what this device holds: what was due, what was done, who was missed and
// why, the hours and how they are known, what waits to be uploaded. Nobody else's figures stand beside.
class MonthModel final : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  // While a page shows it. Nobody waits for Today because a month is being added up.
  Q_PROPERTY(bool watched READ watched WRITE setWatched NOTIFY watchedChanged)
  Q_PROPERTY(int year READ year NOTIFY changed)
  Q_PROPERTY(int month READ month NOTIFY changed)
  Q_PROPERTY(bool current READ current NOTIFY changed)  // the running month
  Q_PROPERTY(int elders READ elders NOTIFY changed)
  Q_PROPERTY(int contacted READ contacted NOTIFY changed)
  Q_PROPERTY(int slotsDue READ slotsDue NOTIFY changed)
  Q_PROPERTY(int slotsSatisfied READ slotsSatisfied NOTIFY changed)
  Q_PROPERTY(int personTimes READ personTimes NOTIFY changed)
  // Minutes, by how they are known and whether somebody has certified them.
  Q_PROPERTY(int measuredCertified READ measuredCertified NOTIFY changed)
  Q_PROPERTY(int measuredProvisional READ measuredProvisional NOTIFY changed)
  Q_PROPERTY(int enteredCertified READ enteredCertified NOTIFY changed)
  Q_PROPERTY(int enteredProvisional READ enteredProvisional NOTIFY changed)
  Q_PROPERTY(int imputed READ imputed NOTIFY changed)
  Q_PROPERTY(int minutes READ minutes NOTIFY changed)  // of all but imputed
  Q_PROPERTY(int overlaps READ overlaps NOTIFY changed)
  Q_PROPERTY(int waitingVisits READ waitingVisits NOTIFY changed)
  Q_PROPERTY(doorstep::models::RowModel* open READ open CONSTANT)    // not contacted yet
  Q_PROPERTY(doorstep::models::RowModel* lines READ lines CONSTANT)  // what was done, newest day first

 public:
  explicit MonthModel(Desk& desk);
  static MonthModel* create(QQmlEngine* engine, QJSEngine* script);

  Q_INVOKABLE void showMonthBefore();
  Q_INVOKABLE void showMonthAfter();  // not beyond the running one
  Q_INVOKABLE void refresh();

  bool watched() const { return watched_; }
  void setWatched(bool watched);
  int year() const { return static_cast<int>(shown_.year()); }
  int month() const { return shown_.month(); }
  bool current() const { return shown_ >= absl::CivilMonth(desk().today()); }
  int elders() const { return static_cast<int>(found_.elders); }
  int contacted() const { return static_cast<int>(found_.contacted); }
  int slotsDue() const { return static_cast<int>(found_.slots_due); }
  int slotsSatisfied() const { return static_cast<int>(found_.slots_satisfied); }
  int personTimes() const { return static_cast<int>(found_.person_times); }
  int measuredCertified() const { return static_cast<int>(found_.measured_certified); }
  int measuredProvisional() const { return static_cast<int>(found_.measured_provisional); }
  int enteredCertified() const { return static_cast<int>(found_.entered_certified); }
  int enteredProvisional() const { return static_cast<int>(found_.entered_provisional); }
  int imputed() const { return static_cast<int>(found_.imputed); }
  int minutes() const {
    return measuredCertified() + measuredProvisional() + enteredCertified() + enteredProvisional();
  }
  int overlaps() const;
  int waitingVisits() const { return static_cast<int>(found_.waiting_visits); }
  RowModel* open() { return &open_; }
  RowModel* lines() { return &lines_; }

 signals:
  void changed();
  void watchedChanged();

 private:
  void showMonth(absl::CivilMonth month);
  void take(store::MyMonth found);
  void read();

  bool watched_ = false;
  absl::CivilMonth shown_;
  store::MyMonth found_;
  Rows<OpenElder> open_{&OpenElder::elder_id};
  Rows<WorkedLine> lines_{&WorkedLine::key};
};

}  // namespace doorstep::models
