#include "sync/service/evening/export_days.h"

#include <algorithm>
#include <tuple>

#include "sync/care/calendar.h"
#include "sync/care/elder_contacts.h"
#include "sync/care/elder_history.h"
#include "sync/care/risk_lifecycle.h"
#include "sync/care/service_minutes.h"
#include "sync/care/time_intervals.h"
#include "sync/outside/attempt.h"
#include "sync/service/district_work.h"
#include "sync/service/evening/flags.h"
#include "sync/service/keys.h"

namespace doorstep::service {
namespace {

std::uint32_t presentMinutes(const v1::Visit& visit) {
  care::TimeIntervals present;
  present.add({care::toTime(visit.started_at()), care::toTime(visit.ended_at())});
  for (const v1::Pause& pause : visit.pauses()) {
    present.remove({care::toTime(pause.from_at()), care::toTime(pause.until_at())});
  }
  return static_cast<std::uint32_t>(absl::ToInt64Minutes(present.total()));
}

}  // namespace

ExportDays::ExportDays(DistrictReader& ledger, const Directory& directory, const ExportQuestion& question)
    : ledger_(ledger),
      question_(question),
      rules_(directory.rules(question.district_id) == nullptr ? v1::DistrictRules()
                                                              : *directory.rules(question.district_id)),
      zone_(directory.zone(question.district_id)),
      lookups_(ledger, directory, question_),
      day_(care::firstDay(question.from)) {}

absl::StatusOr<bool> ExportDays::next(v1::ExportReply& rows) {
  if (day_ > care::lastDay(question_.until)) {
    return false;
  }
  DOORSTEP_TRY(addDay(day_++, rows));
  DOORSTEP_TRY(lookups_.status());
  return true;
}

// Every visit that stands is found by the workers who were there, on its day.
absl::Status ExportVisits::addDay(absl::CivilDay day, v1::ExportReply& rows) {
  std::map<std::string, v1::Record> visits;
  const std::int64_t number = dayNumber(day);
  for (const std::string& worker : lookups_.workers()) {
    DOORSTEP_ASSIGN(const auto found, ledger_.find({Index::kVisitOfWorker, worker, number, number}));
    for (const StoredRecord& stored : found) {
      if (visits.count(stored.id) == 0) {
        DOORSTEP_ASSIGN(visits[stored.id], decoded(stored));
      }
    }
  }
  std::vector<const v1::Visit*> by_start;
  for (const auto& [id, record] : visits) {
    by_start.push_back(&record.visit());
  }
  std::stable_sort(by_start.begin(), by_start.end(), [](const v1::Visit* left, const v1::Visit* right) {
    return care::toTime(left->started_at()) < care::toTime(right->started_at());
  });
  for (const v1::Visit* visit : by_start) {
    DOORSTEP_TRY(addVisit(*visit, day, rows));
  }
  return absl::OkStatus();
}

absl::Status ExportVisits::addVisit(const v1::Visit& visit, absl::CivilDay day, v1::ExportReply& rows) {
  FactSources& sources = lookups_.sources();
  const v1::RuleSet rules = care::rulesOn(rules_, day);
  for (const v1::VisitContact& contact : visit.contacts()) {
    const std::string area = sources.areaOf(contact.elder_id(), visit.household_id(), day);
    if (!lookups_.isAskedFor(area)) {
      continue;
    }
    v1::VisitExportRow& row = *rows.add_visits();
    row.set_visit_id(uuidText(visit.id()));
    *row.mutable_on() = care::toDate(day);
    if (visit.precision() != v1::PRECISION_DAY) {
      *row.mutable_started_at() = visit.started_at();
    }
    row.set_minutes(presentMinutes(visit));
    row.set_file_number(lookups_.fileNumber(contact.elder_id()));
    row.set_area_code(lookups_.areaCode(area));
    row.set_mode(shortName(v1::ContactMode_Name(contact.mode()), "CONTACT_MODE_"));
    row.set_outcome(shortName(v1::ContactOutcome_Name(contact.outcome()), "CONTACT_OUTCOME_"));
    if (const v1::Elder* elder = sources.survivorOf(contact.elder_id()); elder != nullptr) {
      const std::string merged = contact.elder_id();
      const v1::Visit* const one = &visit;
      const auto contacts =
          care::contactsOf(*elder, std::span(&merged, 1), std::span(&one, 1), rules, zone_,
                           [&sources](const std::string& vouching) { return sources.relationOf(vouching); });
      row.set_qualifying(std::any_of(contacts.begin(), contacts.end(), [&contact](const care::ElderContact& known) {
        return known.contact == &contact && known.qualifies;
      }));
    }
    for (const std::string& worker : visit.worker_ids()) {
      row.add_staff_numbers(lookups_.staffNumber(worker));
    }
    row.set_recorded_by(lookups_.staffNumber(visit.recorded_by()));
    row.set_source(shortName(v1::VisitSource_Name(visit.source()), "VISIT_SOURCE_"));
    row.set_programme_code(lookups_.programmeCode(visit.programme_id()));
    if (!visit.corrects_id().empty()) {
      row.set_corrects_visit_id(uuidText(visit.corrects_id()));
    }
  }
  return absl::OkStatus();
}

absl::Status ExportHours::addDay(absl::CivilDay day, v1::ExportReply& rows) {
  for (const std::string& worker : lookups_.workers()) {
    DOORSTEP_ASSIGN(const auto facts, ledger_.factsInGroup(FactKind::kMinutes, workerDayGroup(worker, dayNumber(day))));
    for (const Fact& fact : facts) {
      v1::MinutesLine line;
      if (!line.ParseFromString(fact.encoded)) {
        return absl::DataLossError("a fact in the ledger cannot be read");
      }
      if (!lookups_.isAskedFor(line.area_id())) {
        continue;
      }
      v1::HoursExportRow& row = *rows.add_hours();
      row.set_subject_id(uuidText(line.subject_id()));
      *row.mutable_on() = line.on();
      row.set_staff_number(lookups_.staffNumber(line.worker_id()));
      row.set_area_code(lookups_.areaCode(line.area_id()));
      row.set_kind(shortName(v1::ServiceKind_Name(line.kind()), "SERVICE_KIND_"));
      row.set_source(shortName(v1::HoursSource_Name(line.source()), "HOURS_SOURCE_"));
      row.set_state(shortName(v1::ServiceEntryState_Name(line.state()), "SERVICE_ENTRY_STATE_"));
      row.set_minutes(line.minutes());
      row.set_overlaps(line.overlaps());
      DOORSTEP_ASSIGN(const std::string programme, programmeOf(line.subject_id()));
      row.set_programme_code(lookups_.programmeCode(programme));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> ExportHours::programmeOf(const std::string& subject_id) {
  DOORSTEP_ASSIGN(const auto stored, ledger_.record(subject_id));
  if (!stored.has_value()) {
    return std::string();
  }
  DOORSTEP_ASSIGN(const v1::Record record, decoded(*stored));
  if (record.has_visit()) {
    return record.visit().programme_id();
  }
  const v1::ServiceEntry& entry = record.service_entry();
  return entry.programme_id().empty() && !entry.visit_id().empty() && entry.visit_id() != subject_id
             ? programmeOf(entry.visit_id())
             : entry.programme_id();
}

absl::Status ExportRisks::addDay(absl::CivilDay day, v1::ExportReply& rows) {
  if (!sorted_) {
    DOORSTEP_TRY(sortByDay());
    sorted_ = true;
  }
  const care::WorkingDays working_days(rules_);
  for (const auto& [opened, id] : by_day_[day]) {
    DOORSTEP_ASSIGN(const auto folded, foldedFlag(ledger_, id));
    const v1::RiskFlag& flag = folded->flag;
    const std::string area = lookups_.sources().areaOf(flag.elder_id(), flag.household_id(), day);
    if (!lookups_.isAskedFor(area)) {
      continue;
    }
    v1::RiskExportRow& row = *rows.add_risks();
    row.set_risk_id(uuidText(flag.id()));
    // Whom abuse or self-harm is suspected of few may know; a file number names them, a grid nearly does.
    const bool restricted = care::isRestricted(flag.kind());
    row.set_file_number(restricted ? std::string() : lookups_.fileNumber(flag.elder_id()));
    row.set_area_code(restricted ? lookups_.subdistrictCode(area) : lookups_.areaCode(area));
    row.set_kind(shortName(v1::RiskKind_Name(flag.kind()), "RISK_KIND_"));
    row.set_level(shortName(v1::RiskLevel_Name(folded->status.level), "RISK_LEVEL_"));
    row.set_state(shortName(v1::RiskState_Name(folded->status.state), "RISK_STATE_"));
    *row.mutable_opened_at() = flag.opened_at();
    const care::RiskStatus& status = folded->status;
    if (status.acknowledged_at.has_value()) {
      *row.mutable_acknowledged_at() = care::toTimestamp(*status.acknowledged_at);
    }
    if (status.resolved_at.has_value()) {
      *row.mutable_resolved_at() = care::toTimestamp(*status.resolved_at);
    }
    if (status.closed_at.has_value()) {
      *row.mutable_closed_at() = care::toTimestamp(*status.closed_at);
    }
    row.set_overdue(isOverdue(*folded, working_days, question_.now));
  }
  by_day_.erase(day);
  return absl::OkStatus();
}

// Flags are few beside visits: their days are learned once.
absl::Status ExportRisks::sortByDay() {
  DOORSTEP_ASSIGN(const auto ids, ledger_.findIds({Index::kRisk, ""}));
  for (const std::string& id : ids) {
    DOORSTEP_ASSIGN(const auto stored, ledger_.record(id));
    if (!stored.has_value()) {
      continue;
    }
    DOORSTEP_ASSIGN(const v1::Record record, decoded(*stored));
    const v1::RiskFlag& flag = record.has_risk_flag() ? record.risk_flag() : record.restricted_risk_flag();
    by_day_[care::dayOf(flag.opened_at(), zone_)].emplace_back(care::toTime(flag.opened_at()), id);
  }
  for (auto& [day, flags] : by_day_) {
    std::sort(flags.begin(), flags.end());
  }
  return absl::OkStatus();
}

}  // namespace doorstep::service
