#include "sync/service/settle/settle_checks.h"

#include <algorithm>
#include <functional>

#include "sync/care/validation.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"
#include "sync/service/references.h"
#include "sync/service/rights.h"
#include "sync/service/scope.h"
#include "sync/service/second_person.h"

namespace doorstep::service {
namespace {

absl::StatusOr<Problems> checkRight(const DistrictWork& work, const Caller& caller, const v1::Record& record, Verb verb,
                                    const std::string& field, const std::function<bool(const Right&)>& fits) {
  std::string household = replication::householdOf(record);
  if (record.has_elder_identity()) {
    DOORSTEP_ASSIGN(const auto elder, work.find(record.elder_identity().elder_id(), v1::RECORD_KIND_ELDER));
    household = elder.has_value() ? replication::householdOf(*elder) : std::string();
  }
  ScopeView scope(work.ledger, work.directory);
  bool has_right = false;
  for (const Right& right : rightsOf(caller.roles, replication::kindOf(record), verb)) {
    if (!fits(right)) {
      continue;
    }
    has_right = true;
    // What is decided about the directory is decided for the whole district.
    if (verb == Verb::kSettle && household == replication::directoryHousehold() && right.scope != Scope::kDistrict) {
      continue;
    }
    DOORSTEP_ASSIGN(const bool reaches, scope.reaches(caller, right.scope, household, work.today()));
    if (reaches) {
      return Problems();
    }
  }
  return Problems{problem(has_right ? v1::PROBLEM_CODE_OUT_OF_SCOPE : v1::PROBLEM_CODE_NOT_PERMITTED, field)};
}

bool isConfirmedBySomebodyElse(const v1::StatusSpan& span, const v1::Elder& before, const Caller& caller,
                               const std::string& given_by) {
  const bool stood = std::any_of(before.statuses().begin(), before.statuses().end(), [&span](const auto& known) {
    return replication::encode(known) == replication::encode(span);
  });
  const std::string& by = span.confirmed_by();
  return !stood && !by.empty() && by != caller.worker_id && by != given_by;
}

}  // namespace

absl::StatusOr<Problems> checkSettler(const DistrictWork& work, const Caller& caller, const v1::Change& change,
                                      const v1::Record& subject) {
  if (change.worker_id() != caller.worker_id) {
    return Problems{problem(v1::PROBLEM_CODE_NOT_PERMITTED, "worker_id")};
  }
  return checkRight(work, caller, subject, Verb::kSettle, "settle", [](const Right&) { return true; });
}

absl::StatusOr<Problems> checkMayTake(const DistrictWork& work, const Caller& caller, const v1::Record& current,
                                      const std::string& field) {
  return checkRight(work, caller, current, Verb::kEdit, field,
                    [&field](const Right& right) { return mayEditField(right, field); });
}

absl::StatusOr<Problems> checkTaken(const DistrictWork& work, const Caller& caller, const v1::Record& current,
                                    const v1::Record& merged, const std::string& given_by) {
  const auto& spans = merged.elder().statuses();
  const bool in_anothers_name = std::any_of(spans.begin(), spans.end(), [&](const v1::StatusSpan& span) {
    return isConfirmedBySomebodyElse(span, current.elder(), caller, given_by);
  });
  if (in_anothers_name && !caller.worker_id.empty()) {
    return Problems{problem(v1::PROBLEM_CODE_NOT_PERMITTED, "statuses")};
  }
  for (const std::string& worker : {caller.worker_id, given_by}) {
    DOORSTEP_ASSIGN(const Problems problems, checkSecondPerson(work, worker, current, merged));
    if (!problems.empty()) {
      return problems;
    }
  }
  const Problems problems = care::validate(merged, work.now);
  return problems.empty() ? checkReferences(work, merged) : absl::StatusOr<Problems>(problems);
}

}  // namespace doorstep::service
