#include "sync/service/coverage/question.h"

#include <algorithm>

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/service/coverage/coverage_desk.h"
#include "sync/service/evaluation.h"
#include "sync/service/keys.h"
#include "sync/service/rights.h"
#include "sync/service/scope.h"

namespace doorstep::service {
namespace {

// Figures are about areas: whoever sees only households that were assigned has none.
bool mayAsk(DistrictReader& ledger, const Directory& directory, const Caller& caller, const std::string& area_id) {
  if (caller.is_operator) {
    return true;
  }
  ScopeView scope(ledger, directory);
  const auto rights = rightsOf(caller.roles, v1::RECORD_KIND_COVERAGE_ROW, Verb::kRead);
  return std::any_of(rights.begin(), rights.end(),
                     [&](const Right& right) { return scope.reachesArea(caller, right.scope, area_id); });
}

}  // namespace

absl::StatusOr<std::string> districtFor(const Directory& directory, const Caller& caller) {
  if (!caller.district_id.empty()) {
    return caller.district_id;
  }
  const std::vector<std::string> districts = directory.districtsWithRules();
  if (districts.empty()) {
    return absl::FailedPreconditionError("no district has rules yet");
  }
  return districts.front();
}

absl::StatusOr<Question> understand(Snapshot& snapshot, const Directory& directory, const Caller& caller,
                                    const std::string& area_code, const v1::Month* month) {
  Question question;
  DOORSTEP_ASSIGN(question.district_id, districtFor(directory, caller));
  question.place = area_code.empty() ? directory.place(question.district_id) : directory.placeByCode(area_code);
  if (question.place == nullptr) {
    return absl::NotFoundError("there is no such area");
  }
  if (caller.is_operator) {
    question.district_id = question.place->district_id;
  }
  DistrictReader& ledger = snapshot.district(question.district_id);
  if (question.place->district_id != question.district_id ||
      !mayAsk(ledger, directory, caller, question.place->area.id())) {
    return absl::PermissionDeniedError("this area is not one of the caller's");
  }
  DOORSTEP_ASSIGN(const auto evaluated, evaluatedOn(ledger));
  if (!evaluated.has_value()) {
    return absl::FailedPreconditionError("this district has no rules yet");
  }
  question.evaluated_on = *evaluated;
  if (month != nullptr && (month->month() < 1 || month->month() > 12)) {
    return absl::InvalidArgumentError("a month is 1 to 12");
  }
  question.month = monthNumber(month == nullptr ? absl::CivilMonth(*evaluated) : care::civilMonth(*month));
  return question;
}

}  // namespace doorstep::service
