#include "sync/service/late_visit.h"

#include "sync/care/calendar.h"
#include "sync/care/late_entry.h"
#include "sync/service/rights.h"

namespace doorstep::service {
namespace {

constexpr absl::Duration kLongestOffline = absl::Hours(24 * 180);  // architecture decision 8

Problems tooLate(const DistrictWork& work, const v1::Visit& visit, absl::Time made_at, v1::Role role) {
  const v1::DistrictRules* rules = work.directory.rules(work.district_id);
  const auto late = care::lateEntry(visit, made_at, role, rules == nullptr ? v1::DistrictRules() : *rules);
  return late.has_value() ? Problems{*late} : Problems();
}

}  // namespace

absl::Time madeAt(const DistrictWork& work, const v1::Stamp& stamp) {
  if (!stamp.offset_known()) {
    return work.now;
  }
  const absl::Time made = care::toTime(stamp.wall_at()) + absl::Milliseconds(stamp.service_offset_ms());
  return made > work.now || made < work.now - kLongestOffline ? work.now : made;
}

Problems lateProblems(const DistrictWork& work, const Caller& caller, const v1::Change& change) {
  if (caller.worker_id.empty()) {
    return {};
  }
  return tooLate(work, change.create().visit(), madeAt(work, change.stamp()), highestRole(caller.roles));
}

Problems lateProblemsOfPaper(const DistrictWork& work, const v1::Visit& visit) {
  const v1::DistrictRules* rules = work.directory.rules(work.district_id);
  const absl::CivilMonth month(care::dayOf(visit.started_at(), work.zone()));
  const bool goes_live =
      rules == nullptr || !rules->has_go_live_on() || absl::CivilMonth(care::civilDay(rules->go_live_on())) == month;
  return goes_live ? Problems() : tooLate(work, visit, work.now, v1::ROLE_DISTRICT_STAFF);
}

}  // namespace doorstep::service
