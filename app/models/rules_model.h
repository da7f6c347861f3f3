#pragma once

#include <QtQml/qqmlregistration.h>
#include <QList>

#include "app/models/deed_model.h"
#include "app/models/moment.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// One set of a district's switches and the day from which it holds.
class RuleSetEntry {
  Q_GADGET
  QML_VALUE_TYPE(ruleSetEntry)
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(doorstep::models::Moment from MEMBER from)
  Q_PROPERTY(doorstep::models::Moment until MEMBER until)  // unknown: open
  Q_PROPERTY(bool current MEMBER current)
  Q_PROPERTY(bool future MEMBER future)
  Q_PROPERTY(QList<int> kinds MEMBER kinds)
  Q_PROPERTY(int sameContactMinutes MEMBER same_contact_minutes)
  Q_PROPERTY(int awayExpiresDays MEMBER away_expires_days)
  Q_PROPERTY(int shortInstitutionDays MEMBER short_institution_days)
  Q_PROPERTY(int firstVisitDays MEMBER first_visit_days)
  Q_PROPERTY(bool countRemoteMonitoring MEMBER count_remote_monitoring)
  Q_PROPERTY(int freezeDay MEMBER freeze_day)
  Q_PROPERTY(bool freezeWaits MEMBER freeze_waits)
  Q_PROPERTY(int backdateDays MEMBER backdate_days)
  Q_PROPERTY(int ladderSupervisorMinutes MEMBER ladder_supervisor_minutes)
  Q_PROPERTY(int ladderCommunityMinutes MEMBER ladder_community_minutes)
  Q_PROPERTY(int ladderSecondTryDays MEMBER ladder_second_try_days)

 public:
  QString key;
  Moment from;
  Moment until;
  bool current = false;
  bool future = false;
  QList<int> kinds;
  int same_contact_minutes = 0;
  int away_expires_days = 0;
  int short_institution_days = 0;
  int first_visit_days = 0;
  bool count_remote_monitoring = false;
  int freeze_day = 0;
  bool freeze_waits = false;
  int backdate_days = 0;
  int ladder_supervisor_minutes = 0;
  int ladder_community_minutes = 0;
  int ladder_second_try_days = 0;

  bool operator==(const RuleSetEntry&) const = default;
};

// A day on which the district's calendar differs from the national one.
class CalendarDay {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(doorstep::models::Moment day MEMBER day)
  Q_PROPERTY(bool working MEMBER working)

 public:
  QString key;
  Moment day;
  bool working = false;

  bool operator==(const CalendarDay&) const = default;
};

// Every local switch of the district. Sets that have begun are history and stay as they are; what is to
// change holds from a later day, in a set of its own.
class RulesModel final : public doorstep::models::DeedModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool known READ known NOTIFY changed)  // the district has rules on this device
  Q_PROPERTY(bool mayEdit READ mayEdit NOTIFY changed)
  Q_PROPERTY(doorstep::models::Moment goLive READ goLive NOTIFY changed)
  Q_PROPERTY(bool goLivePassed READ goLivePassed NOTIFY changed)
  Q_PROPERTY(doorstep::models::RowModel* sets READ sets CONSTANT)  // newest first
  Q_PROPERTY(doorstep::models::RowModel* days READ days CONSTANT)
  Q_PROPERTY(bool drafting READ drafting NOTIFY draftChanged)
  Q_PROPERTY(doorstep::models::RuleSetEntry draft READ draft NOTIFY draftChanged)

 public:
  enum class Switch {
    SameContactMinutes,
    AwayExpiresDays,
    ShortInstitutionDays,
    FirstVisitDays,
    FreezeDay,
    BackdateDays,
    LadderSupervisorMinutes,
    LadderCommunityMinutes,
    LadderSecondTryDays
  };
  Q_ENUM(Switch)

  explicit RulesModel(Desk& desk);
  static RulesModel* create(QQmlEngine* engine, QJSEngine* script);

  bool known() const { return !rules_.id().empty(); }
  bool mayEdit() const;
  Moment goLive() const;
  bool goLivePassed() const;
  RowModel* sets() { return &sets_; }
  RowModel* days() { return &days_; }
  bool drafting() const { return drafting_; }
  RuleSetEntry draft() const;

  // A copy of what holds, from tomorrow; or the set that is to begin, to be changed further.
  Q_INVOKABLE void beginDraft();
  Q_INVOKABLE void discardDraft();
  // "2026-12-01" and its like; false when it is no day after today.
  Q_INVOKABLE bool setDraftFrom(const QString& day);
  Q_INVOKABLE void setNumber(doorstep::models::RulesModel::Switch which, int value);
  Q_INVOKABLE void toggleKind(int kind);
  Q_INVOKABLE void setCountRemoteMonitoring(bool counts);
  Q_INVOKABLE void setFreezeWaits(bool waits);
  Q_INVOKABLE void saveDraft();

  // False when the text is no day, or no longer may be changed.
  Q_INVOKABLE bool setGoLive(const QString& day);
  Q_INVOKABLE bool addDay(const QString& day, bool working);
  Q_INVOKABLE void removeDay(const QString& key);

 signals:
  void changed();
  void draftChanged();

 private:
  void readAgain();
  void save(const v1::DistrictRules& after);

  v1::DistrictRules rules_;
  bool drafting_ = false;
  v1::RuleSet draft_;
  Rows<RuleSetEntry> sets_{&RuleSetEntry::key};
  Rows<CalendarDay> days_{&CalendarDay::key};
};

}  // namespace doorstep::models
