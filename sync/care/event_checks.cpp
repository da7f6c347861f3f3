#include <set>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/care/contact_outcome.h"
#include "sync/care/record_checks.h"
#include "sync/care/risk_lifecycle.h"
#include "sync/care/validation.h"

namespace doorstep::care {
namespace {

// Pauses lie inside the visit and end after they begin.
void checkPause(const v1::Visit& visit, int index, FieldCheck& check) {
  const v1::Pause& pause = visit.pauses(index);
  const bool begins = check.happenedAt(pause.has_from_at(), pause.from_at(), path("pauses", index, "from_at"));
  const bool ends = check.happenedAt(pause.has_until_at(), pause.until_at(), path("pauses", index, "until_at"));
  if (!begins || !ends) {
    return;
  }
  if (toTime(pause.until_at()) < toTime(pause.from_at())) {
    check.report(v1::PROBLEM_CODE_ENDS_BEFORE_START, path("pauses", index, "until_at"));
  } else if (toTime(pause.from_at()) < toTime(visit.started_at()) ||
             toTime(pause.until_at()) > toTime(visit.ended_at())) {
    check.report(v1::PROBLEM_CODE_OUT_OF_RANGE, path("pauses", index));
  }
}

void checkTimes(const v1::Visit& visit, FieldCheck& check) {
  const bool starts = check.happenedAt(visit.has_started_at(), visit.started_at(), "started_at");
  check.require(visit.has_ended_at(), "ended_at");
  const bool ends = visit.has_ended_at() && isReadable(visit.ended_at());
  if (visit.has_ended_at() && !ends) {
    check.report(v1::PROBLEM_CODE_MALFORMED, "ended_at");
  }
  if (!starts || !ends) {
    return;
  }
  const absl::Duration lasts = toTime(visit.ended_at()) - toTime(visit.started_at());
  if (lasts < absl::ZeroDuration()) {
    check.report(v1::PROBLEM_CODE_ENDS_BEFORE_START, "ended_at");
  } else if (lasts > absl::Minutes(kVisitMinutes)) {
    check.report(v1::PROBLEM_CODE_LASTS_TOO_LONG, "ended_at", {absl::StrCat(kVisitMinutes)});
  }
  for (int index = 0; index < visit.pauses_size(); ++index) {
    checkPause(visit, index, check);
  }
}

void checkContact(const v1::VisitContact& contact, int index, FieldCheck& check) {
  check.identifier(contact.elder_id(), path("contacts", index, "elder_id"));
  const bool has_mode = contact.mode() != v1::CONTACT_MODE_UNSPECIFIED;
  const bool has_outcome = contact.outcome() != v1::CONTACT_OUTCOME_UNSPECIFIED;
  check.require(has_mode, path("contacts", index, "mode"));
  check.require(has_outcome, path("contacts", index, "outcome"));
  if (has_mode && has_outcome && !isValidPair(contact.mode(), contact.outcome())) {
    check.report(v1::PROBLEM_CODE_OUTCOME_MODE_MISMATCH, path("contacts", index, "outcome"));
  }
  const std::string proxy = path("contacts", index, "proxy_contact_id");
  if (contact.outcome() == v1::CONTACT_OUTCOME_PROXY_CONFIRMED) {
    check.require(!contact.proxy_contact_id().empty(), proxy);
  }
  check.optionalIdentifier(contact.proxy_contact_id(), proxy);
}

void checkPromises(const v1::Visit& visit, FieldCheck& check) {
  std::set<std::string_view> ids;
  for (int index = 0; index < visit.promises_size(); ++index) {
    const v1::Promise& promise = visit.promises(index);
    check.identifier(promise.id(), path("promises", index, "id"));
    if (!promise.id().empty() && !ids.insert(promise.id()).second) {
      check.report(v1::PROBLEM_CODE_DUPLICATE, path("promises", index, "id"));
    }
    check.require(!promise.what().empty(), path("promises", index, "what"));
    check.line(promise.what(), path("promises", index, "what"));
    check.optionalDate(promise.has_due_on(), promise.due_on(), path("promises", index, "due_on"));
  }
  for (int index = 0; index < visit.kept_promise_ids_size(); ++index) {
    check.identifier(visit.kept_promise_ids(index), path("kept_promise_ids", index));
  }
}

template <typename Workers>
void checkWorkers(const Workers& workers, std::string_view field, FieldCheck& check) {
  check.require(!workers.empty(), field);
  for (int index = 0; index < workers.size(); ++index) {
    check.identifier(workers[index].worker_id(), path(field, index, "worker_id"));
    if (workers[index].minutes() < 1 || workers[index].minutes() > kServiceMinutes) {
      check.report(v1::PROBLEM_CODE_OUT_OF_RANGE, path(field, index, "minutes"), {"1", absl::StrCat(kServiceMinutes)});
    }
  }
}

}  // namespace

void checkRecord(const v1::Visit& visit, FieldCheck& check) {
  check.identifier(visit.id(), "id");
  check.identifier(visit.household_id(), "household_id");
  check.require(!visit.contacts().empty(), "contacts");
  for (int index = 0; index < visit.contacts_size(); ++index) {
    checkContact(visit.contacts(index), index, check);
  }
  check.require(!visit.worker_ids().empty(), "worker_ids");
  for (int index = 0; index < visit.worker_ids_size(); ++index) {
    check.identifier(visit.worker_ids(index), path("worker_ids", index));
  }
  check.identifier(visit.recorded_by(), "recorded_by");
  check.optionalIdentifier(visit.programme_id(), "programme_id");
  check.optionalDate(visit.has_planned_for_on(), visit.planned_for_on(), "planned_for_on");
  checkTimes(visit, check);
  check.line(visit.zone(), "zone");
  check.require(visit.precision() != v1::PRECISION_UNSPECIFIED, "precision");
  check.require(visit.source() != v1::VISIT_SOURCE_UNSPECIFIED, "source");
  check.optionalIdentifier(visit.checklist_template_id(), "checklist_template_id");
  for (int index = 0; index < visit.answers_size(); ++index) {
    check.require(!visit.answers(index).item_code().empty(), path("answers", index, "item_code"));
    check.require(!visit.answers(index).option_code().empty(), path("answers", index, "option_code"));
  }
  check.note(visit.note(), "note");
  check.require(!visit.voided() || !visit.corrects_id().empty(), "corrects_id");
  check.optionalIdentifier(visit.corrects_id(), "corrects_id");
  if (!visit.id().empty() && visit.corrects_id() == visit.id()) {
    check.report(v1::PROBLEM_CODE_CIRCLE, "corrects_id");
  }
  checkPromises(visit, check);
  check.note(visit.late_reason(), "late_reason");
}

void checkRecord(const v1::ServiceEntry& entry, FieldCheck& check) {
  check.identifier(entry.id(), "id");
  check.optionalIdentifier(entry.household_id(), "household_id");
  check.require(!entry.elder_id().empty() || !entry.organisation_id().empty(), "elder_id");
  check.require(entry.elder_id().empty() || !entry.household_id().empty(), "household_id");
  check.optionalIdentifier(entry.elder_id(), "elder_id");
  check.optionalIdentifier(entry.organisation_id(), "organisation_id");
  if (!entry.elder_id().empty() && !entry.organisation_id().empty()) {
    check.report(v1::PROBLEM_CODE_MALFORMED, "organisation_id");
  }
  check.optionalIdentifier(entry.visit_id(), "visit_id");
  check.optionalIdentifier(entry.programme_id(), "programme_id");
  check.require(entry.kind() != v1::SERVICE_KIND_UNSPECIFIED, "kind");
  if (entry.kind() == v1::SERVICE_KIND_VISITING) {  // what a visit yields by itself, never entered
    check.report(v1::PROBLEM_CODE_OUT_OF_RANGE, "kind");
  }
  check.happenedAt(entry.has_started_at(), entry.started_at(), "started_at");
  check.line(entry.zone(), "zone");
  check.require(entry.precision() != v1::PRECISION_UNSPECIFIED, "precision");
  checkWorkers(entry.workers(), "workers", check);
  check.require(entry.hours_source() != v1::HOURS_SOURCE_UNSPECIFIED, "hours_source");
  check.identifier(entry.recorded_by(), "recorded_by");
  check.note(entry.note(), "note");
}

void checkRecord(const v1::ServiceEntryEvent& event, FieldCheck& check) {
  check.identifier(event.id(), "id");
  check.identifier(event.entry_id(), "entry_id");
  check.optionalIdentifier(event.household_id(), "household_id");
  check.require(event.to() != v1::SERVICE_ENTRY_STATE_UNSPECIFIED, "to");
  check.identifier(event.by(), "by");
  check.happenedAt(event.has_at(), event.at(), "at");
  if (event.to() == v1::SERVICE_ENTRY_STATE_CORRECTED) {
    checkWorkers(event.corrected_workers(), "corrected_workers", check);
  }
  check.note(event.reason(), "reason");
}

void checkRecord(const v1::RiskFlag& flag, bool restricted, FieldCheck& check) {
  check.identifier(flag.id(), "id");
  check.identifier(flag.household_id(), "household_id");
  check.optionalIdentifier(flag.elder_id(), "elder_id");
  check.optionalIdentifier(flag.visit_id(), "visit_id");
  check.require(flag.kind() != v1::RISK_KIND_UNSPECIFIED, "kind");
  if (flag.kind() != v1::RISK_KIND_UNSPECIFIED && isRestricted(flag.kind()) != restricted) {
    check.report(v1::PROBLEM_CODE_OUT_OF_RANGE, "kind");
  }
  check.require(flag.level() != v1::RISK_LEVEL_UNSPECIFIED, "level");
  check.note(flag.note(), "note");
  check.identifier(flag.reported_by(), "reported_by");
  check.happenedAt(flag.has_opened_at(), flag.opened_at(), "opened_at");
  check.line(flag.called(), "called");
}

void checkRecord(const v1::RiskEvent& event, FieldCheck& check) {
  check.identifier(event.id(), "id");
  check.identifier(event.flag_id(), "flag_id");
  check.identifier(event.household_id(), "household_id");
  check.require(event.to() != v1::RISK_STATE_UNSPECIFIED || event.level() != v1::RISK_LEVEL_UNSPECIFIED, "to");
  check.identifier(event.by(), "by");
  check.happenedAt(event.has_at(), event.at(), "at");
  check.note(event.note(), "note");
  check.optionalIdentifier(event.referred_to(), "referred_to");
  check.require(event.to() != v1::RISK_STATE_DUPLICATE || !event.duplicate_of().empty(), "duplicate_of");
  check.optionalIdentifier(event.duplicate_of(), "duplicate_of");
  if (!event.flag_id().empty() && event.duplicate_of() == event.flag_id()) {
    check.report(v1::PROBLEM_CODE_CIRCLE, "duplicate_of");
  }
  if (event.has_recheck_on() && event.to() != v1::RISK_STATE_RESOLVED) {
    check.report(v1::PROBLEM_CODE_MALFORMED, "recheck_on");
  }
  check.optionalDate(event.has_recheck_on(), event.recheck_on(), "recheck_on");
}

}  // namespace doorstep::care
