#pragma once

#include <QList>
#include <QString>
#include <vector>

#include "app/models/enums.h"
#include "app/models/given_value.h"
#include "app/models/moment.h"
#include "app/models/person_entry.h"
#include "app/store/queries.h"

namespace doorstep::models {

// One thing that waits for a supervisor. What its numbers mean depends on its section; words are QML's.
class OpenEntry {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(int section MEMBER section)    // App.OpenSection
  Q_PROPERTY(QString record MEMBER record)  // the ladder's, flag's, visit's, entry's id
  Q_PROPERTY(QString elderId MEMBER elder_id)
  Q_PROPERTY(QString householdId MEMBER household_id)
  Q_PROPERTY(QString elderName MEMBER elder_name)
  Q_PROPERTY(QString door MEMBER door)
  Q_PROPERTY(QString area MEMBER area)
  Q_PROPERTY(int what MEMBER what)              // ladder step, risk kind, proposal, service or record kind
  Q_PROPERTY(int level MEMBER level)            // Care.RiskLevel
  Q_PROPERTY(int state MEMBER state)            // Care.RiskState, Care.EntryState
  Q_PROPERTY(QList<int> steps MEMBER steps)     // the states that may follow
  Q_PROPERTY(bool ownUrgent MEMBER own_urgent)  // one's own red or orange flag: others close it
  Q_PROPERTY(bool own MEMBER own)               // one's own report or hours: others confirm them
  Q_PROPERTY(bool atOnce MEMBER at_once)
  Q_PROPERTY(QString note MEMBER note)
  Q_PROPERTY(QString called MEMBER called)
  Q_PROPERTY(QString who MEMBER who)
  Q_PROPERTY(doorstep::models::Moment at MEMBER at)
  Q_PROPERTY(doorstep::models::Moment dueAt MEMBER due_at)
  Q_PROPERTY(int minutesLeft MEMBER minutes_left)  // to dueAt; negative: late
  Q_PROPERTY(int minutes MEMBER minutes)           // of service hours
  Q_PROPERTY(int daysLeft MEMBER days_left)        // negative: missed
  Q_PROPERTY(int problem MEMBER problem)
  Q_PROPERTY(QString field MEMBER field)
  // Two values of one field: which one stands and why, and whether it was edited since.
  Q_PROPERTY(doorstep::models::GivenValue chosen MEMBER chosen)
  Q_PROPERTY(doorstep::models::GivenValue other MEMBER other)
  Q_PROPERTY(int rule MEMBER rule)  // App.MergeRule
  Q_PROPERTY(bool changedSince MEMBER changed_since)
  // Two files that may be of one person. `level` is App.DuplicateReason.
  Q_PROPERTY(doorstep::models::PersonEntry older MEMBER older)
  Q_PROPERTY(doorstep::models::PersonEntry newer MEMBER newer)
  Q_PROPERTY(bool merged MEMBER merged)
  Q_PROPERTY(bool mergeable MEMBER mergeable)  // both files are held here
  Q_PROPERTY(bool withdrawn MEMBER withdrawn)  // a search whose visit was taken back
  Q_PROPERTY(bool waiting MEMBER waiting)

 public:
  QString key;
  int section = 0;
  QString record;
  QString elder_id;
  QString household_id;
  QString elder_name;
  QString door;
  QString area;
  int what = 0;
  int level = 0;
  int state = 0;
  QList<int> steps;
  bool own_urgent = false;
  bool own = false;
  bool at_once = false;
  QString note;
  QString called;
  QString who;
  Moment at;
  Moment due_at;
  int minutes_left = 0;
  int minutes = 0;
  int days_left = 0;
  int problem = 0;
  QString field;
  GivenValue chosen;
  GivenValue other;
  int rule = 0;
  bool changed_since = false;
  PersonEntry older;
  PersonEntry newer;
  bool merged = false;
  bool mergeable = false;
  bool withdrawn = false;
  bool waiting = false;

  bool operator==(const OpenEntry&) const = default;
};

struct Onlooker {
  std::string worker_id;  // who looks
  absl::Time now;
  absl::TimeZone zone;
};

// All of it, section by section, each most urgent first.
std::vector<OpenEntry> openEntriesOf(const store::OpenWork& work, const Onlooker& onlooker);

}  // namespace doorstep::models
