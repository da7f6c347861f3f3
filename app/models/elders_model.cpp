#include "app/models/elders_model.h"

#include "app/models/models.h"

namespace doorstep::models {
namespace {

using Found = absl::StatusOr<std::vector<store::ElderRow>>;

std::vector<ElderEntry> byArea(const std::vector<store::ElderRow>& found, absl::TimeZone zone, absl::Time now) {
  std::vector<ElderEntry> entries;
  entries.reserve(found.size());
  for (const store::ElderRow& row : found) {
    entries.push_back(entryOf(row, zone, now));
    entries.back().section = entries.back().area;
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const ElderEntry& left, const ElderEntry& right) { return left.section < right.section; });
  markSections(entries);
  return entries;
}

}  // namespace

EldersModel::EldersModel(Desk& desk) : PageModel(desk) {
  connect(&desk, &Desk::opened, this, &EldersModel::refresh);
  connect(&desk, &Desk::storeChanged, this, &EldersModel::refresh);
  connect(&desk, &Desk::dayChanged, this, &EldersModel::refresh);
  connect(&desk, &Desk::closed, this, [this] {
    rows_.replace({});
    setSearched({});
    setProgress(Progress::Loading);
  });
}

EldersModel* EldersModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).elders;
}

void EldersModel::setSearched(const QString& searched) {
  if (searched == searched_)
    return;
  searched_ = searched;
  emit searchedChanged();
  refresh();
}

void EldersModel::refresh() {
  const std::uint64_t question = nextQuestion();
  desk().ask<Found>(
      this,
      [searched = searched_.trimmed().toStdString(), today = desk().today()](store::Queries& queries) {
        return queries.search(searched, today);
      },
      [this, question](Found found) {
        if (!isLatest(question))
          return;
        if (!found.ok()) {
          setProgress(Progress::Failed, failureOf(found.status()));
          return;
        }
        rows_.replace(byArea(*found, desk().zone(), desk().now()));
        setProgress(Progress::Ready);
      });
}

}  // namespace doorstep::models
