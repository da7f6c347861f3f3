#pragma once

#include <QString>

#include "app/models/enums.h"
#include "app/models/moment.h"

// The rows of a worker's own month.
namespace doorstep::models {

// Somebody not contacted this month, and why as far as the records say.
class OpenElder {
  Q_GADGET
  Q_PROPERTY(QString elderId MEMBER elder_id)
  Q_PROPERTY(QString title MEMBER title)
  Q_PROPERTY(QString door MEMBER door)
  Q_PROPERTY(int reason MEMBER reason)  // MissedReason
  Q_PROPERTY(bool due MEMBER due)
  Q_PROPERTY(int daysLeft MEMBER days_left)

 public:
  QString elder_id;
  QString title;
  QString door;
  int reason = 0;
  bool due = false;
  int days_left = 0;

  bool operator==(const OpenElder&) const = default;
};

// One piece of work of one day.
class WorkedLine {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(doorstep::models::Moment on MEMBER on)
  Q_PROPERTY(bool firstOfDay MEMBER first_of_day)
  Q_PROPERTY(bool lastOfDay MEMBER last_of_day)
  Q_PROPERTY(int dayMinutes MEMBER day_minutes)
  Q_PROPERTY(QString elderName MEMBER elder_name)  // empty without an elder
  Q_PROPERTY(int kind MEMBER kind)                 // ServiceKind
  Q_PROPERTY(int minutes MEMBER minutes)
  Q_PROPERTY(int source MEMBER source)  // HoursSource
  Q_PROPERTY(bool certified MEMBER certified)
  Q_PROPERTY(bool overlaps MEMBER overlaps)  // some of its minutes stand on an earlier line

 public:
  QString key;
  Moment on;
  bool first_of_day = false;
  bool last_of_day = false;
  int day_minutes = 0;
  QString elder_name;
  int kind = 0;
  int minutes = 0;
  int source = 0;
  bool certified = false;
  bool overlaps = false;

  bool operator==(const WorkedLine&) const = default;
};

}  // namespace doorstep::models
