#pragma once

#include <QtQml/qqmlregistration.h>

#include "app/models/elder_parts.h"
#include "app/models/page_model.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// One elder's file: who, how to approach, whom to ring, what was, what is open.
class ElderModel final : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(QString elderId READ elderId NOTIFY elderChanged)
  Q_PROPERTY(QString householdId READ householdId NOTIFY fileChanged)
  Q_PROPERTY(QString name READ name NOTIFY fileChanged)
  Q_PROPERTY(int age READ age NOTIFY fileChanged)
  Q_PROPERTY(int gender READ gender NOTIFY fileChanged)
  Q_PROPERTY(int tier READ tier NOTIFY fileChanged)
  Q_PROPERTY(int status READ status NOTIFY fileChanged)
  Q_PROPERTY(QList<int> kinds READ kinds NOTIFY fileChanged)
  Q_PROPERTY(QString fileNumber READ fileNumber NOTIFY fileChanged)
  Q_PROPERTY(QString phone READ phone NOTIFY fileChanged)
  Q_PROPERTY(QString speech READ speech NOTIFY fileChanged)
  Q_PROPERTY(QString hearing READ hearing NOTIFY fileChanged)
  Q_PROPERTY(QString howToApproach READ howToApproach NOTIFY fileChanged)
  Q_PROPERTY(QString safetyNote READ safetyNote NOTIFY fileChanged)
  Q_PROPERTY(QString door READ door NOTIFY fileChanged)
  Q_PROPERTY(QString doorNote READ doorNote NOTIFY fileChanged)
  Q_PROPERTY(QString area READ area NOTIFY fileChanged)
  Q_PROPERTY(QString workerName READ workerName NOTIFY fileChanged)
  Q_PROPERTY(bool due READ due NOTIFY fileChanged)
  Q_PROPERTY(int daysLeft READ daysLeft NOTIFY fileChanged)
  Q_PROPERTY(bool inPersonOnly READ inPersonOnly NOTIFY fileChanged)
  Q_PROPERTY(doorstep::models::Moment dueUntil READ dueUntil NOTIFY fileChanged)
  Q_PROPERTY(bool hasDraft READ hasDraft NOTIFY fileChanged)
  Q_PROPERTY(doorstep::models::Moment draftStartedAt READ draftStartedAt NOTIFY fileChanged)
  Q_PROPERTY(doorstep::models::RowModel* contacts READ contacts CONSTANT)
  Q_PROPERTY(QString companionNames READ companionNames NOTIFY fileChanged)  // "周国强 80"
  Q_PROPERTY(doorstep::models::RowModel* companions READ companions CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* timeline READ timeline CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* risks READ risks CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* conflicts READ conflicts CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* promises READ promises CONSTANT)  // not yet kept, of the whole door

 public:
  explicit ElderModel(Desk& desk);
  static ElderModel* create(QQmlEngine* engine, QJSEngine* script);

  // Shows an elder; an empty id shows none.
  Q_INVOKABLE void show(const QString& elder_id);
  Q_INVOKABLE void refresh();

  const QString& elderId() const { return elder_id_; }
  QString householdId() const;
  QString name() const;
  int age() const;
  int gender() const { return file_.elder.gender(); }
  int tier() const;
  int status() const;
  QList<int> kinds() const;
  QString fileNumber() const;
  QString phone() const;
  QString speech() const;
  QString hearing() const;
  QString howToApproach() const;
  QString safetyNote() const;
  QString door() const;
  QString doorNote() const;
  QString area() const;
  QString workerName() const;
  bool due() const { return file_.due.has_value(); }
  int daysLeft() const { return file_.due ? file_.due->days_left : 0; }
  bool inPersonOnly() const { return file_.due && file_.due->in_person; }
  Moment dueUntil() const { return file_.due ? momentOf(file_.due->until) : Moment{}; }
  bool hasDraft() const { return file_.draft.has_value(); }
  Moment draftStartedAt() const;
  RowModel* contacts() { return &contacts_; }
  QString companionNames() const;
  RowModel* companions() { return &companions_; }
  RowModel* timeline() { return &timeline_; }
  RowModel* risks() { return &risks_; }
  RowModel* conflicts() { return &conflicts_; }
  RowModel* promises() { return &promises_; }
  const store::ElderFile& file() const { return file_; }

 signals:
  void elderChanged();
  void fileChanged();

 private:
  void take(store::ElderFile file);

  QString elder_id_;
  store::ElderFile file_;
  Rows<ContactPerson> contacts_{&ContactPerson::contact_id};
  Rows<Companion> companions_{&Companion::elder_id};
  Rows<PastVisit> timeline_{&PastVisit::visit_id};
  Rows<RiskEntry> risks_{&RiskEntry::flag_id};
  Rows<PromiseEntry> promises_{&PromiseEntry::promise_id};
  Rows<FieldConflict> conflicts_{&FieldConflict::conflict_id};
};

}  // namespace doorstep::models
