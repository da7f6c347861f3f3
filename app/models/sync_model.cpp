#include "app/models/sync_model.h"

#include "app/models/models.h"
#include "app/models/text.h"
#include "sync/care/calendar.h"

namespace doorstep::models {
namespace {

using app_enums::SyncPhase;
using app_enums::Truth;

std::vector<WaitingEntry> entriesOf(const std::vector<store::WaitingChange>& changes, absl::TimeZone zone) {
  std::vector<WaitingEntry> entries;
  for (const store::WaitingChange& change : changes) {
    WaitingEntry entry;
    entry.key = QString::number(change.sequence);
    entry.kind = change.kind;
    entry.elder_name = text(change.elder_name);
    entry.made_at = momentOf(change.made_at, zone);
    if (!change.problems.empty()) {
      entry.problem = change.problems.front().code();
      entry.field = text(change.problems.front().field());
    }
    if (change.visit) {
      const absl::Time started = care::toTime(change.visit->started_at());
      entry.change_id = idText(change.change_id);
      entry.started_at = momentOf(started, zone);
      entry.minutes = static_cast<int>(absl::ToInt64Minutes(care::toTime(change.visit->ended_at()) - started));
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace

SyncModel::SyncModel(Desk& desk) : PageModel(desk) {
  connect(&desk, &Desk::opened, this, [this] {
    status_ = {};
    refresh();
  });
  connect(&desk, &Desk::storeChanged, this, &SyncModel::refresh);
  connect(&desk, &Desk::syncStatus, this, [this](const client::SyncStatus& status) {
    const bool under_way = exchanging() || status_.phase == client::Phase::kTransferring;
    const bool ended = under_way && (status.phase == client::Phase::kIdle || status.contents_moved > 0) &&
                       status.phase != client::Phase::kTransferring;
    // One that ended before anybody was told of it shows by its time only.
    const bool known = status.last_sync == status_.last_sync;
    status_ = status;
    emit changed();
    if (ended || !known)
      refresh();
  });
  connect(&desk, &Desk::closed, this, [this] {
    status_ = {};
    overview_ = {};
    waiting_.replace({});
    quarantined_.replace({});
    setProgress(Progress::Loading);
    emit changed();
  });
}

SyncModel* SyncModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).sync;
}

bool SyncModel::exchanging() const {
  return status_.phase == client::Phase::kHello || status_.phase == client::Phase::kPushing ||
         status_.phase == client::Phase::kPulling;
}

Truth SyncModel::truth() const {
  if (!overview_.quarantined.empty() || trouble() == Failure::Refused || trouble() == Failure::NotKnown ||
      trouble() == Failure::AppTooOld) {
    return Truth::NeedsYou;
  }
  if (exchanging() && (status_.to_push > 0 || status_.to_pull_households > 0))
    return Truth::Exchanging;
  if (phase() == SyncPhase::Transferring)
    return Truth::Exchanging;
  if (overview_.waiting_changes > 0 || overview_.waiting_pictures > 0)
    return Truth::Waiting;
  if (exchanging())
    return Truth::Exchanging;
  return overview_.last_sync ? Truth::AllUploaded : Truth::NeverSynced;
}

bool SyncModel::lastSyncToday() const {
  return overview_.last_sync && care::dayOf(*overview_.last_sync, desk().zone()) == desk().today();
}

int SyncModel::done() const {
  if (phase() == SyncPhase::Transferring)
    return static_cast<int>(status_.contents_moved);
  return static_cast<int>(phase() == SyncPhase::Pulling ? status_.pulled_households : status_.pushed);
}

int SyncModel::total() const {
  if (phase() == SyncPhase::Transferring)
    return static_cast<int>(status_.contents_to_move);
  return static_cast<int>(phase() == SyncPhase::Pulling ? status_.to_pull_households : status_.to_push);
}

void SyncModel::syncNow() {
  desk().syncNow();
}

void SyncModel::refresh() {
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
        overview_ = *std::move(overview);
        waiting_.replace(entriesOf(overview_.waiting, desk().zone()));
        quarantined_.replace(entriesOf(overview_.quarantined, desk().zone()));
        setProgress(Progress::Ready);
        emit changed();
      });
}

}  // namespace doorstep::models
