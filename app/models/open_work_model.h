#pragma once

#include <QtQml/qqmlregistration.h>
#include <QStringList>

#include "app/models/deed_model.h"
#include "app/models/open_entry.h"
#include "app/models/row_model.h"
#include "doorstep/v1/change.pb.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// Somebody who can be given a door.
class WorkerChoice {
  Q_GADGET
  Q_PROPERTY(QString workerId MEMBER worker_id)
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(QString staffNumber MEMBER staff_number)
  Q_PROPERTY(int occupation MEMBER occupation)

 public:
  QString worker_id;
  QString name;
  QString staff_number;
  int occupation = 0;

  bool operator==(const WorkerChoice&) const = default;
};
std::vector<WorkerChoice> workerChoicesOf(const std::vector<v1::Worker>& workers);

// All that waits for a supervisor, and what a supervisor does about it. Every deed is one new record, or an
// edit, of the person who is here.
class OpenWorkModel final : public doorstep::models::DeedModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(doorstep::models::RowModel* rows READ rows CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* workers READ workers CONSTANT)
  Q_PROPERTY(int section READ section WRITE setSection NOTIFY sectionChanged)  // -1: all
  Q_PROPERTY(QList<int> counts READ counts NOTIFY countsChanged)               // by App.OpenSection
  Q_PROPERTY(int total READ total NOTIFY countsChanged)  // without merges that can still be taken back
  Q_PROPERTY(int oldestRiskDays READ oldestRiskDays NOTIFY countsChanged)  // -1: no risk is open
  Q_PROPERTY(int urgent READ urgent NOTIFY countsChanged)                  // searches, and red or orange to answer

 public:
  explicit OpenWorkModel(Desk& desk);
  static OpenWorkModel* create(QQmlEngine* engine, QJSEngine* script);

  Rows<OpenEntry>* rows() { return &rows_; }
  RowModel* workers() { return &workers_; }
  int section() const { return section_; }
  void setSection(int section);
  const QList<int>& counts() const { return counts_; }
  int total() const { return total_; }
  int urgent() const { return urgent_; }
  int oldestRiskDays() const;

  Q_INVOKABLE void refresh();
  // A flag's next state. With Resolved the second look is due after `recheck_days`.
  Q_INVOKABLE void follow(const QString& flag_id, int state, const QString& note, int recheck_days);
  Q_INVOKABLE void raise(const QString& flag_id, int level, const QString& note);
  // A second person's word, never on the own report: that is refused.
  // What a visitor reported holds from that day on (as typed; empty: the day of the visit). False when it is no day.
  Q_INVOKABLE bool confirm(const QString& visit_id, const QString& elder_id, const QString& from);
  // It does not hold: what held before goes on, confirmed.
  Q_INVOKABLE void reject(const QString& visit_id, const QString& elder_id);
  // Of two values of one field: the one that stands is right, or the other one takes its place.
  Q_INVOKABLE void keepChosen(const QString& conflict_id);
  Q_INVOKABLE void takeOther(const QString& conflict_id);
  // Two files of one person: the newer one becomes part of the older one, and no visit is lost; apart again; or they
  // are two persons, and nobody is asked again.
  Q_INVOKABLE void merge(const QString& pair_id);
  Q_INVOKABLE void takeApart(const QString& pair_id);
  Q_INVOKABLE void keepApart(const QString& pair_id);
  // Hours: confirmed, disputed, corrected to `minutes` for the first worker (whose minutes are shown), or void.
  Q_INVOKABLE void certify(const QString& entry_id, int state, int minutes, const QString& reason);
  // Gives these doors to the worker from today on. Whose they were before has them until today: that of `from`, or
  // where nobody is named, of the visitor who is shown for the door. Others at the same door stay.
  Q_INVOKABLE void assign(const QStringList& household_ids, const QString& worker_id,
                          const QString& from_worker_id = QString());
  Q_INVOKABLE void readWorkers();
  // The doors that nobody has, all on the list.
  Q_INVOKABLE QStringList unassignedHouseholds() const;

 signals:
  void sectionChanged();
  void countsChanged();

 private:
  template <typename Event, typename Header>
  Event eventOf(const Header& header);
  const store::RiskRow* riskOf(const QString& flag_id) const;
  const store::ProposalRow* proposalOf(const QString& visit_id, const QString& elder_id) const;
  bool refusesOwn(const store::ProposalRow& row);
  void settle(const std::string& elder_id, std::function<v1::Elder(v1::Elder)> settled);
  void decide(const QString& subject_id, v1::Decision decision);
  void mergeInto(const QString& pair_id, bool merged);
  void appendRiskEvent(const v1::RiskFlag& flag, const v1::RiskEvent& event);
  void take(store::OpenWork work);
  void show();
  bool seesOpenWork() const;

  store::OpenWork work_;
  std::vector<OpenEntry> entries_;
  int section_ = -1;
  QList<int> counts_;
  int total_ = 0;
  int urgent_ = 0;
  Rows<OpenEntry> rows_{&OpenEntry::key};
  Rows<WorkerChoice> workers_{&WorkerChoice::worker_id};
};

}  // namespace doorstep::models
