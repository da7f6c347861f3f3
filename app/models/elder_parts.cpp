#include "app/models/elder_parts.h"

#include <QStringList>
#include <algorithm>
#include <array>

#include "app/models/elder_entry.h"
#include "app/models/text.h"
#include "app/models/visit_parts.h"
#include "doorstep/v1/record.pb.h"
#include "sync/care/calendar.h"
#include "sync/care/risk_lifecycle.h"

namespace doorstep::models {
namespace {

constexpr std::array kServices{
    v1::SERVICE_KIND_COMPANIONSHIP,  v1::SERVICE_KIND_ERRAND,          v1::SERVICE_KIND_FREE_HAIRCUT,
    v1::SERVICE_KIND_FREE_CLINIC,    v1::SERVICE_KIND_CLEANING,        v1::SERVICE_KIND_MEAL,
    v1::SERVICE_KIND_MEDICAL_ESCORT, v1::SERVICE_KIND_POLICY_BRIEFING, v1::SERVICE_KIND_SUPPORT_LINKAGE,
    v1::SERVICE_KIND_BATHING,        v1::SERVICE_KIND_MOBILITY,        v1::SERVICE_KIND_URGENT_HELP};

}  // namespace

bool mayCorrect(const v1::Visit& visit, const store::Session& session) {
  const auto& roles = session.roles;
  const auto& workers = visit.worker_ids();
  const std::string& me = session.worker.id();
  return !visit.voided() &&
         (std::find(roles.begin(), roles.end(), v1::ROLE_SUPERVISOR) != roles.end() || visit.recorded_by() == me ||
          std::find(workers.begin(), workers.end(), me) != workers.end());
}

std::span<const v1::ServiceKind> servicesInOrder() {
  return kServices;
}

Colleague colleagueOf(const v1::Worker& worker) {
  Colleague colleague;
  colleague.worker_id = idText(worker.id());
  colleague.name = text(worker.name());
  colleague.occupation = worker.occupation();
  return colleague;
}

PromiseEntry promiseEntryOf(const v1::Promise& promise, absl::CivilDay made_on, absl::CivilDay today) {
  PromiseEntry entry;
  entry.promise_id = idText(promise.id());
  entry.what = text(promise.what());
  entry.made_on = momentOf(made_on);
  if (promise.has_due_on()) {
    const absl::CivilDay due(promise.due_on().year(), promise.due_on().month(), promise.due_on().day());
    entry.due_on = momentOf(due);
    entry.days_left = static_cast<int>(due - today);
  }
  return entry;
}

ContactPerson contactPersonOf(const v1::Contact& contact) {
  ContactPerson person;
  person.contact_id = idText(contact.id());
  person.name = text(contact.name());
  person.relation = contact.relation();
  person.phone = text(contact.phone());
  person.emergency_contact = contact.emergency_contact();
  person.family_supporter = contact.family_supporter();
  person.note = text(contact.note());
  return person;
}

PastVisit pastVisitOf(const store::TimelineEntry& entry, const std::string& elder_id, absl::TimeZone zone) {
  PastVisit past;
  const v1::Visit& visit = entry.visit;
  past.visit_id = idText(visit.id());
  past.started_at = momentOf(visit.started_at(), zone);
  if (visit.precision() == v1::PRECISION_DAY) {
    past.started_at.has_time = false;
  } else {
    past.minutes =
        static_cast<int>(absl::ToInt64Minutes(care::toTime(visit.ended_at()) - care::toTime(visit.started_at())));
  }
  for (const v1::VisitContact& contact : visit.contacts()) {
    if (contact.elder_id() != elder_id)
      continue;
    past.mode = contact.mode();
    past.outcome = contact.outcome();
    past.proposal = contact.proposal();
  }
  for (const v1::ServiceEntry& service : entry.services) {
    past.services << service.kind();
    if (service.workers_size() > 0)
      past.service_minutes += static_cast<int>(service.workers(0).minutes());
  }
  QStringList names;
  for (const std::string& name : entry.worker_names)
    names << text(name);
  past.workers = names.join(QStringLiteral("、"));
  past.note = text(visit.note());
  past.waiting = entry.waiting;
  past.voided = visit.voided();
  past.corrects = !visit.corrects_id().empty() && !visit.voided();
  return past;
}

RiskEntry riskEntryOf(const store::RiskRow& row, absl::Time now, absl::TimeZone zone) {
  RiskEntry entry;
  entry.flag_id = idText(row.flag.id());
  entry.elder_id = idText(row.flag.elder_id());
  entry.household_id = idText(row.flag.household_id());
  entry.elder_name = text(row.elder_name);
  entry.door = text(row.door);
  entry.area = areaText(row.area);
  entry.kind = row.flag.kind();
  entry.level = row.status.level;
  entry.state = row.status.state;
  entry.open = care::isOpen(row.status.state);
  entry.acknowledgeable = care::mayFollow(row.status.state, v1::RISK_STATE_ACKNOWLEDGED);
  entry.note = text(row.flag.note());
  entry.called = text(row.flag.called());
  entry.reported_by = text(row.reported_by_name);
  entry.opened_at = momentOf(row.flag.opened_at(), zone);
  entry.due_at = momentOf(row.next_due_at, zone);
  if (row.next_due_at)
    entry.minutes_left = static_cast<int>(absl::ToInt64Minutes(*row.next_due_at - now));
  entry.waiting = row.waiting;
  return entry;
}

FieldConflict fieldConflictOf(const v1::Conflict& conflict, absl::TimeZone zone) {
  FieldConflict entry;
  entry.conflict_id = idText(conflict.id());
  entry.field = text(conflict.field());
  entry.chosen = givenValueOf(conflict.chosen_value(), conflict.field(), conflict.chosen_change_id(), {}, zone);
  entry.other = givenValueOf(conflict.other_value(), conflict.field(), conflict.other_change_id(), {}, zone);
  entry.found_at = momentOf(conflict.found_at(), zone);
  return entry;
}

}  // namespace doorstep::models
