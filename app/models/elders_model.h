#pragma once

#include <QtQml/qqmlregistration.h>
#include <vector>

#include "app/models/elder_entry.h"
#include "app/models/page_model.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// All elders in scope, found by name, pinyin, initials, file number or door; or those of one worker.
class EldersModel final : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(QString searched READ searched WRITE setSearched NOTIFY searchedChanged)
  Q_PROPERTY(doorstep::models::RowModel* rows READ rows CONSTANT)

 public:
  explicit EldersModel(Desk& desk);
  static EldersModel* create(QQmlEngine* engine, QJSEngine* script);

  const QString& searched() const { return searched_; }
  void setSearched(const QString& searched);
  Rows<ElderEntry>* rows() { return &rows_; }
  Q_INVOKABLE void refresh();

 signals:
  void searchedChanged();

 private:
  QString searched_;
  Rows<ElderEntry> rows_{&ElderEntry::key};
};

}  // namespace doorstep::models
