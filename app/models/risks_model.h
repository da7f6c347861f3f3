#pragma once

#include <QtQml/qqmlregistration.h>

#include "app/models/elder_parts.h"
#include "app/models/page_model.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// Open risk flags by urgency and deadline, and the word that one has been seen.
class RisksModel final : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(doorstep::models::RowModel* rows READ rows CONSTANT)
  Q_PROPERTY(int toAcknowledge READ toAcknowledge NOTIFY countsChanged)
  Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)
  Q_PROPERTY(doorstep::models::app_enums::Failure saveFailure READ saveFailure NOTIFY savingChanged)

 public:
  explicit RisksModel(Desk& desk);
  static RisksModel* create(QQmlEngine* engine, QJSEngine* script);

  RowModel* rows() { return &rows_; }
  int toAcknowledge() const { return to_acknowledge_; }
  bool saving() const { return saving_; }
  Failure saveFailure() const { return save_failure_; }

  Q_INVOKABLE void acknowledge(const QString& flag_id, const QString& note);
  Q_INVOKABLE void refresh();

 signals:
  void countsChanged();
  void savingChanged();
  void acknowledged();

 private:
  void setSaving(bool saving, Failure failure);

  std::vector<store::RiskRow> found_;
  Rows<RiskEntry> rows_{&RiskEntry::flag_id};
  int to_acknowledge_ = 0;
  bool saving_ = false;
  Failure save_failure_ = Failure::None;
};

}  // namespace doorstep::models
