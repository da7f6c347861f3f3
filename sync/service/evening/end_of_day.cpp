#include "sync/service/evening/end_of_day.h"

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/service/coverage/coverage_desk.h"
#include "sync/service/coverage/kept_row.h"
#include "sync/service/evaluation.h"
#include "sync/service/evening/device_days.h"
#include "sync/service/evening/open_matters.h"
#include "sync/service/evening/target_desk.h"
#include "sync/service/exchange/coverage_entry.h"
#include "sync/service/keys.h"

namespace doorstep::service {

absl::StatusOr<v1::EndOfDay> answerEndOfDay(Snapshot& snapshot, const Directory& directory, const Caller& caller,
                                            const v1::GetEndOfDayRequest& request, absl::Time now) {
  const bool whole = caller.is_operator || caller.has(v1::ROLE_DISTRICT_STAFF);
  if (!whole && !caller.has(v1::ROLE_SUPERVISOR)) {
    return absl::PermissionDeniedError("this is for the operator, the district's staff and supervisors");
  }
  DOORSTEP_ASSIGN(const std::string district_id, districtFor(directory, caller));
  DistrictReader& ledger = snapshot.district(district_id);
  DOORSTEP_ASSIGN(const auto evaluated, evaluatedOn(ledger));
  const v1::DistrictRules* rules = directory.rules(district_id);
  if (!evaluated.has_value() || rules == nullptr) {
    return absl::FailedPreconditionError("this district has no rules yet");
  }
  if (request.has_on() && (!care::isValid(request.on()) || care::civilDay(request.on()) > *evaluated)) {
    return absl::InvalidArgumentError("this is no day, or one to come");
  }
  const absl::CivilDay on = request.has_on() ? care::civilDay(request.on()) : *evaluated;

  v1::EndOfDay evening;
  *evening.mutable_on() = care::toDate(on);
  *evening.mutable_made_at() = care::toTimestamp(now);
  DOORSTEP_ASSIGN(*evening.mutable_at(), ledger.head());
  if (const Directory::Place* place = directory.place(district_id)) {
    evening.set_district_code(place->area.code());
    evening.set_district_name(place->area.name());
  }
  if (!whole) {
    DOORSTEP_TRY(DeviceDays(snapshot, directory, district_id).fillParked(evening, caller));
    return evening;
  }
  DOORSTEP_TRY(DeviceDays(snapshot, directory, district_id).fill(evening, on));
  DOORSTEP_TRY(countOpenMatters(ledger, *rules, now, evening));
  DOORSTEP_ASSIGN(const RollupRow row, keptRow(ledger, district_id, monthNumber(absl::CivilMonth(on))));
  *evening.mutable_coverage() = coverageRow(row, rules);
  DOORSTEP_TRY(addTargets(ledger, directory, district_id, {on, *evaluated}, evening));
  return evening;
}

}  // namespace doorstep::service
