// Visits that are over: copied from paper, or put right.
#include <algorithm>

#include "app/models/paper_time.h"
#include "app/models/visit_editor.h"
#include "sync/care/calendar.h"

namespace doorstep::models {
namespace {

constexpr int kUsualMinutes = 30;

}  // namespace

void VisitEditor::keepClocks(const v1::Stamp& begun) {
  if (!draft_.has_begun() && !isPaper() && !isCorrection())
    *draft_.mutable_begun() = begun;
}

void VisitEditor::beginPaper(absl::Time now, absl::TimeZone zone) {
  beginVisit(now);
  v1::Visit& visit = *draft_.mutable_visit();
  visit.set_source(v1::VISIT_SOURCE_PAPER);
  visit.set_precision(v1::PRECISION_DAY);
  setLasted(kUsualMinutes);
  setDay(care::dayOf(now, zone), now, zone);
}

void VisitEditor::setDay(absl::CivilDay day, absl::Time now, absl::TimeZone zone) {
  if (!isPaper())
    return;
  const int minutes = minutesLasted();
  *draft_.mutable_visit()->mutable_started_at() = care::toTimestamp(startOnDay(day, minutes, now, zone));
  setLasted(minutes);
  touch(now);
}

void VisitEditor::beginCorrection(const v1::Visit& saved, absl::Time now) {
  draft_.Clear();
  v1::Visit& visit = *draft_.mutable_visit();
  visit = saved;
  visit.set_id(new_id_());
  visit.set_corrects_id(saved.id());
  visit.set_recorded_by(session_.worker.id());
  touch(now);
}

}  // namespace doorstep::models
