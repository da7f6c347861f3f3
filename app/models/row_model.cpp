#include "app/models/row_model.h"

#include <QMetaProperty>

namespace doorstep::models {

RowModel::RowModel(const QMetaObject& row, QObject* parent) : QAbstractListModel(parent), row_(row) {}

QHash<int, QByteArray> RowModel::roleNames() const {
  QHash<int, QByteArray> names;
  for (int at = 0; at < row_.propertyCount(); ++at)
    names.insert(Qt::UserRole + at, row_.property(at).name());
  return names;
}

QVariant RowModel::data(const QModelIndex& index, int role) const {
  const int property = role - Qt::UserRole;
  if (!checkIndex(index, CheckIndexOption::IndexIsValid) || property < 0 || property >= row_.propertyCount())
    return {};
  return row_.property(property).readOnGadget(rowAt(index.row()));
}

}  // namespace doorstep::models
