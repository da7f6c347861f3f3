#include "sync/care/ladder_of_visit.h"

#include <algorithm>

#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"

namespace doorstep::care {
namespace {

v1::LadderStep tryOf(v1::ContactMode mode) {
  return mode == v1::CONTACT_MODE_PHONE || mode == v1::CONTACT_MODE_VIDEO ? v1::LADDER_STEP_PHONE
                                                                          : v1::LADDER_STEP_SECOND_TRY;
}

v1::LadderEvent stepTakenBy(const v1::Visit& visit, const v1::Ladder& ladder, v1::LadderStep step) {
  v1::LadderEvent event;
  event.set_ladder_id(ladder.id());
  event.set_household_id(ladder.household_id());
  event.set_step(step);
  event.set_by(visit.recorded_by());
  *event.mutable_at() = toTimestamp(std::max(toTime(visit.ended_at()), toTime(ladder.started_at())));
  event.set_visit_id(visit.id());
  return event;
}

}  // namespace

v1::Ladder searchBegunBy(const v1::Visit& visit, const v1::Elder& elder, absl::TimeZone zone) {
  v1::Ladder ladder;
  ladder.set_household_id(visit.household_id());
  ladder.set_elder_id(elder.id());
  ladder.set_visit_id(visit.id());
  ladder.set_started_by(visit.recorded_by());
  *ladder.mutable_started_at() = visit.started_at();
  ladder.set_tier(tierOn(elder, dayOf(visit.started_at(), zone)));
  return ladder;
}

v1::LadderEvent triedBy(const v1::Visit& visit, const v1::VisitContact& contact, const v1::Ladder& ladder) {
  v1::LadderEvent event = stepTakenBy(visit, ladder, tryOf(contact.mode()));
  event.set_result(v1::LADDER_RESULT_NOT_REACHED);
  return event;
}

v1::LadderEvent endBroughtBy(const v1::Visit& visit, const v1::VisitContact& contact, const v1::Ladder& ladder,
                             v1::ContactRelation vouched_by) {
  v1::LadderStep step = tryOf(contact.mode());
  v1::AccountedBy source = step == v1::LADDER_STEP_PHONE ? v1::ACCOUNTED_BY_SPOKE : v1::ACCOUNTED_BY_SEEN;
  if (contact.outcome() == v1::CONTACT_OUTCOME_PROXY_CONFIRMED) {
    const bool ward = vouched_by == v1::CONTACT_RELATION_WARD;
    step = ward ? v1::LADDER_STEP_HOSPITAL : v1::LADDER_STEP_EMERGENCY_CONTACT;
    source = ward ? v1::ACCOUNTED_BY_HOSPITAL : v1::ACCOUNTED_BY_FAMILY;
  }
  v1::LadderEvent event = stepTakenBy(visit, ladder, step);
  event.set_result(v1::LADDER_RESULT_ACCOUNTED_FOR);
  event.set_accounted_by(source);
  return event;
}

bool isAfterTheStart(const v1::Visit& visit, const v1::Ladder& ladder, absl::TimeZone zone) {
  if (visit.precision() == v1::PRECISION_DAY) {
    return dayOf(visit.started_at(), zone) > dayOf(ladder.started_at(), zone);
  }
  return toTime(visit.ended_at()) >= toTime(ladder.started_at());
}

}  // namespace doorstep::care
