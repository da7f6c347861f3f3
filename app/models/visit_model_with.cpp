// Who came along, what was promised, and what follows a door that stayed closed.
#include <algorithm>

#include "app/models/text.h"
#include "app/models/visit_model.h"
#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"

namespace doorstep::models {
namespace {

using care_enums::Met;

// Climbed by this very try: what the try itself was is behind.
v1::LadderStep after(v1::LadderStep next, bool rang) {
  if (next == v1::LADDER_STEP_SECOND_TRY)
    return v1::LADDER_STEP_PHONE;
  return next == v1::LADDER_STEP_PHONE && rang ? v1::LADDER_STEP_NEIGHBOUR : next;
}

}  // namespace

void VisitModel::setSign(int sign, bool noticed) {
  if (!editor_ || !v1::WarningSign_IsValid(sign))
    return;
  editor_->setSign(static_cast<v1::WarningSign>(sign), noticed);
  edited();
}

void VisitModel::setColleague(const QString& worker_id, bool there) {
  if (!editor_)
    return;
  editor_->setWorker(idOf(worker_id), there);
  edited();
}

void VisitModel::addPromise(const QString& what, int days) {
  if (!editor_)
    return;
  editor_->addPromise(what.trimmed().toStdString(),
                      days < 0 ? std::nullopt : std::optional<absl::CivilDay>(desk().today() + days));
  edited();
}

void VisitModel::removePromise(const QString& promise_id) {
  if (!editor_)
    return;
  editor_->removePromise(idOf(promise_id));
  edited();
}

void VisitModel::setKept(const QString& promise_id, bool kept) {
  if (!editor_)
    return;
  editor_->setKept(idOf(promise_id), kept);
  edited();
}

void VisitModel::showPromises() {
  std::vector<PromiseEntry> made;
  for (const v1::Promise& promise : editor_->draft().visit().promises())
    made.push_back(promiseEntryOf(promise, desk().today(), desk().today()));
  promises_.replace(std::move(made));
  std::vector<PromiseEntry> open;
  for (const store::OpenPromise& earlier : editor_->file().promises) {
    open.push_back(promiseEntryOf(earlier.promise, earlier.made_on, desk().today()));
    open.back().kept = editor_->isKept(earlier.promise.id());
  }
  open_promises_.replace(std::move(open));
}

int VisitModel::keptPromises() const {
  return static_cast<int>(std::count_if(open_promises_.rows().begin(), open_promises_.rows().end(),
                                        [](const PromiseEntry& promise) { return promise.kept; }));
}

void VisitModel::showColleagues() {
  std::vector<Colleague> rows;
  for (const v1::Worker& worker : workers_) {
    if (worker.id() == desk().session().worker.id())
      continue;
    rows.push_back(colleagueOf(worker));
    rows.back().chosen = editor_->wasThere(worker.id());
  }
  colleagues_.replace(std::move(rows));
}

QString VisitModel::withNames() const {
  QStringList names;
  for (const Colleague& colleague : colleagues_.rows()) {
    if (colleague.chosen)
      names << colleague.name;
  }
  return names.join(QStringLiteral("、"));
}

QList<int> VisitModel::signs() const {
  QList<int> signs;
  if (editor_) {
    for (const int sign : editor_->draft().warning_signs())
      signs << sign;
  }
  return signs;
}

std::string VisitModel::unansweredElder() const {
  for (const MetElder& elder : elders_.rows()) {
    if (elder.met == Met::NoReply || elder.met == Met::NoReplyByPhone)
      return idOf(elder.elder_id);
  }
  return {};
}

// As the store will keep it when the visit is saved: on the ladder that runs, else on a new one.
void VisitModel::showLadder() {
  ladder_ = {};
  const std::string elder_id = unansweredElder();
  if (elder_id.empty() || paper())
    return;
  const store::ElderFile& file = editor_->file();
  for (const store::LadderRow& row : file.ladders) {
    if (row.ladder.elder_id() != elder_id || row.status.ended)
      continue;
    ladder_ = row.status;
    ladder_.next = after(row.status.next, editor_->met(elder_id) == Met::NoReplyByPhone);
    return;
  }
  v1::Ladder ladder;
  *ladder.mutable_started_at() = editor_->draft().visit().started_at();
  for (const v1::Elder& elder : editor_->elders()) {
    if (elder.id() == elder_id)
      ladder.set_tier(care::tierOn(elder, desk().today()));
  }
  *ladder.mutable_warning_signs() = editor_->draft().warning_signs();
  ladder_ = care::foldLadder(ladder, {}, desk().session().rules);
}

}  // namespace doorstep::models
