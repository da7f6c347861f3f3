#pragma once

#include <QtQml/qqmlregistration.h>

#include "app/models/moment.h"
#include "app/models/page_model.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

class MissedEntry {
  Q_GADGET
  Q_PROPERTY(QString elderId MEMBER elder_id)
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(QString fileNumber MEMBER file_number)
  Q_PROPERTY(QString address MEMBER address)
  Q_PROPERTY(QString area MEMBER area)
  Q_PROPERTY(int tier MEMBER tier)
  Q_PROPERTY(int reason MEMBER reason)
  Q_PROPERTY(QString workerName MEMBER worker_name)
  Q_PROPERTY(doorstep::models::Moment lastContact MEMBER last_contact)

 public:
  QString elder_id;
  QString name;
  QString file_number;
  QString address;
  QString area;
  int tier = 0;
  int reason = 0;
  QString worker_name;
  Moment last_contact;

  bool operator==(const MissedEntry&) const = default;
};

// Who was not reached in an area and month. Only the service knows; it notes who asked.
class MissedModel final : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(QString areaName READ areaName NOTIFY areaChanged)
  Q_PROPERTY(int month READ month NOTIFY areaChanged)
  Q_PROPERTY(int total READ total NOTIFY totalChanged)
  Q_PROPERTY(bool more READ more NOTIFY totalChanged)
  Q_PROPERTY(doorstep::models::RowModel* rows READ rows CONSTANT)

 public:
  explicit MissedModel(Desk& desk);
  static MissedModel* create(QQmlEngine* engine, QJSEngine* script);

  const QString& areaName() const { return area_name_; }
  int month() const { return month_.month(); }
  int total() const { return total_; }
  bool more() const { return !token_.empty(); }
  RowModel* rows() { return &rows_; }

  Q_INVOKABLE void show(const QString& area_code, const QString& area_name, int year, int month);
  Q_INVOKABLE void readMore();
  Q_INVOKABLE void retry();

 signals:
  void areaChanged();
  void totalChanged();

 private:
  void ask(const std::string& after);
  void take(const v1::ListMissedReply& reply, bool first_page);

  std::string area_code_;
  QString area_name_;
  absl::CivilMonth month_;
  int total_ = 0;
  bool asking_ = false;
  std::string token_;
  Rows<MissedEntry> rows_{&MissedEntry::elder_id};
};

}  // namespace doorstep::models
