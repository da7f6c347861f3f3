#pragma once

#include <QtQml/qqmlregistration.h>

#include "app/models/deed_model.h"
#include "app/models/row_model.h"
#include "app/models/target_entry.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// What areas are to reach, and how far they are. Those of the whole district are set here; others come
// with a file.
class TargetsModel final : public doorstep::models::DeedModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(doorstep::models::RowModel* rows READ rows CONSTANT)
  Q_PROPERTY(bool mayEdit READ mayEdit NOTIFY changed)

 public:
  explicit TargetsModel(Desk& desk);
  static TargetsModel* create(QQmlEngine* engine, QJSEngine* script);

  RowModel* rows() { return &rows_; }
  bool mayEdit() const;

  Q_INVOKABLE void refresh();
  // A new one for the district, or with an id that one changed. Days as typed; hours for service time.
  // False when something is no day or number, or it would end before it begins.
  Q_INVOKABLE bool put(const QString& target_id, int indicator, const QString& value, const QString& from,
                       const QString& until, const QString& document);

 signals:
  void changed();

 private:
  std::vector<store::TargetRow> found_;
  Rows<TargetEntry> rows_{&TargetEntry::target_id};
};

}  // namespace doorstep::models
