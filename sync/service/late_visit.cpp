#include "sync/service/late_visit.h"

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"
#include "sync/outside/attempt.h"

namespace doorstep::service {
namespace {

constexpr absl::Duration kLongestOffline = absl::Hours(24 * 180);  // architecture decision 8

Problems tooLate(const DistrictWork& work, const v1::Visit& visit, absl::Time made_at) {
  const v1::DistrictRules* rules = work.directory.rules(work.district_id);
  const absl::TimeZone zone = work.zone();
  const absl::CivilDay made_on = care::dayOf(made_at, zone);
  const v1::RuleSet held = rules == nullptr ? care::defaultRules() : care::rulesOn(*rules, made_on);
  if (made_on - care::dayOf(visit.started_at(), zone) <= held.backdate_days()) {
    return {};
  }
  v1::Problem late = problem(v1::PROBLEM_CODE_TOO_LATE, "started_at");
  late.add_details(absl::StrCat(held.backdate_days()));
  return {late};
}

}  // namespace

absl::Time madeAt(const DistrictWork& work, const v1::Stamp& stamp) {
  if (!stamp.offset_known()) {
    return work.now;
  }
  const absl::Time made = care::toTime(stamp.wall_at()) + absl::Milliseconds(stamp.service_offset_ms());
  return made > work.now || made < work.now - kLongestOffline ? work.now : made;
}

absl::StatusOr<Problems> lateProblems(const DistrictWork& work, const Caller& caller, const v1::Change& change,
                                      const v1::Visit& visit) {
  const bool answers_for_others = caller.has(v1::ROLE_SUPERVISOR) || caller.has(v1::ROLE_DISTRICT_STAFF);
  if (caller.worker_id.empty() || (answers_for_others && !visit.late_reason().empty())) {
    return Problems();
  }
  Problems problems = tooLate(work, visit, madeAt(work, change.stamp()));
  if (problems.empty() || visit.corrects_id().empty()) {
    return problems;
  }
  DOORSTEP_ASSIGN(const auto corrected, work.find(visit.corrects_id(), v1::RECORD_KIND_VISIT));
  const absl::TimeZone zone = work.zone();
  const bool stays = corrected.has_value() &&
                     care::dayOf(corrected->visit().started_at(), zone) == care::dayOf(visit.started_at(), zone);
  return visit.voided() || stays ? Problems() : problems;
}

Problems lateProblemsOfPaper(const DistrictWork& work, const v1::Visit& visit) {
  const v1::DistrictRules* rules = work.directory.rules(work.district_id);
  const absl::CivilMonth month(care::dayOf(visit.started_at(), work.zone()));
  const bool goes_live =
      rules == nullptr || !rules->has_go_live_on() || absl::CivilMonth(care::civilDay(rules->go_live_on())) == month;
  return goes_live || !visit.late_reason().empty() ? Problems() : tooLate(work, visit, work.now);
}

}  // namespace doorstep::service
