#pragma once

#include <QList>
#include <QString>

#include "app/models/enums.h"
#include "app/models/moment.h"
#include "app/store/queries.h"

namespace doorstep::models {

// One row on a list of elders: an elder, or the elders of one door. No health data.
class ElderEntry {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString elderId MEMBER elder_id)
  Q_PROPERTY(QString householdId MEMBER household_id)
  Q_PROPERTY(QString title MEMBER title)  // "孙玉珍 77 · 周国强 80"
  Q_PROPERTY(int people MEMBER people)
  Q_PROPERTY(int tier MEMBER tier)
  Q_PROPERTY(QList<int> kinds MEMBER kinds)
  Q_PROPERTY(QString door MEMBER door)
  Q_PROPERTY(QString area MEMBER area)  // "建华街道 · 龙城社区 · 网格 07"
  Q_PROPERTY(bool due MEMBER due)
  Q_PROPERTY(int daysLeft MEMBER days_left)  // negative: overdue
  Q_PROPERTY(bool inPersonOnly MEMBER in_person_only)
  Q_PROPERTY(doorstep::models::Moment lastContact MEMBER last_contact)
  Q_PROPERTY(int lastOutcome MEMBER last_outcome)
  Q_PROPERTY(doorstep::models::Moment lastAttempt MEMBER last_attempt)
  Q_PROPERTY(int openRisk MEMBER open_risk)
  Q_PROPERTY(bool draft MEMBER draft)
  Q_PROPERTY(bool visitedToday MEMBER visited_today)
  Q_PROPERTY(bool waiting MEMBER waiting)
  Q_PROPERTY(QString workerName MEMBER worker_name)
  Q_PROPERTY(int ladderNext MEMBER ladder_next)  // LadderStep of a running search; 0: none runs
  Q_PROPERTY(doorstep::models::Moment ladderDue MEMBER ladder_due)
  Q_PROPERTY(int ladderMinutesLeft MEMBER ladder_minutes_left)  // to ladderDue; negative: late
  Q_PROPERTY(QString promise MEMBER promise)                    // the oldest open one
  Q_PROPERTY(doorstep::models::Moment promiseOn MEMBER promise_on)
  Q_PROPERTY(doorstep::models::Moment recheckOn MEMBER recheck_on)
  Q_PROPERTY(doorstep::models::Moment begunAt MEMBER begun_at)  // of the visit not yet saved
  Q_PROPERTY(bool paused MEMBER paused)
  Q_PROPERTY(QString section MEMBER section)  // "!begun", "!urgent", "~done" or the area
  Q_PROPERTY(bool first MEMBER first)         // of its section
  Q_PROPERTY(bool last MEMBER last)

 public:
  QString key;
  QString elder_id;
  QString household_id;
  QString title;
  int people = 1;
  int tier = 0;
  QList<int> kinds;
  QString door;
  QString area;
  bool due = false;
  int days_left = 0;
  bool in_person_only = false;
  Moment last_contact;
  int last_outcome = 0;
  Moment last_attempt;
  int open_risk = 0;
  bool draft = false;
  bool visited_today = false;
  bool waiting = false;
  QString worker_name;
  int ladder_next = 0;
  Moment ladder_due;
  int ladder_minutes_left = 0;
  QString promise;
  Moment promise_on;
  Moment recheck_on;
  Moment begun_at;
  bool paused = false;
  QString section;
  bool first = false;
  bool last = false;

  bool operator==(const ElderEntry&) const = default;
};

ElderEntry entryOf(const store::ElderRow& row, absl::TimeZone zone, absl::Time now);
QString areaText(const store::AreaPath& area);

// Rounds the corners of each section: sets first and last.
void markSections(std::vector<ElderEntry>& entries);

// Puts elders behind one door that follow each other in the same section on one row.
std::vector<ElderEntry> joinedByDoor(std::vector<ElderEntry> entries);

}  // namespace doorstep::models
