#include "app/models/today_model.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

#include "app/models/models.h"

namespace doorstep::models {
namespace {

constexpr absl::Duration kAlarmBefore = absl::Minutes(30);

QString sectionOf(const ElderEntry& entry) {
  if (entry.draft)
    return QStringLiteral("!begun");
  if (entry.visited_today && entry.ladder_next == 0)
    return QStringLiteral("~done");
  return isUrgent(entry) ? QStringLiteral("!urgent") : entry.area;
}

// Begun, urgent, then by area as the store ordered them, then done.
int rankOf(const ElderEntry& entry) {
  if (entry.draft)
    return 0;
  if (entry.visited_today && entry.ladder_next == 0)
    return 3;
  return isUrgent(entry) ? 1 : 2;
}

void addDrafts(std::vector<ElderEntry>& entries, const std::vector<v1::VisitDraft>& drafts, absl::TimeZone zone) {
  for (ElderEntry& entry : entries) {
    for (const v1::VisitDraft& draft : drafts) {
      if (idText(draft.visit().household_id()) != entry.household_id)
        continue;
      entry.draft = true;
      entry.begun_at = momentOf(draft.visit().started_at(), zone);
      entry.begun_at.has_time = draft.visit().precision() != v1::PRECISION_DAY;
      entry.paused = draft.has_paused_since();
    }
  }
}

// Keeps areas together although the most urgent of an area may stand far from the rest.
void gatherAreas(std::vector<ElderEntry>& entries) {
  std::vector<QString> order;
  for (const ElderEntry& entry : entries) {
    if (rankOf(entry) == 2 && std::find(order.begin(), order.end(), entry.area) == order.end()) {
      order.push_back(entry.area);
    }
  }
  std::sort(order.begin(), order.end());
  const auto place = [&order](const ElderEntry& entry) {
    return rankOf(entry) == 2 ? std::find(order.begin(), order.end(), entry.area) - order.begin() : 0;
  };
  std::stable_sort(entries.begin(), entries.end(), [&place](const ElderEntry& left, const ElderEntry& right) {
    return std::pair(rankOf(left), place(left)) < std::pair(rankOf(right), place(right));
  });
}

}  // namespace

bool isUrgent(const ElderEntry& entry) {
  return entry.ladder_next != 0 || (entry.due && entry.days_left < 0) ||
         entry.last_outcome == v1::CONTACT_OUTCOME_NO_REPLY || entry.open_risk == v1::RISK_LEVEL_RED;
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
  connect(&desk, &Desk::minutePassed, this, &TodayModel::lookAtDeadlines);
  connect(&desk, &Desk::closed, this, [this] {
    rows_.replace({});
    searches_.clear();
    lookAtDeadlines();
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

TodayModel::Found TodayModel::read(store::Queries& queries, const std::string& searched, absl::CivilDay today) {
  auto rows = queries.today(today);
  if (!rows.ok())
    return rows.status();
  auto drafts = queries.drafts();
  if (!drafts.ok())
    return drafts.status();
  Read found{*std::move(rows), {}, *std::move(drafts)};
  std::copy_if(found.elders.begin(), found.elders.end(), std::back_inserter(found.searches),
               [](const store::ElderRow& row) { return row.ladder_next != v1::LADDER_STEP_UNSPECIFIED; });
  if (searched.empty())
    return found;
  const auto matching = queries.search(searched, today);
  if (!matching.ok())
    return matching.status();
  std::set<std::string> ids;
  for (const store::ElderRow& row : *matching)
    ids.insert(row.elder_id);
  std::erase_if(found.elders, [&ids](const store::ElderRow& row) { return !ids.contains(row.elder_id); });
  return found;
}

void TodayModel::refresh() {
  const std::uint64_t question = nextQuestion();
  desk().ask<Found>(
      this,
      [searched = searched_.trimmed().toStdString(), today = desk().today()](store::Queries& queries) {
        return read(queries, searched, today);
      },
      [this, question](Found found) {
        if (!isLatest(question))
          return;
        if (!found.ok()) {
          setProgress(Progress::Failed, failureOf(found.status()));
          return;
        }
        take(*std::move(found));
      });
}

void TodayModel::take(Read found) {
  std::vector<ElderEntry> entries;
  entries.reserve(found.elders.size());
  for (const store::ElderRow& row : found.elders)
    entries.push_back(entryOf(row, desk().zone(), desk().now()));
  addDrafts(entries, found.drafts, desk().zone());
  gatherAreas(entries);
  for (ElderEntry& entry : entries)
    entry.section = sectionOf(entry);
  urgent_ = static_cast<int>(
      std::count_if(entries.begin(), entries.end(), [](const ElderEntry& entry) { return rankOf(entry) == 1; }));
  visited_ = static_cast<int>(
      std::count_if(entries.begin(), entries.end(), [](const ElderEntry& entry) { return entry.visited_today; }));
  to_visit_ = static_cast<int>(entries.size()) - visited_;
  entries = joinedByDoor(std::move(entries));
  markSections(entries);
  rows_.replace(std::move(entries));
  searches_ = std::move(found.searches);
  lookAtDeadlines();
  setProgress(Progress::Ready);
  emit countsChanged();
}

// The clock goes on while the page stands still.
void TodayModel::lookAtDeadlines() {
  alarm_ = {};
  int pressing = 0;
  for (const store::ElderRow& row : searches_) {
    if (!row.ladder_due_at || *row.ladder_due_at - desk().now() > kAlarmBefore)
      continue;
    ++pressing;
    if (!alarm_.ladder_due_at || *row.ladder_due_at < *alarm_.ladder_due_at)
      alarm_ = row;
  }
  alarm_others_ = std::max(0, pressing - 1);
  emit alarmChanged();
}

int TodayModel::alarmMinutesLeft() const {
  return alarm_.ladder_due_at ? static_cast<int>(absl::ToInt64Minutes(*alarm_.ladder_due_at - desk().now())) : 0;
}

}  // namespace doorstep::models
