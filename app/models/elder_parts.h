#pragma once

#include <QList>
#include <QString>
#include <vector>

#include "app/models/enums.h"
#include "app/models/given_value.h"
#include "app/models/moment.h"
#include "app/store/queries.h"

// The rows on an elder's page.
namespace doorstep::models {

class ContactPerson {
  Q_GADGET
  Q_PROPERTY(QString contactId MEMBER contact_id)
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(int relation MEMBER relation)
  Q_PROPERTY(QString phone MEMBER phone)
  Q_PROPERTY(bool emergencyContact MEMBER emergency_contact)
  Q_PROPERTY(bool familySupporter MEMBER family_supporter)
  Q_PROPERTY(QString note MEMBER note)

 public:
  QString contact_id;
  QString name;
  int relation = 0;
  QString phone;
  bool emergency_contact = false;
  bool family_supporter = false;
  QString note;

  bool operator==(const ContactPerson&) const = default;
};

// One visit, call or attempt.
class PastVisit {
  Q_GADGET
  Q_PROPERTY(QString visitId MEMBER visit_id)
  Q_PROPERTY(doorstep::models::Moment startedAt MEMBER started_at)
  Q_PROPERTY(int minutes MEMBER minutes)  // 0: only the day is known
  Q_PROPERTY(int mode MEMBER mode)
  Q_PROPERTY(int outcome MEMBER outcome)
  Q_PROPERTY(int proposal MEMBER proposal)
  Q_PROPERTY(QList<int> services MEMBER services)
  Q_PROPERTY(int serviceMinutes MEMBER service_minutes)
  Q_PROPERTY(QString workers MEMBER workers)
  Q_PROPERTY(QString note MEMBER note)
  Q_PROPERTY(bool waiting MEMBER waiting)
  Q_PROPERTY(bool voided MEMBER voided)
  Q_PROPERTY(bool corrects MEMBER corrects)        // stands for an earlier record
  Q_PROPERTY(bool correctable MEMBER correctable)  // by whoever is here

 public:
  QString visit_id;
  Moment started_at;
  int minutes = 0;
  int mode = 0;
  int outcome = 0;
  int proposal = 0;
  QList<int> services;
  int service_minutes = 0;
  QString workers;
  QString note;
  bool waiting = false;
  bool voided = false;
  bool corrects = false;
  bool correctable = false;

  bool operator==(const PastVisit&) const = default;
};

class RiskEntry {
  Q_GADGET
  Q_PROPERTY(QString flagId MEMBER flag_id)
  Q_PROPERTY(QString elderId MEMBER elder_id)
  Q_PROPERTY(QString householdId MEMBER household_id)
  Q_PROPERTY(QString elderName MEMBER elder_name)
  Q_PROPERTY(QString door MEMBER door)
  Q_PROPERTY(QString area MEMBER area)
  Q_PROPERTY(int kind MEMBER kind)
  Q_PROPERTY(int level MEMBER level)
  Q_PROPERTY(int state MEMBER state)
  Q_PROPERTY(bool open MEMBER open)
  Q_PROPERTY(bool acknowledgeable MEMBER acknowledgeable)
  Q_PROPERTY(QString note MEMBER note)
  Q_PROPERTY(QString called MEMBER called)
  Q_PROPERTY(QString reportedBy MEMBER reported_by)
  Q_PROPERTY(doorstep::models::Moment openedAt MEMBER opened_at)
  Q_PROPERTY(doorstep::models::Moment dueAt MEMBER due_at)
  Q_PROPERTY(int minutesLeft MEMBER minutes_left)  // to dueAt; negative: late
  Q_PROPERTY(bool waiting MEMBER waiting)

 public:
  QString flag_id;
  QString elder_id;
  QString household_id;
  QString elder_name;
  QString door;
  QString area;
  int kind = 0;
  int level = 0;
  int state = 0;
  bool open = false;
  bool acknowledgeable = false;
  QString note;
  QString called;
  QString reported_by;
  Moment opened_at;
  Moment due_at;
  int minutes_left = 0;
  bool waiting = false;

  bool operator==(const RiskEntry&) const = default;
};

// A field that two people filled in differently.
class FieldConflict {
  Q_GADGET
  Q_PROPERTY(QString conflictId MEMBER conflict_id)
  Q_PROPERTY(QString field MEMBER field)  // the record's field name
  Q_PROPERTY(doorstep::models::GivenValue chosen MEMBER chosen)
  Q_PROPERTY(doorstep::models::GivenValue other MEMBER other)
  Q_PROPERTY(doorstep::models::Moment foundAt MEMBER found_at)

 public:
  QString conflict_id;
  QString field;
  GivenValue chosen;
  GivenValue other;
  Moment found_at;

  bool operator==(const FieldConflict&) const = default;
};

// Somebody else behind the same door.
class Companion {
  Q_GADGET
  Q_PROPERTY(QString elderId MEMBER elder_id)
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(int age MEMBER age)

 public:
  QString elder_id;
  QString name;
  int age = 0;

  bool operator==(const Companion&) const = default;
};

// Something that was promised and not yet kept.
class PromiseEntry {
  Q_GADGET
  Q_PROPERTY(QString promiseId MEMBER promise_id)
  Q_PROPERTY(QString what MEMBER what)
  Q_PROPERTY(doorstep::models::Moment dueOn MEMBER due_on)  // unknown: at the next visit
  Q_PROPERTY(int daysLeft MEMBER days_left)
  Q_PROPERTY(doorstep::models::Moment madeOn MEMBER made_on)
  Q_PROPERTY(bool kept MEMBER kept)  // ticked off on the visit being recorded

 public:
  QString promise_id;
  QString what;
  Moment due_on;
  int days_left = 0;
  Moment made_on;
  bool kept = false;

  bool operator==(const PromiseEntry&) const = default;
};

// Whether somebody may put a visit right: who recorded it or was there, and every supervisor.
bool mayCorrect(const v1::Visit& visit, const store::Session& session);

PromiseEntry promiseEntryOf(const v1::Promise& promise, absl::CivilDay made_on, absl::CivilDay today);
ContactPerson contactPersonOf(const v1::Contact& contact);
PastVisit pastVisitOf(const store::TimelineEntry& entry, const std::string& elder_id, absl::TimeZone zone);
RiskEntry riskEntryOf(const store::RiskRow& row, absl::Time now, absl::TimeZone zone);
FieldConflict fieldConflictOf(const v1::Conflict& conflict, absl::TimeZone zone);

}  // namespace doorstep::models
