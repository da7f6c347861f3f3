#include "app/models/visit_editor.h"

#include <algorithm>

#include "app/models/erase_if.h"
#include "doorstep/v1/record.pb.h"
#include "sync/care/calendar.h"
#include "sync/care/validation.h"

namespace doorstep::models {
namespace {

void addProblems(std::vector<v1::Problem>& into, const v1::Record& record, const std::string& place, absl::Time now) {
  for (v1::Problem& problem : care::validate(record, now)) {
    problem.set_field(place + "." + problem.field());
    into.push_back(std::move(problem));
  }
}

}  // namespace

VisitEditor::VisitEditor(store::ElderFile file, v1::ChecklistTemplate checklist, store::Session session,
                         std::function<std::string()> new_id)
    : file_(std::move(file)),
      checklist_(std::move(checklist)),
      session_(std::move(session)),
      new_id_(std::move(new_id)) {
  elders_.push_back(file_.elder);
  elders_.insert(elders_.end(), file_.companions.begin(), file_.companions.end());
}

void VisitEditor::begin(absl::Time now) {
  if (file_.draft) {
    draft_ = *file_.draft;
    return;
  }
  beginVisit(now);
}

void VisitEditor::beginVisit(absl::Time now) {
  draft_.Clear();
  v1::Visit& visit = *draft_.mutable_visit();
  visit.set_id(new_id_());
  visit.set_household_id(file_.household.id());
  visit.add_worker_ids(session_.worker.id());
  visit.set_recorded_by(session_.worker.id());
  *visit.mutable_started_at() = care::toTimestamp(now);
  visit.set_zone(session_.zone);
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  visit.set_checklist_template_id(checklist_.id());
  visit.set_checklist_version(checklist_.version());
  touch(now);
}

void VisitEditor::touch(absl::Time now) {
  *draft_.mutable_changed_at() = care::toTimestamp(now);
}

int VisitEditor::minutesOf(v1::ServiceKind kind) const {
  for (const v1::ServiceEntry& service : draft_.services()) {
    if (service.kind() == kind && service.workers_size() > 0)
      return static_cast<int>(service.workers(0).minutes());
  }
  return 0;
}

v1::ServiceEntry VisitEditor::newService(v1::ServiceKind kind) const {
  v1::ServiceEntry service;
  service.set_id(new_id_());
  service.set_household_id(file_.household.id());
  service.set_elder_id(file_.elder.id());
  service.set_visit_id(draft_.visit().id());
  service.set_kind(kind);
  service.set_zone(session_.zone);
  service.set_precision(draft_.visit().precision());
  service.set_hours_source(v1::HOURS_SOURCE_ENTERED);
  service.set_recorded_by(session_.worker.id());
  for (const std::string& worker : draft_.visit().worker_ids())
    service.add_workers()->set_worker_id(worker);
  return service;
}

void VisitEditor::setMinutes(v1::ServiceKind kind, int minutes, absl::Time now) {
  auto* services = draft_.mutable_services();
  if (minutes <= 0) {
    eraseIf(services, [kind](const v1::ServiceEntry& service) { return service.kind() == kind; });
  } else {
    const auto found = std::find_if(services->begin(), services->end(),
                                    [kind](const v1::ServiceEntry& service) { return service.kind() == kind; });
    v1::ServiceEntry* service = found != services->end() ? &*found : services->Add();
    if (service->id().empty())
      *service = newService(kind);
    for (v1::WorkerMinutes& worker : *service->mutable_workers())
      worker.set_minutes(static_cast<std::uint32_t>(minutes));
  }
  touch(now);
}

void VisitEditor::addRisk(const std::string& elder_id, v1::RiskKind kind, v1::RiskLevel level, const std::string& note,
                          const std::string& called, absl::Time now) {
  v1::RiskFlag* flag = draft_.add_risks();
  flag->set_id(new_id_());
  flag->set_household_id(file_.household.id());
  flag->set_elder_id(elder_id);
  flag->set_visit_id(draft_.visit().id());
  flag->set_kind(kind);
  flag->set_level(level);
  flag->set_note(note);
  flag->set_called(called);
  flag->set_reported_by(session_.worker.id());
  *flag->mutable_opened_at() = care::toTimestamp(now);
}

void VisitEditor::removeRisk(const std::string& flag_id) {
  eraseIf(draft_.mutable_risks(), [&](const v1::RiskFlag& flag) { return flag.id() == flag_id; });
}

void VisitEditor::setNote(const std::string& note) {
  draft_.mutable_visit()->set_note(note);
}

void VisitEditor::pause(absl::Time now) {
  if (!paused())
    *draft_.mutable_paused_since() = care::toTimestamp(now);
}

void VisitEditor::resume(absl::Time now) {
  if (!paused())
    return;
  v1::Pause* pause = draft_.mutable_visit()->add_pauses();
  *pause->mutable_from_at() = draft_.paused_since();
  *pause->mutable_until_at() = care::toTimestamp(now);
  draft_.clear_paused_since();
}

void VisitEditor::finish(absl::Time now) {
  if (isPaper() || isCorrection())
    return;  // their times are what the person says
  resume(now);
  *draft_.mutable_visit()->mutable_ended_at() = care::toTimestamp(now);
}

void VisitEditor::reopen() {
  if (isPaper() || isCorrection())
    return;
  draft_.mutable_visit()->clear_ended_at();
}

void VisitEditor::setLasted(int minutes) {
  v1::Visit& visit = *draft_.mutable_visit();
  visit.clear_pauses();
  *visit.mutable_ended_at() = care::toTimestamp(care::toTime(visit.started_at()) + absl::Minutes(minutes));
  // A length that somebody chose is no longer what the device measured (domain.md §6: kept apart).
  if (visit.source() == v1::VISIT_SOURCE_TABLET)
    visit.set_source(v1::VISIT_SOURCE_DESK);
}

int VisitEditor::minutesLasted() const {
  const v1::Visit& visit = draft_.visit();
  if (!visit.has_ended_at())
    return 0;
  absl::Duration lasted = care::toTime(visit.ended_at()) - care::toTime(visit.started_at());
  for (const v1::Pause& pause : visit.pauses())
    lasted -= care::toTime(pause.until_at()) - care::toTime(pause.from_at());
  return static_cast<int>(absl::ToInt64Minutes(lasted));
}

v1::VisitDraft VisitEditor::complete() const {
  v1::VisitDraft draft = draft_;
  const v1::Visit& visit = draft.visit();
  for (v1::ServiceEntry& service : *draft.mutable_services())
    *service.mutable_started_at() = visit.started_at();
  const bool unanswered =
      std::any_of(visit.contacts().begin(), visit.contacts().end(),
                  [](const v1::VisitContact& contact) { return contact.outcome() == v1::CONTACT_OUTCOME_NO_REPLY; });
  if (!unanswered)
    draft.clear_warning_signs();
  return draft;
}

std::vector<v1::Problem> VisitEditor::problems(absl::Time now) const {
  const v1::VisitDraft draft = complete();
  std::vector<v1::Problem> problems;
  v1::Record record;
  *record.mutable_visit() = draft.visit();
  addProblems(problems, record, "visit", now);
  for (int at = 0; at < draft.services_size(); ++at) {
    *record.mutable_service_entry() = draft.services(at);
    addProblems(problems, record, "services[" + std::to_string(at) + "]", now);
  }
  for (int at = 0; at < draft.risks_size(); ++at) {
    *record.mutable_risk_flag() = draft.risks(at);
    addProblems(problems, record, "risks[" + std::to_string(at) + "]", now);
  }
  return problems;
}

}  // namespace doorstep::models
