#pragma once

#include <QtQml/qqmlregistration.h>
#include <optional>

#include "app/models/deed_model.h"
#include "app/models/moment.h"
#include "app/models/open_work_model.h"
#include "app/models/papers.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// One door of a list that somebody takes along on paper.
class PaperDoor {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(int number MEMBER number)
  Q_PROPERTY(QString names MEMBER names)
  Q_PROPERTY(QString door MEMBER door)
  Q_PROPERTY(QString area MEMBER area)
  Q_PROPERTY(bool due MEMBER due)
  Q_PROPERTY(int daysLeft MEMBER days_left)
  Q_PROPERTY(bool entered MEMBER entered)

 public:
  QString key;
  int number = 0;
  QString names;
  QString door;
  QString area;
  bool due = false;
  int days_left = 0;
  bool entered = false;

  bool operator==(const PaperDoor&) const = default;
};

// One visit copied from paper.
class EnteredVisit {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(int number MEMBER number)
  Q_PROPERTY(QString names MEMBER names)
  Q_PROPERTY(doorstep::models::Moment day MEMBER day)
  Q_PROPERTY(int mode MEMBER mode)
  Q_PROPERTY(int outcome MEMBER outcome)
  Q_PROPERTY(int minutes MEMBER minutes)
  Q_PROPERTY(bool takenBack MEMBER taken_back)

 public:
  QString key;
  int number = 0;
  QString names;
  Moment day;
  int mode = 0;
  int outcome = 0;
  int minutes = 0;
  bool taken_back = false;

  bool operator==(const EnteredVisit&) const = default;
};

// For visitors without a tablet: a numbered list on paper goes out, and what comes back is entered line by
// line: number, outcome, minutes. The hours go to who visited, not to who types.
class PaperEntryModel final : public doorstep::models::DeedModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(doorstep::models::RowModel* doors READ doors CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* entered READ entered CONSTANT)  // newest first, of this sitting
  Q_PROPERTY(doorstep::models::RowModel* workers READ workers CONSTANT)
  Q_PROPERTY(QString workerId READ workerId NOTIFY headChanged)
  Q_PROPERTY(QString workerName READ workerName NOTIFY headChanged)
  Q_PROPERTY(doorstep::models::Moment day READ day NOTIFY headChanged)
  Q_PROPERTY(bool late READ late NOTIFY headChanged)  // a reason is asked for
  Q_PROPERTY(int backdateDays READ backdateDays NOTIFY headChanged)
  Q_PROPERTY(bool maySave READ maySave CONSTANT)  // this device can write files
  Q_PROPERTY(QString savedFile READ savedFile NOTIFY filedChanged)
  Q_PROPERTY(doorstep::models::app_enums::Failure fileFailure READ fileFailure NOTIFY filedChanged)

 public:
  PaperEntryModel(Desk& desk, Papers* papers);
  static PaperEntryModel* create(QQmlEngine* engine, QJSEngine* script);

  RowModel* doors() { return &doors_; }
  RowModel* entered() { return &entered_; }
  RowModel* workers() { return &workers_; }
  const QString& workerId() const { return worker_id_; }
  QString workerName() const;
  Moment day() const { return momentOf(day_); }
  bool late() const { return day_ && *day_ < desk().today() - backdateDays(); }
  int backdateDays() const;
  bool maySave() const { return papers_ != nullptr; }
  const QString& savedFile() const { return saved_file_; }
  Failure fileFailure() const { return file_failure_; }

  Q_INVOKABLE void begin();  // reads workers and doors; what was entered stays on the page
  Q_INVOKABLE void chooseWorker(const QString& worker_id);
  Q_INVOKABLE bool setDay(const QString& typed);  // false when it is no day up to today
  // Who a number of the list, or a file number, stands for; empty for nobody. "3b": the second one there.
  Q_INVOKABLE QString namesOf(const QString& number) const;
  // Outcome keys 1 to 6, as printed on the form.
  Q_INVOKABLE int outcomeOf(const QString& key) const;
  Q_INVOKABLE int modeOf(const QString& key) const;
  // Saves when nothing is wrong. `again`: the door stands twice on paper and that is right.
  Q_INVOKABLE doorstep::models::app_enums::PaperTrouble enter(const QString& number, const QString& outcome_key,
                                                              const QString& minutes, const QString& late_reason,
                                                              bool again);
  Q_INVOKABLE void takeBack(const QString& key);
  Q_INVOKABLE void savePaperList();

 signals:
  void headChanged();
  void filedChanged();

 private:
  struct Found {
    const store::PaperRow* row = nullptr;
    std::vector<v1::Elder> elders;
  };
  Found find(const QString& number) const;
  void readDoors();
  void showDoors();
  bool enteredBefore(const Found& found) const;
  v1::Visit visitOf(const Found& found, const QString& outcome_key, int minutes, const QString& late_reason);
  void remember(const v1::Visit& visit, const Found& found);
  void showEntered();

  Papers* papers_;
  QString worker_id_;
  std::optional<absl::CivilDay> day_;
  std::vector<store::PaperRow> list_;
  struct Kept {
    v1::Visit visit;
    EnteredVisit shown;
  };
  std::vector<Kept> kept_;  // newest first
  Rows<PaperDoor> doors_{&PaperDoor::key};
  Rows<EnteredVisit> entered_{&EnteredVisit::key};
  Rows<WorkerChoice> workers_{&WorkerChoice::worker_id};
  QString saved_file_;
  Failure file_failure_ = Failure::None;
};

}  // namespace doorstep::models
