#include "app/models/comparison_model.h"

#include <utility>

#include "app/models/models.h"

namespace doorstep::models {
namespace {

constexpr int kMonths = 12;

int countOf(const std::vector<v1::DigestCell>& cells) {
  std::uint64_t count = 0;
  for (const v1::DigestCell& cell : cells) {
    count += cell.count();
  }
  return static_cast<int>(count);
}

int visitsOf(const std::vector<v1::DigestCell>& cells) {
  std::uint64_t count = 0;
  for (const v1::DigestCell& cell : cells) {
    count += cell.kind() == v1::RECORD_KIND_VISIT ? cell.count() : 0;
  }
  return static_cast<int>(count);
}

}  // namespace

ComparisonModel::ComparisonModel(Desk& desk) : PageModel(desk) {
  connect(&desk, &Desk::opened, this, &ComparisonModel::refresh);
  connect(&desk, &Desk::syncStatus, this, &ComparisonModel::follow);
  connect(&desk, &Desk::closed, this, [this] {
    wanted_ = false;
    phase_ = client::Phase::kIdle;
    show({});
    setProgress(Progress::Loading);
  });
}

ComparisonModel* ComparisonModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).comparison;
}

Moment ComparisonModel::at() const {
  return momentOf(comparison_.at, desk().zone());
}

bool ComparisonModel::agrees() const {
  return recordsHere() == recordsThere() && visitsHere() == visitsThere() && picturesHere() == picturesThere();
}

int ComparisonModel::visitsHere() const {
  return visitsOf(comparison_.held);
}
int ComparisonModel::visitsThere() const {
  return visitsOf(comparison_.service);
}
int ComparisonModel::recordsHere() const {
  return countOf(comparison_.held);
}
int ComparisonModel::recordsThere() const {
  return countOf(comparison_.service);
}

void ComparisonModel::compareNow() {
  wanted_ = true;
  emit changed();
  desk().compareNow();
}

void ComparisonModel::follow(const client::SyncStatus& status) {
  const bool rests = status.phase == client::Phase::kIdle || status.phase == client::Phase::kWaitingToRetry;
  const bool ended = rests && phase_ != client::Phase::kIdle && phase_ != client::Phase::kWaitingToRetry;
  phase_ = status.phase;
  if (ended) {
    wanted_ = false;
    refresh();
  }
  emit changed();
}

void ComparisonModel::refresh() {
  const std::uint64_t question = nextQuestion();
  using Answer = absl::StatusOr<store::SyncOverview>;
  desk().ask<Answer>(
      this, [](store::Queries& queries) { return queries.syncOverview(); },
      [this, question](Answer overview) {
        if (!isLatest(question))
          return;
        if (!overview.ok()) {
          setProgress(Progress::Failed, failureOf(overview.status()));
          return;
        }
        show(std::move(overview->comparison));
        setProgress(Progress::Ready);
      });
}

void ComparisonModel::show(client::Comparison comparison) {
  comparison_ = std::move(comparison);
  std::vector<DifferenceEntry> entries;
  for (std::size_t at = 0; at < comparison_.service_before.size(); ++at) {
    const v1::DigestCell& cell = comparison_.service_before[at];
    DifferenceEntry entry;
    entry.key = QString::number(cell.kind()) + '/' + QString::number(cell.month());
    entry.kind = cell.kind();
    entry.year = static_cast<int>(cell.month() / kMonths);
    entry.month = cell.month() == 0 ? 0 : static_cast<int>(cell.month() % kMonths) + 1;
    entry.there = static_cast<int>(cell.count());
    entry.here = at < comparison_.held_before.size() ? static_cast<int>(comparison_.held_before[at].count()) : 0;
    entries.push_back(std::move(entry));
  }
  differences_.replace(std::move(entries));
  emit changed();
}

}  // namespace doorstep::models
