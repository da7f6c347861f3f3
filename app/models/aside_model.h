#pragma once

#include <QtQml/qqmlregistration.h>
#include <QSet>
#include <QString>

#include "app/models/deed_model.h"
#include "app/models/parked_entry.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// What others sent, was put aside, and is this supervisor's or this district's to decide. Asked of the service each
// time; what was decided here is no longer shown, and goes out with the next exchange.
class AsideModel final : public doorstep::models::DeedModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(doorstep::models::RowModel* rows READ rows CONSTANT)

 public:
  explicit AsideModel(Desk& desk);
  static AsideModel* create(QQmlEngine* engine, QJSEngine* script);

  RowModel* rows() { return &rows_; }

  // Does nothing for whoever decides nothing.
  Q_INVOKABLE void refresh();
  // A person has confirmed its date, or who sent it: it is taken in, with what waits for it.
  Q_INVOKABLE void accept(const QString& key);
  // It stays on record and is not taken in. False without a reason, or with one of more than 200 characters.
  Q_INVOKABLE bool letGo(const QString& key, const QString& reason);
  // One's own visit that was put aside took place on that day and began then (as typed, "9:30"). False when the day
  // or the time is none.
  Q_INVOKABLE bool correctVisit(const QString& change_id, const QString& day, const QString& began, int minutes);

 private:
  void decide(const QString& key, v1::Decision decision, const QString& reason);
  void show(const v1::EndOfDay& evening);

  Rows<ParkedEntry> rows_{&ParkedEntry::key};
  QSet<QString> decided_;
};

}  // namespace doorstep::models
