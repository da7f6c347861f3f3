#pragma once

#include <QtQml/qqmlregistration.h>
#include <vector>

#include "app/models/elder_entry.h"
#include "app/models/page_model.h"
#include "app/models/row_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// Today's doors: the urgent ones, then the others by grid, then those already visited.
class TodayModel final : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(doorstep::models::Moment day READ day NOTIFY dayChanged)
  Q_PROPERTY(doorstep::models::LunarDay lunarDay READ lunarDay NOTIFY dayChanged)
  Q_PROPERTY(QString searched READ searched WRITE setSearched NOTIFY searchedChanged)
  Q_PROPERTY(doorstep::models::RowModel* rows READ rows CONSTANT)
  Q_PROPERTY(int urgent READ urgent NOTIFY countsChanged)
  Q_PROPERTY(int toVisit READ toVisit NOTIFY countsChanged)
  Q_PROPERTY(int visited READ visited NOTIFY countsChanged)

 public:
  explicit TodayModel(Desk& desk);
  static TodayModel* create(QQmlEngine* engine, QJSEngine* script);

  Moment day() const { return momentOf(desk().today()); }
  LunarDay lunarDay() const { return lunarDayOf(desk().today()); }
  const QString& searched() const { return searched_; }
  void setSearched(const QString& searched);
  Rows<ElderEntry>* rows() { return &rows_; }
  int urgent() const { return urgent_; }     // elders
  int toVisit() const { return to_visit_; }  // elders, the urgent ones among them
  int visited() const { return visited_; }

  // How many elders stand in a section.
  Q_INVOKABLE int countOf(const QString& section) const;
  Q_INVOKABLE void refresh();

 signals:
  void dayChanged();
  void searchedChanged();
  void countsChanged();

 private:
  using Found = absl::StatusOr<std::vector<store::ElderRow>>;
  void take(Found found);

  QString searched_;
  Rows<ElderEntry> rows_{&ElderEntry::key};
  int urgent_ = 0;
  int to_visit_ = 0;
  int visited_ = 0;
};

// Overdue, or nobody answered, or an open red flag: comes first.
bool isUrgent(const ElderEntry& entry);

}  // namespace doorstep::models
