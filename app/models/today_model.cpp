#include "app/models/today_model.h"

#include <algorithm>
#include <set>
#include <string>

#include "app/models/models.h"

namespace doorstep::models {
namespace {

using Answer = absl::StatusOr<std::vector<store::ElderRow>>;

QString sectionOf(const ElderEntry& entry) {
  if (entry.visited_today)
    return QStringLiteral("~done");
  return isUrgent(entry) ? QStringLiteral("!urgent") : entry.area;
}

// Urgent, then by area as the store ordered them, then done.
int rankOf(const ElderEntry& entry) {
  return entry.visited_today ? 2 : isUrgent(entry) ? 0 : 1;
}

Answer readToday(store::Queries& queries, const std::string& searched, absl::CivilDay today) {
  Answer rows = queries.today(today);
  if (searched.empty() || !rows.ok())
    return rows;
  const Answer matching = queries.search(searched, today);
  if (!matching.ok())
    return matching.status();
  std::set<std::string> ids;
  for (const store::ElderRow& row : *matching)
    ids.insert(row.elder_id);
  std::erase_if(*rows, [&ids](const store::ElderRow& row) { return !ids.contains(row.elder_id); });
  return rows;
}

// Keeps areas together although the most urgent of an area may stand far from the rest.
void gatherAreas(std::vector<ElderEntry>& entries) {
  std::vector<QString> order;
  for (const ElderEntry& entry : entries) {
    if (rankOf(entry) == 1 && std::find(order.begin(), order.end(), entry.area) == order.end()) {
      order.push_back(entry.area);
    }
  }
  std::sort(order.begin(), order.end());
  const auto place = [&order](const ElderEntry& entry) {
    return rankOf(entry) == 1 ? std::find(order.begin(), order.end(), entry.area) - order.begin() : 0;
  };
  std::stable_sort(entries.begin(), entries.end(), [&place](const ElderEntry& left, const ElderEntry& right) {
    return std::pair(rankOf(left), place(left)) < std::pair(rankOf(right), place(right));
  });
}

}  // namespace

bool isUrgent(const ElderEntry& entry) {
  return (entry.due && entry.days_left < 0) || entry.last_outcome == v1::CONTACT_OUTCOME_NO_REPLY ||
         entry.open_risk == v1::RISK_LEVEL_RED;
}

TodayModel::TodayModel(Desk& desk) : PageModel(desk) {
  connect(&desk, &Desk::opened, this, [this] {
    emit dayChanged();
    refresh();
  });
  connect(&desk, &Desk::storeChanged, this, &TodayModel::refresh);
  connect(&desk, &Desk::dayChanged, this, [this] {
    emit dayChanged();
    refresh();
  });
  connect(&desk, &Desk::closed, this, [this] {
    rows_.replace({});
    setSearched({});
    setProgress(Progress::Loading);
  });
}

TodayModel* TodayModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).today;
}

void TodayModel::setSearched(const QString& searched) {
  if (searched == searched_)
    return;
  searched_ = searched;
  emit searchedChanged();
  refresh();
}

int TodayModel::countOf(const QString& section) const {
  int count = 0;
  for (const ElderEntry& entry : rows_.rows()) {
    if (entry.section == section)
      count += entry.people;
  }
  return count;
}

void TodayModel::refresh() {
  const std::uint64_t question = nextQuestion();
  desk().ask<Found>(
      this,
      [searched = searched_.trimmed().toStdString(), today = desk().today()](store::Queries& queries) {
        return readToday(queries, searched, today);
      },
      [this, question](Found found) {
        if (isLatest(question))
          take(std::move(found));
      });
}

void TodayModel::take(Found found) {
  if (!found.ok()) {
    setProgress(Progress::Failed, failureOf(found.status()));
    return;
  }
  std::vector<ElderEntry> entries;
  entries.reserve(found->size());
  for (const store::ElderRow& row : *found)
    entries.push_back(entryOf(row, desk().zone()));
  gatherAreas(entries);
  for (ElderEntry& entry : entries)
    entry.section = sectionOf(entry);
  urgent_ = static_cast<int>(
      std::count_if(entries.begin(), entries.end(), [](const ElderEntry& entry) { return rankOf(entry) == 0; }));
  visited_ = static_cast<int>(
      std::count_if(entries.begin(), entries.end(), [](const ElderEntry& entry) { return entry.visited_today; }));
  to_visit_ = static_cast<int>(entries.size()) - visited_;
  entries = joinedByDoor(std::move(entries));
  markSections(entries);
  rows_.replace(std::move(entries));
  setProgress(Progress::Ready);
  emit countsChanged();
}

}  // namespace doorstep::models
