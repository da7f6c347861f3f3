#include "sync/service/judgement.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/care/validation.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"
#include "sync/service/late_visit.h"
#include "sync/service/references.h"
#include "sync/service/scope.h"
#include "sync/service/second_person.h"

namespace doorstep::service {
namespace {

// The day by whose assignments a change is judged: that of which the record speaks; for an edit the
// day it was made, as well as the device knew it.
absl::CivilDay dayOfChange(const DistrictWork& work, const v1::Change& change, const Circumstances& circumstances) {
  const v1::Record& record = change.create();
  const absl::TimeZone zone = work.zone();
  switch (record.body_case()) {
    case v1::Record::kVisit:
      return care::dayOf(record.visit().started_at(), zone);
    case v1::Record::kServiceEntry:
      return care::dayOf(record.service_entry().started_at(), zone);
    case v1::Record::kRiskFlag:
      return care::dayOf(record.risk_flag().opened_at(), zone);
    case v1::Record::kRestrictedRiskFlag:
      return care::dayOf(record.restricted_risk_flag().opened_at(), zone);
    case v1::Record::kRiskEvent:
      return care::dayOf(record.risk_event().at(), zone);
    case v1::Record::kServiceEntryEvent:
      return care::dayOf(record.service_entry_event().at(), zone);
    case v1::Record::kLadder:
      return care::dayOf(record.ladder().started_at(), zone);
    case v1::Record::kLadderEvent:
      return care::dayOf(record.ladder_event().at(), zone);
    case v1::Record::kAttachment:
      return care::dayOf(record.attachment().added_at(), zone);
    default:
      break;
  }
  return care::dayOf(replication::madeAt(change.stamp(), circumstances.made).value_or(work.now), zone);
}

absl::StatusOr<std::string> householdOf(const DistrictWork& work, const v1::Record& record) {
  if (!record.has_elder_identity()) {
    return replication::householdOf(record);
  }
  DOORSTEP_ASSIGN(const auto elder, work.find(record.elder_identity().elder_id(), v1::RECORD_KIND_ELDER));
  return elder.has_value() ? replication::householdOf(*elder) : std::string();
}

// As ScopeView, from what this commit has read already.
absl::StatusOr<bool> reachesHousehold(const DistrictWork& work, const Caller& caller, Scope scope,
                                      const std::string& household, absl::CivilDay day) {
  if (scope == Scope::kAssigned && household != replication::directoryHousehold()) {
    return work.cache.isAssigned(caller.worker_id, household, day);
  }
  return ScopeView(work.ledger, work.directory).reaches(caller, scope, household, day);
}

// Whether any right that passes `fits` reaches the record.
absl::StatusOr<bool> reached(const DistrictWork& work, const Caller& caller, const v1::Record& record, Verb verb,
                             absl::CivilDay day, const std::function<bool(const Right&)>& fits) {
  ScopeView scope(work.ledger, work.directory);
  DOORSTEP_ASSIGN(const std::string household, householdOf(work, record));
  for (const Right& right : rightsOf(caller.roles, replication::kindOf(record), verb)) {
    if (!fits(right)) {
      continue;
    }
    // A household stands where it says itself: it may be new, or on its way somewhere else.
    if (record.has_household() && right.scope == Scope::kOwnAreas) {
      if (scope.reachesArea(caller, right.scope, record.household().area_id())) {
        return true;
      }
      continue;
    }
    DOORSTEP_ASSIGN(const bool reaches, reachesHousehold(work, caller, right.scope, household, day));
    if (reaches) {
      return true;
    }
  }
  return false;
}

// A device speaks for its own worker only; others may be named as present, never as author.
Problems checkAuthor(const Caller& caller, const v1::Change& change, const Circumstances& circumstances) {
  if (change.worker_id() != caller.worker_id) {
    return {problem(v1::PROBLEM_CODE_NOT_PERMITTED, "worker_id")};
  }
  if (caller.worker_id.empty()) {
    return {};  // the service's own replica takes over what is in a file
  }
  const v1::Record& record = change.create();
  const auto named = [&](const std::string& worker, const char* field) {
    const bool may = worker == caller.worker_id || (!worker.empty() && worker == circumstances.corrected_worker);
    return may ? Problems() : Problems{problem(v1::PROBLEM_CODE_NOT_PERMITTED, field)};
  };
  switch (record.body_case()) {
    case v1::Record::kVisit:
      return named(record.visit().recorded_by(), "recorded_by");
    case v1::Record::kServiceEntry:
      return named(record.service_entry().recorded_by(), "recorded_by");
    case v1::Record::kServiceEntryEvent:
      return named(record.service_entry_event().by(), "by");
    case v1::Record::kRiskFlag:
      return named(record.risk_flag().reported_by(), "reported_by");
    case v1::Record::kRestrictedRiskFlag:
      return named(record.restricted_risk_flag().reported_by(), "reported_by");
    case v1::Record::kRiskEvent:
      return named(record.risk_event().by(), "by");
    case v1::Record::kRestrictedRiskEvent:
      return named(record.restricted_risk_event().by(), "by");
    case v1::Record::kLadder:
      return named(record.ladder().started_by(), "started_by");
    case v1::Record::kLadderEvent:
      return named(record.ladder_event().by(), "by");
    case v1::Record::kAttachment:
      return named(record.attachment().added_by(), "added_by");
    default:
      return {};
  }
}

// Some steps of an event need more than the right to add one.
Problems checkSteps(const Caller& caller, const v1::Record& record) {
  const bool answers_for_others =
      caller.has(v1::ROLE_SUPERVISOR) || caller.has(v1::ROLE_DISTRICT_STAFF) || caller.worker_id.empty();
  if (answers_for_others) {
    return {};
  }
  if (record.has_service_entry_event() && record.service_entry_event().to() == v1::SERVICE_ENTRY_STATE_CONFIRMED) {
    return {problem(v1::PROBLEM_CODE_NOT_PERMITTED, "to")};  // hours are confirmed by somebody else
  }
  const v1::RiskState to = record.risk_event().to();
  if (to == v1::RISK_STATE_DISMISSED || to == v1::RISK_STATE_DUPLICATE) {
    return {problem(v1::PROBLEM_CODE_NOT_PERMITTED, "to")};
  }
  return {};
}

// A status is confirmed in one's own name only.
Problems checkConfirmations(const Caller& caller, const v1::Elder& before, const v1::Elder& after) {
  if (caller.worker_id.empty()) {
    return {};  // a file says who confirmed
  }
  Problems problems;
  for (int index = 0; index < after.statuses_size(); ++index) {
    const v1::StatusSpan& span = after.statuses(index);
    const bool stood = std::any_of(before.statuses().begin(), before.statuses().end(), [&span](const auto& known) {
      return replication::encode(known) == replication::encode(span);
    });
    if (!stood && !span.confirmed_by().empty() && span.confirmed_by() != caller.worker_id) {
      problems.push_back(problem(v1::PROBLEM_CODE_NOT_PERMITTED, absl::StrCat("statuses[", index, "].confirmed_by")));
    }
  }
  return problems;
}

Problems joined(Problems first, Problems second) {
  first.insert(first.end(), std::make_move_iterator(second.begin()), std::make_move_iterator(second.end()));
  return first;
}

Problems refused(bool has_right, const std::string& field) {
  return {problem(has_right ? v1::PROBLEM_CODE_OUT_OF_SCOPE : v1::PROBLEM_CODE_NOT_PERMITTED, field)};
}

absl::StatusOr<Problems> checkContent(const DistrictWork& work, const v1::Record& record) {
  Problems problems = care::validate(record, work.now);
  if (!problems.empty()) {
    return problems;
  }
  DOORSTEP_ASSIGN(problems, checkReferences(work, record));
  if (!problems.empty()) {
    return problems;
  }
  return checkTransition(work, record);
}

// In a file an ID number that is another elder's is a mistake of its row. Who types one at a desk may well have the
// same person before them: the pair is shown to somebody (duplicates/likely_duplicates.h).
absl::StatusOr<Problems> checkContent(const DistrictWork& work, const Caller& caller, const v1::Record& record) {
  DOORSTEP_ASSIGN(Problems problems, checkContent(work, record));
  if (!caller.worker_id.empty()) {
    std::erase_if(problems, [](const v1::Problem& one) { return one.code() == v1::PROBLEM_CODE_DUPLICATE_IDENTITY; });
  }
  return problems;
}

}  // namespace

absl::StatusOr<Problems> judgeCreation(const DistrictWork& work, const Caller& caller, const v1::Change& change,
                                       const Circumstances& circumstances) {
  const v1::Record& record = change.create();
  const v1::RecordKind kind = replication::kindOf(record);
  if (kind == v1::RECORD_KIND_UNSPECIFIED) {
    return Problems{problem(v1::PROBLEM_CODE_UNKNOWN_KIND, "create")};
  }
  if (replication::classOf(kind) == v1::CHANGE_CLASS_DERIVED) {
    return Problems{problem(v1::PROBLEM_CODE_DEVICE_ONLY_SERVICE, "create")};
  }
  if (Problems problems = joined(checkAuthor(caller, change, circumstances), checkSteps(caller, record));
      !problems.empty()) {
    return problems;
  }
  if (Problems problems = checkConfirmations(caller, v1::Elder(), record.elder()); !problems.empty()) {
    return problems;
  }
  const bool has_right = !rightsOf(caller.roles, kind, Verb::kCreate).empty();
  DOORSTEP_ASSIGN(const bool may, reached(work, caller, record, Verb::kCreate, dayOfChange(work, change, circumstances),
                                          [](const Right&) { return true; }));
  if (!may) {
    // What is malformed may be out of scope for that reason alone: then the reason is the better answer.
    const Problems own = has_right ? care::validate(record, work.now) : Problems();
    return own.empty() ? refused(has_right, "create") : own;
  }
  DOORSTEP_ASSIGN(Problems problems, checkContent(work, caller, record));
  if (problems.empty() && record.has_visit()) {
    return lateProblems(work, caller, change, circumstances);
  }
  return problems;
}

absl::StatusOr<Problems> judgeEdit(const DistrictWork& work, const Caller& caller, const v1::Change& change,
                                   const v1::Record& current, const Circumstances& circumstances) {
  if (change.worker_id() != caller.worker_id) {
    return Problems{problem(v1::PROBLEM_CODE_NOT_PERMITTED, "worker_id")};
  }
  const v1::RecordKind kind = change.edit().kind();
  if (replication::classOf(kind) == v1::CHANGE_CLASS_DERIVED) {
    return Problems{problem(v1::PROBLEM_CODE_DEVICE_ONLY_SERVICE, "edit")};
  }
  if (replication::classOf(kind) != v1::CHANGE_CLASS_EDITED) {
    return Problems{problem(v1::PROBLEM_CODE_NOT_EDITABLE, "edit")};
  }
  const absl::CivilDay day = dayOfChange(work, change, circumstances);
  Problems problems;
  for (const std::string& field : change.edit().fields().paths()) {
    const auto fits = [&field](const Right& right) { return mayEditField(right, field); };
    const std::vector<Right> all = rightsOf(caller.roles, kind, Verb::kEdit);
    DOORSTEP_ASSIGN(const bool may, reached(work, caller, current, Verb::kEdit, day, fits));
    if (!may) {
      problems.push_back(refused(std::any_of(all.begin(), all.end(), fits), field).front());
    }
  }
  return problems;
}

absl::StatusOr<Problems> judgeMerged(const DistrictWork& work, const Caller& caller, const v1::Change& change,
                                     const v1::Record& current, const v1::Record& merged,
                                     const Circumstances& circumstances) {
  DOORSTEP_ASSIGN(const bool may, reached(work, caller, merged, Verb::kEdit, dayOfChange(work, change, circumstances),
                                          [](const Right&) { return true; }));
  if (!may) {
    return refused(true, "edit");
  }
  if (Problems problems = checkConfirmations(caller, current.elder(), merged.elder()); !problems.empty()) {
    return problems;
  }
  DOORSTEP_ASSIGN(Problems problems, checkSecondPerson(work, caller.worker_id, current, merged));
  if (!problems.empty()) {
    return problems;
  }
  return checkContent(work, caller, merged);
}

}  // namespace doorstep::service
