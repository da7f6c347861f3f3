#pragma once

#include <QtQml/qqmlregistration.h>
#include <QStringList>

#include "app/models/elder_entry.h"
#include "app/models/page_model.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// What one worker has to do this month. By name, never ranked.
class CaseloadEntry {
  Q_GADGET
  Q_PROPERTY(QString workerId MEMBER worker_id)  // empty: nobody is assigned
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(int occupation MEMBER occupation)
  Q_PROPERTY(int households MEMBER households)
  Q_PROPERTY(int elders MEMBER elders)
  Q_PROPERTY(int contacted MEMBER contacted)
  Q_PROPERTY(int due MEMBER due)
  Q_PROPERTY(int overdue MEMBER overdue)
  Q_PROPERTY(int openRisks MEMBER open_risks)
  Q_PROPERTY(int urgentRisks MEMBER urgent_risks)
  Q_PROPERTY(doorstep::models::Moment lastRecord MEMBER last_record)

 public:
  QString worker_id;
  QString name;
  int occupation = 0;
  int households = 0;
  int elders = 0;
  int contacted = 0;
  int due = 0;
  int overdue = 0;
  int open_risks = 0;
  int urgent_risks = 0;
  Moment last_record;

  bool operator==(const CaseloadEntry&) const = default;
};

// The team and what each has to do; choosing one shows their elders.
class CaseloadModel final : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(doorstep::models::RowModel* rows READ rows CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* elders READ elders CONSTANT)
  Q_PROPERTY(bool chosen READ chosen NOTIFY chosenChanged)
  Q_PROPERTY(QString workerId READ workerId NOTIFY chosenChanged)
  Q_PROPERTY(QString workerName READ workerName NOTIFY chosenChanged)
  Q_PROPERTY(int elderCount READ elderCount NOTIFY sumsChanged)
  Q_PROPERTY(int contactedCount READ contactedCount NOTIFY sumsChanged)
  Q_PROPERTY(int overdueCount READ overdueCount NOTIFY sumsChanged)

 public:
  explicit CaseloadModel(Desk& desk);
  static CaseloadModel* create(QQmlEngine* engine, QJSEngine* script);

  RowModel* rows() { return &rows_; }
  RowModel* elders() { return &elders_; }
  bool chosen() const { return chosen_; }
  const QString& workerId() const { return worker_id_; }
  QString workerName() const;
  int elderCount() const { return sum(&CaseloadEntry::elders); }
  int contactedCount() const { return sum(&CaseloadEntry::contacted); }
  int overdueCount() const { return sum(&CaseloadEntry::overdue); }

  Q_INVOKABLE void choose(const QString& worker_id);
  Q_INVOKABLE void chooseNobody();
  Q_INVOKABLE void refresh();
  Q_INVOKABLE QStringList households() const;  // the doors of the chosen one's elders

 signals:
  void chosenChanged();
  void sumsChanged();

 private:
  int sum(int CaseloadEntry::*figure) const;
  void readElders();

  bool chosen_ = false;
  QString worker_id_;
  std::uint64_t elders_question_ = 0;
  Rows<CaseloadEntry> rows_{&CaseloadEntry::worker_id};
  Rows<ElderEntry> elders_{&ElderEntry::key};
};

}  // namespace doorstep::models
