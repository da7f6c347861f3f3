// The visitor's half of the fakes: searches, drafts, numbers, one's own month.

#include <algorithm>

#include "sync/care/calendar.h"
#include "tests/ui/fakes/fake_workspace.h"
#include "tests/ui/fakes/sample_district.h"

namespace doorstep::tests {

absl::StatusOr<std::vector<v1::VisitDraft>> FakeStore::drafts() {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  std::vector<v1::VisitDraft> drafts;
  for (const auto& [household, draft] : drafts_)
    drafts.push_back(draft);
  return drafts;
}

absl::StatusOr<store::MyMonth> FakeStore::myMonth(absl::CivilMonth month, absl::CivilDay) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  if (month == absl::CivilMonth(kSampleDay) && !elders_.empty())
    return sampleMonth();
  store::MyMonth empty;
  empty.month = month;
  return empty;
}

absl::StatusOr<std::vector<store::DutyNumber>> FakeStore::dutyNumbers(absl::Time) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  return clear_ ? std::vector<store::DutyNumber>() : sampleDuty();
}

store::LadderRow FakeStore::ladderRow(const v1::Ladder& ladder) const {
  std::vector<const v1::LadderEvent*> events;
  for (const v1::LadderEvent& event : ladder_events_) {
    if (event.ladder_id() == ladder.id())
      events.push_back(&event);
  }
  store::LadderRow row;
  row.ladder = ladder;
  row.status = care::foldLadder(ladder, events, sampleRules());
  for (const store::ElderRow& elder : elders_) {
    if (elder.elder_id == ladder.elder_id()) {
      row.elder_name = elder.name;
      row.door = elder.door;
      row.area = elder.area;
      row.worker_name = elder.worker_name;
    }
  }
  return row;
}

void FakeStore::addSearches(std::vector<store::ElderRow>& rows) const {
  for (store::ElderRow& row : rows) {
    for (const v1::Ladder& ladder : ladders_) {
      const store::LadderRow search = ladderRow(ladder);
      if (ladder.elder_id() != row.elder_id || search.status.ended)
        continue;
      row.ladder_next = search.status.next;
      row.ladder_due_at = search.status.next_due_at;
    }
  }
}

void FakeStore::addVisitorsPart(store::ElderFile& file) const {
  file.duty = sampleDuty();
  file.promises = samplePromises(file.household.id());
  for (const v1::Ladder& ladder : ladders_) {
    if (ladder.household_id() == file.household.id())
      file.ladders.push_back(ladderRow(ladder));
  }
}

// As the real store does: who did not answer is searched for, who was met is found.
void FakeStore::climb(const v1::VisitDraft& draft) {
  const v1::Visit& visit = draft.visit();
  for (const v1::VisitContact& contact : visit.contacts()) {
    const auto running = std::find_if(ladders_.begin(), ladders_.end(), [&](const v1::Ladder& ladder) {
      return ladder.elder_id() == contact.elder_id() && !ladderRow(ladder).status.ended;
    });
    const bool unanswered = contact.outcome() == v1::CONTACT_OUTCOME_NO_REPLY;
    if (running == ladders_.end() && unanswered) {
      v1::Ladder ladder;
      ladder.set_id(visit.id());
      ladder.set_household_id(visit.household_id());
      ladder.set_elder_id(contact.elder_id());
      ladder.set_visit_id(visit.id());
      *ladder.mutable_started_at() = visit.started_at();
      for (const store::ElderRow& row : elders_) {
        if (row.elder_id == contact.elder_id())
          ladder.set_tier(row.tier);
      }
      *ladder.mutable_warning_signs() = draft.warning_signs();
      ladders_.push_back(ladder);
    } else if (running != ladders_.end()) {
      v1::LadderEvent event;
      event.set_ladder_id(running->id());
      event.set_step(v1::LADDER_STEP_SECOND_TRY);
      event.set_result(unanswered ? v1::LADDER_RESULT_NOT_REACHED : v1::LADDER_RESULT_ACCOUNTED_FOR);
      if (!unanswered)
        event.set_accounted_by(v1::ACCOUNTED_BY_SEEN);
      *event.mutable_at() = visit.started_at();
      ladder_events_.push_back(event);
    }
  }
}

}  // namespace doorstep::tests
