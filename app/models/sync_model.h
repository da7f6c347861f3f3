#pragma once

#include <QtQml/qqmlregistration.h>

#include "app/models/moment.h"
#include "app/models/page_model.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// One thing recorded here that is not yet up, or that was put aside.
class WaitingEntry {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(int kind MEMBER kind)  // RecordKind
  Q_PROPERTY(QString elderName MEMBER elder_name)
  Q_PROPERTY(doorstep::models::Moment madeAt MEMBER made_at)
  Q_PROPERTY(int problem MEMBER problem)  // the first one's code, 0: none
  Q_PROPERTY(QString field MEMBER field)
  // Of a visit that was put aside: it can be given other times.
  Q_PROPERTY(QString changeId MEMBER change_id)
  Q_PROPERTY(doorstep::models::Moment startedAt MEMBER started_at)
  Q_PROPERTY(int minutes MEMBER minutes)

 public:
  QString key;
  int kind = 0;
  QString elder_name;
  Moment made_at;
  int problem = 0;
  QString field;
  QString change_id;
  Moment started_at;
  int minutes = 0;

  bool operator==(const WaitingEntry&) const = default;
};

// The truth about the data: what is up, what waits here and why, what needs a person.
class SyncModel final : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(doorstep::models::app_enums::Truth truth READ truth NOTIFY changed)
  Q_PROPERTY(doorstep::models::app_enums::SyncPhase phase READ phase NOTIFY changed)
  Q_PROPERTY(doorstep::models::app_enums::Failure trouble READ trouble NOTIFY changed)
  Q_PROPERTY(int waitingVisits READ waitingVisits NOTIFY changed)
  Q_PROPERTY(int waitingChanges READ waitingChanges NOTIFY changed)
  Q_PROPERTY(int quarantinedCount READ quarantinedCount NOTIFY changed)
  Q_PROPERTY(int conflicts READ conflicts NOTIFY changed)
  Q_PROPERTY(int waitingPictures READ waitingPictures NOTIFY changed)
  Q_PROPERTY(bool picturesHeldBack READ picturesHeldBack NOTIFY changed)  // the network costs
  Q_PROPERTY(doorstep::models::Moment lastSync READ lastSync NOTIFY changed)
  Q_PROPERTY(bool lastSyncToday READ lastSyncToday NOTIFY changed)
  Q_PROPERTY(doorstep::models::Moment retryAt READ retryAt NOTIFY changed)
  Q_PROPERTY(int done READ done NOTIFY changed)    // of the step under way
  Q_PROPERTY(int total READ total NOTIFY changed)  // 0: not known
  Q_PROPERTY(doorstep::models::RowModel* waiting READ waiting CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* quarantined READ quarantined CONSTANT)

 public:
  explicit SyncModel(Desk& desk);
  static SyncModel* create(QQmlEngine* engine, QJSEngine* script);

  app_enums::Truth truth() const;
  app_enums::SyncPhase phase() const { return static_cast<app_enums::SyncPhase>(status_.phase); }
  Failure trouble() const { return failureOf(status_.trouble); }
  int waitingVisits() const { return static_cast<int>(overview_.waiting_visits); }
  int waitingChanges() const { return static_cast<int>(overview_.waiting_changes); }
  int quarantinedCount() const { return static_cast<int>(overview_.quarantined.size()); }
  int conflicts() const { return static_cast<int>(overview_.conflicts); }
  int waitingPictures() const { return static_cast<int>(overview_.waiting_pictures); }
  bool picturesHeldBack() const { return status_.contents_held_back; }
  Moment lastSync() const { return momentOf(overview_.last_sync, desk().zone()); }
  bool lastSyncToday() const;
  Moment retryAt() const { return momentOf(status_.retry_at, desk().zone()); }
  int done() const;
  int total() const;
  RowModel* waiting() { return &waiting_; }
  RowModel* quarantined() { return &quarantined_; }

  Q_INVOKABLE void syncNow();
  Q_INVOKABLE void refresh();

 signals:
  void changed();

 private:
  bool exchanging() const;

  client::SyncStatus status_;
  store::SyncOverview overview_;
  Rows<WaitingEntry> waiting_{&WaitingEntry::key};
  Rows<WaitingEntry> quarantined_{&WaitingEntry::key};
};

}  // namespace doorstep::models
