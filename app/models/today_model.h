#pragma once

#include <QtQml/qqmlregistration.h>
#include <vector>

#include "app/models/elder_entry.h"
#include "app/models/page_model.h"
#include "app/models/row_model.h"
#include "app/models/text.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// Today's doors: visits begun and not saved, then the urgent ones, then the others by grid, then those
// already visited. The search whose deadline is nearest has a banner of its own.
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
  // The running search that cannot wait: its deadline is within half an hour, or past.
  Q_PROPERTY(QString alarmElderId READ alarmElderId NOTIFY alarmChanged)  // empty: none
  Q_PROPERTY(QString alarmName READ alarmName NOTIFY alarmChanged)
  Q_PROPERTY(int alarmStep READ alarmStep NOTIFY alarmChanged)
  Q_PROPERTY(doorstep::models::Moment alarmDue READ alarmDue NOTIFY alarmChanged)
  Q_PROPERTY(int alarmMinutesLeft READ alarmMinutesLeft NOTIFY alarmChanged)  // negative: late
  Q_PROPERTY(int alarmOthers READ alarmOthers NOTIFY alarmChanged)            // besides this one

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
  QString alarmElderId() const { return idText(alarm_.elder_id); }
  QString alarmName() const { return text(alarm_.name); }
  int alarmStep() const { return alarm_.ladder_next; }
  Moment alarmDue() const { return deadlineOf(alarm_.ladder_due_at, desk().zone()); }
  int alarmMinutesLeft() const;
  int alarmOthers() const { return alarm_others_; }

  Q_INVOKABLE doorstep::models::Moment dayBefore(int days) const { return momentOf(desk().today() - days); }
  // How many elders stand in a section.
  Q_INVOKABLE int countOf(const QString& section) const;
  Q_INVOKABLE void refresh();

 signals:
  void dayChanged();
  void searchedChanged();
  void countsChanged();
  void alarmChanged();

 private:
  struct Read {
    std::vector<store::ElderRow> elders;
    std::vector<store::ElderRow> searches;  // with a running one, whatever is searched for on the page
    std::vector<v1::VisitDraft> drafts;
  };
  using Found = absl::StatusOr<Read>;
  static Found read(store::Queries& queries, const std::string& searched, absl::CivilDay today);
  void take(Read found);
  void lookAtDeadlines();

  QString searched_;
  Rows<ElderEntry> rows_{&ElderEntry::key};
  int urgent_ = 0;
  int to_visit_ = 0;
  int visited_ = 0;
  std::vector<store::ElderRow> searches_;
  store::ElderRow alarm_;
  int alarm_others_ = 0;
};

// Overdue, or nobody answered, or a search runs, or an open red flag: comes first.
bool isUrgent(const ElderEntry& entry);

}  // namespace doorstep::models
