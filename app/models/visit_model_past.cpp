// How a visit begins: at the door, from paper, or to put a saved one right; and how a saved one ends.
#include <algorithm>

#include "app/models/models.h"
#include "app/models/text.h"
#include "doorstep/v1/record.pb.h"
#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"

namespace doorstep::models {
namespace {

using Answer = absl::StatusOr<store::SaveResult>;

const v1::Visit* visitIn(const store::ElderFile& file, const std::string& visit_id) {
  for (const store::TimelineEntry& entry : file.timeline) {
    if (entry.visit.id() == visit_id)
      return &entry.visit;
  }
  return nullptr;
}

v1::Record voided(const v1::Visit& visit, std::string id, const std::string& by) {
  v1::Record record;
  v1::Visit& empty = *record.mutable_visit();
  empty = visit;
  empty.set_id(std::move(id));
  empty.set_corrects_id(visit.id());
  empty.set_recorded_by(by);
  empty.set_voided(true);
  return record;
}

}  // namespace

void VisitModel::beginPaper(const QString& elder_id) {
  open(elder_id, {Start::Kind::Paper, {}});
}

void VisitModel::correct(const QString& elder_id, const QString& visit_id) {
  open(elder_id, {Start::Kind::Correction, idOf(visit_id)});
}

// One draft a door: what was begun there comes first, whatever else was asked for.
bool VisitModel::beginAs(const Start& start) {
  const absl::Time now = desk().now();
  if (editor_->file().draft || start.kind == Start::Kind::Visit) {
    editor_->begin(now);
    editor_->keepClocks(desk().stamp());
    return true;
  }
  if (start.kind == Start::Kind::Paper) {
    editor_->beginPaper(now, desk().zone());
    return true;
  }
  const v1::Visit* saved = visitIn(editor_->file(), start.visit_id);
  if (saved == nullptr || !mayCorrect(*saved, desk().session()))
    return false;
  editor_->beginCorrection(*saved, now);
  return true;
}

// One is behind one door at a time: visits begun elsewhere wait from now on.
void VisitModel::pauseOthers(std::vector<v1::VisitDraft> drafts) {
  for (v1::VisitDraft& draft : drafts) {
    const v1::Visit& visit = draft.visit();
    const bool runs = !draft.has_paused_since() && visit.precision() == v1::PRECISION_EXACT &&
                      visit.corrects_id().empty() && !visit.has_ended_at();
    if (!runs || visit.household_id() == editor_->file().household.id())
      continue;
    *draft.mutable_paused_since() = care::toTimestamp(desk().nowSince(draft.begun()));
    desk().record<absl::Status>(
        this, [draft = std::move(draft)](store::Recorder& recorder) { return recorder.keepDraft(draft); },
        [this](const absl::Status& status) {
          if (status.ok())
            desk().readAgain();
          else
            setProgress(Progress::Failed, failureOf(status));
        });
  }
}

absl::Time VisitModel::visitNow() const {
  return editor_->draft().has_begun() ? desk().nowSince(editor_->draft().begun()) : desk().now();
}

void VisitModel::voidVisit(const QString& elder_id, const QString& visit_id) {
  using File = absl::StatusOr<store::ElderFile>;
  const auto taken = [this](const Answer& answer) {
    const bool refused = answer.ok() && !answer->problems.empty();
    if (!answer.ok() || refused) {
      setProgress(Progress::Failed, refused ? Failure::NotPermitted : failureOf(answer.status()));
      return;
    }
    setProgress(Progress::Ready);
    emit voided();
    desk().saved();
  };
  desk().ask<File>(
      this, [id = idOf(elder_id), today = desk().today()](store::Queries& queries) { return queries.elder(id, today); },
      [this, visit_id = idOf(visit_id), taken](const File& file) {
        const v1::Visit* saved = file.ok() ? visitIn(*file, visit_id) : nullptr;
        if (saved == nullptr || !mayCorrect(*saved, desk().session())) {
          setProgress(Progress::Failed, file.ok() ? Failure::NotPermitted : failureOf(file.status()));
          return;
        }
        desk().record<Answer>(
            this,
            [record = models::voided(*saved, desk().newId(), desk().session().worker.id())](store::Recorder& recorder) {
              return recorder.append(record);
            },
            taken);
      });
}

int VisitModel::daysAgo() const {
  if (!editor_)
    return 0;
  const absl::Time started = care::toTime(editor_->draft().visit().started_at());
  return static_cast<int>(desk().today() - care::dayOf(started, desk().zone()));
}

void VisitModel::setDaysAgo(int days) {
  if (!editor_ || days < 0 || days > mostDaysAgo())
    return;
  editor_->setDay(desk().today() - days, desk().now(), desk().zone());
  edited();
}

int VisitModel::mostDaysAgo() const {
  return static_cast<int>(care::rulesOn(desk().session().rules, desk().today()).backdate_days());
}

}  // namespace doorstep::models
