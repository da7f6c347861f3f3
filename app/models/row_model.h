#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <algorithm>
#include <functional>
#include <vector>

namespace doorstep::models {

// A list whose roles are the properties of its rows' gadget, so that a delegate can require each
// of them by name and type.
class RowModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Models own their rows")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  int count() const { return rowCount(); }
  QHash<int, QByteArray> roleNames() const override;
  QVariant data(const QModelIndex& index, int role) const override;

 signals:
  void countChanged();

 protected:
  RowModel(const QMetaObject& row, QObject* parent);
  virtual const void* rowAt(int row) const = 0;

 private:
  const QMetaObject& row_;
};

// Rows of one type, told apart by a key.
template <typename Row>
class Rows final : public RowModel {
 public:
  explicit Rows(QString Row::*key, QObject* parent = nullptr) : RowModel(Row::staticMetaObject, parent), key_(key) {}

  int rowCount(const QModelIndex& parent = {}) const override {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
  }
  const std::vector<Row>& rows() const { return rows_; }

  // Takes the new rows. Those at the front and the back that stay keep their delegates, and with
  // them the reader's place on the page.
  void replace(std::vector<Row> rows) {
    const std::size_t before = rows_.size();
    const std::size_t front = sharedFront(rows);
    const std::size_t back = sharedBack(rows, front);
    dropMiddle(front, rows_.size() - front - back);
    addMiddle(rows, front, rows.size() - front - back);
    for (std::size_t at = 0; at < rows.size(); ++at) {
      if (rows_[at] == rows[at])
        continue;
      rows_[at] = std::move(rows[at]);
      const QModelIndex changed = index(static_cast<int>(at));
      emit dataChanged(changed, changed);
    }
    if (rows_.size() != before)
      emit countChanged();
  }

  void append(std::vector<Row> rows) {
    if (rows.empty())
      return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    std::move(rows.begin(), rows.end(), std::back_inserter(rows_));
    endInsertRows();
    emit countChanged();
  }

 protected:
  const void* rowAt(int row) const override { return &rows_[static_cast<std::size_t>(row)]; }

 private:
  std::size_t sharedFront(const std::vector<Row>& rows) const {
    std::size_t shared = 0;
    while (shared < rows.size() && shared < rows_.size() && rows_[shared].*key_ == rows[shared].*key_)
      ++shared;
    return shared;
  }
  std::size_t sharedBack(const std::vector<Row>& rows, std::size_t front) const {
    std::size_t shared = 0;
    while (shared + front < rows.size() && shared + front < rows_.size() &&
           rows_[rows_.size() - 1 - shared].*key_ == rows[rows.size() - 1 - shared].*key_) {
      ++shared;
    }
    return shared;
  }
  void dropMiddle(std::size_t first, std::size_t count) {
    if (count == 0)
      return;
    beginRemoveRows({}, static_cast<int>(first), static_cast<int>(first + count) - 1);
    const auto from = rows_.begin() + static_cast<std::ptrdiff_t>(first);
    rows_.erase(from, from + static_cast<std::ptrdiff_t>(count));
    endRemoveRows();
  }
  void addMiddle(const std::vector<Row>& rows, std::size_t first, std::size_t count) {
    if (count == 0)
      return;
    beginInsertRows({}, static_cast<int>(first), static_cast<int>(first + count) - 1);
    const auto from = rows.begin() + static_cast<std::ptrdiff_t>(first);
    rows_.insert(rows_.begin() + static_cast<std::ptrdiff_t>(first), from, from + static_cast<std::ptrdiff_t>(count));
    endInsertRows();
  }

  QString Row::*key_;
  std::vector<Row> rows_;
};

}  // namespace doorstep::models
