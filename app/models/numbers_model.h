#pragma once

#include <QtQml/qqmlregistration.h>
#include <QStringList>

#include "app/models/ladder_parts.h"
#include "app/models/page_model.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// Who can be rung now from anywhere in the app, and a number as a code for another telephone.
class NumbersModel final : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(doorstep::models::RowModel* duty READ duty CONSTANT)

 public:
  explicit NumbersModel(Desk& desk);
  static NumbersModel* create(QQmlEngine* engine, QJSEngine* script);

  RowModel* duty() { return &duty_; }
  Q_INVOKABLE void refresh();
  // "tel:" with the digits alone; empty when there are none.
  Q_INVOKABLE static QString link(const QString& phone);
  // The QR code of a text: one string a row, '1' where it is dark; empty when the text is too long.
  Q_INVOKABLE static QStringList code(const QString& words);

 private:
  Rows<CallNumber> duty_{&CallNumber::key};
};

}  // namespace doorstep::models
