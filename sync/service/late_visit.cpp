#include "sync/service/late_visit.h"

#include <algorithm>

#include "sync/care/calendar.h"
#include "sync/care/late_entry.h"
#include "sync/service/rights.h"

namespace doorstep::service {
namespace {

Problems tooLate(const DistrictWork& work, const v1::Visit& visit, absl::Time made_at, v1::Role role) {
  const v1::DistrictRules* rules = work.directory.rules(work.district_id);
  const auto late = care::lateEntry(visit, made_at, role, rules == nullptr ? v1::DistrictRules() : *rules);
  return late.has_value() ? Problems{*late} : Problems();
}

}  // namespace

Problems lateProblems(const DistrictWork& work, const Caller& caller, const v1::Change& change,
                      const Circumstances& circumstances) {
  if (caller.worker_id.empty() || circumstances.vouched) {
    return {};
  }
  // Without a hello in between, a clock whose offset nobody measured says nothing about lateness.
  const bool known = change.stamp().offset_known() || circumstances.made.measured;
  const auto made = known ? replication::madeAt(change.stamp(), circumstances.made) : std::nullopt;
  const absl::Time made_at = std::min(made.value_or(work.now), circumstances.corrected_at.value_or(work.now));
  return tooLate(work, change.create().visit(), made_at, highestRole(caller.roles));
}

Problems lateProblemsOfPaper(const DistrictWork& work, const v1::Visit& visit) {
  const v1::DistrictRules* rules = work.directory.rules(work.district_id);
  const absl::CivilMonth month(care::dayOf(visit.started_at(), work.zone()));
  const bool goes_live =
      rules == nullptr || !rules->has_go_live_on() || absl::CivilMonth(care::civilDay(rules->go_live_on())) == month;
  return goes_live ? Problems() : tooLate(work, visit, work.now, v1::ROLE_DISTRICT_STAFF);
}

}  // namespace doorstep::service
