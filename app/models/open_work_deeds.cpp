// What a supervisor does about what is open: each deed becomes a record of its own.

#include <algorithm>
#include <utility>
#include <vector>

#include "app/models/open_work_model.h"
#include "app/models/text.h"
#include "app/models/typed_day.h"
#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"
#include "sync/care/proposals.h"
#include "sync/care/risk_lifecycle.h"
#include "sync/outside/attempt.h"

namespace doorstep::models {
namespace {

std::string trimmedUtf8(const QString& note) {
  return note.trimmed().toStdString();
}

struct Handover {
  std::vector<std::pair<v1::Assignment, v1::Assignment>> ended;  // before and after
  std::vector<v1::Assignment> begun;
};

// The day of the change belongs to both: what was done at the door that morning may be uploaded in the evening.
v1::Assignment endedOn(v1::Assignment assignment, absl::CivilDay today) {
  *assignment.mutable_until_on() = care::toDate(today);
  return assignment;
}

bool goesOn(const v1::Assignment& assignment, absl::CivilDay today) {
  return care::holdsOn(assignment, today) && care::holdsOn(assignment, today + 1);
}

// The assignment that a door is taken from: `from`'s, or that of the visitor whom the lists show, who had it last.
const v1::Assignment* takenFrom(const std::vector<v1::Assignment>& of_door, const std::string& from,
                                absl::CivilDay today) {
  const v1::Assignment* taken = nullptr;
  for (const v1::Assignment& one : of_door) {
    if (!goesOn(one, today) || (!from.empty() && one.worker_id() != from))
      continue;
    const auto place = [](const v1::Assignment& of) { return std::pair(care::civilDay(of.from_on()), of.id()); };
    if (taken == nullptr || place(*taken) < place(one))
      taken = &one;
  }
  return taken;
}

absl::StatusOr<store::SaveResult> handOver(store::Recorder& recorder, const Handover& handover) {
  store::SaveResult result;
  for (const auto& [before, after] : handover.ended) {
    v1::Record was;
    v1::Record is;
    *was.mutable_assignment() = before;
    *is.mutable_assignment() = after;
    DOORSTEP_ASSIGN(result, recorder.edit(was, is));
    if (!result.problems.empty())
      return result;
  }
  for (const v1::Assignment& assignment : handover.begun) {
    v1::Record record;
    *record.mutable_assignment() = assignment;
    DOORSTEP_ASSIGN(result, recorder.append(record));
    if (!result.problems.empty())
      return result;
  }
  return result;
}

}  // namespace

template <typename Event, typename Header>
Event OpenWorkModel::eventOf(const Header& header) {
  Event event;
  event.set_id(desk().newId());
  event.set_household_id(header.household_id());
  event.set_by(desk().session().worker.id());
  *event.mutable_at() = care::toTimestamp(desk().now());
  return event;
}

const store::RiskRow* OpenWorkModel::riskOf(const QString& flag_id) const {
  const auto row = std::find_if(work_.risks.begin(), work_.risks.end(),
                                [id = idOf(flag_id)](const auto& one) { return one.flag.id() == id; });
  return row == work_.risks.end() ? nullptr : &*row;
}

void OpenWorkModel::appendRiskEvent(const v1::RiskFlag& flag, const v1::RiskEvent& event) {
  v1::Record record;
  *(care::isRestricted(flag.kind()) ? record.mutable_restricted_risk_event() : record.mutable_risk_event()) = event;
  append(std::move(record));
}

void OpenWorkModel::follow(const QString& flag_id, int state, const QString& note, int recheck_days) {
  const store::RiskRow* row = riskOf(flag_id);
  if (row == nullptr)
    return;
  auto event = eventOf<v1::RiskEvent>(row->flag);
  event.set_flag_id(row->flag.id());
  event.set_to(static_cast<v1::RiskState>(state));
  event.set_note(trimmedUtf8(note));
  if (state == v1::RISK_STATE_RESOLVED)
    *event.mutable_recheck_on() = care::toDate(desk().today() + recheck_days);
  appendRiskEvent(row->flag, event);
}

void OpenWorkModel::raise(const QString& flag_id, int level, const QString& note) {
  const store::RiskRow* row = riskOf(flag_id);
  if (row == nullptr || level <= row->status.level)
    return;
  auto event = eventOf<v1::RiskEvent>(row->flag);
  event.set_flag_id(row->flag.id());
  event.set_level(static_cast<v1::RiskLevel>(level));
  event.set_note(trimmedUtf8(note));
  appendRiskEvent(row->flag, event);
}

const store::ProposalRow* OpenWorkModel::proposalOf(const QString& visit_id, const QString& elder_id) const {
  const auto row = std::find_if(work_.proposals.begin(), work_.proposals.end(),
                                [visit = idOf(visit_id), elder = idOf(elder_id)](const auto& one) {
                                  return one.visit_id == visit && one.elder_id == elder;
                                });
  return row == work_.proposals.end() ? nullptr : &*row;
}

// Nobody is the second person on the own report.
bool OpenWorkModel::refusesOwn(const store::ProposalRow& row) {
  const bool own = row.reported_by == desk().session().worker.id();
  if (own && begin())
    finish(Failure::NotPermitted, v1::PROBLEM_CODE_NOT_PERMITTED);
  return own;
}

bool OpenWorkModel::confirm(const QString& visit_id, const QString& elder_id, const QString& from) {
  const store::ProposalRow* row = proposalOf(visit_id, elder_id);
  if (row != nullptr && refusesOwn(*row))
    return true;
  const auto day = row == nullptr             ? std::nullopt
                   : from.trimmed().isEmpty() ? std::optional(row->reported_on)
                                              : typedDay(from, desk().today());
  if (!day || *day > desk().today())
    return false;
  settle(row->elder_id, [proposal = row->proposal, day = *day, by = desk().session().worker.id()](v1::Elder elder) {
    return care::confirmed(std::move(elder), proposal, day, by);
  });
  return true;
}

void OpenWorkModel::reject(const QString& visit_id, const QString& elder_id) {
  const store::ProposalRow* row = proposalOf(visit_id, elder_id);
  if (row == nullptr || refusesOwn(*row))
    return;
  settle(row->elder_id, [on = row->reported_on, by = desk().session().worker.id(), rules = desk().session().rules](
                            v1::Elder elder) { return care::rejected(std::move(elder), on, by, rules); });
}

// The elder is read again first: somebody else may have changed the file since the list was made.
void OpenWorkModel::settle(const std::string& elder_id, std::function<v1::Elder(v1::Elder)> settled) {
  if (!begin())
    return;
  using Answer = absl::StatusOr<store::ElderFile>;
  desk().ask<Answer>(
      this, [elder_id, today = desk().today()](store::Queries& queries) { return queries.elder(elder_id, today); },
      [this, settled = std::move(settled)](const Answer& file) {
        if (!file.ok()) {
          finish(failureOf(file.status()));
          return;
        }
        v1::Record was;
        v1::Record is;
        *was.mutable_elder() = file->elder;
        *is.mutable_elder() = settled(file->elder);
        carryOut([was, is](store::Recorder& recorder) { return recorder.edit(was, is); });
      });
}

void OpenWorkModel::certify(const QString& entry_id, int state, int minutes, const QString& reason) {
  const auto row = std::find_if(work_.hours.begin(), work_.hours.end(),
                                [id = idOf(entry_id)](const auto& one) { return one.entry.id() == id; });
  if (row == work_.hours.end())
    return;
  auto event = eventOf<v1::ServiceEntryEvent>(row->entry);
  event.set_entry_id(row->entry.id());
  event.set_to(static_cast<v1::ServiceEntryState>(state));
  event.set_reason(trimmedUtf8(reason));
  if (state == v1::SERVICE_ENTRY_STATE_CORRECTED) {
    *event.mutable_corrected_workers() = row->entry.workers();
    if (event.corrected_workers_size() > 0)
      event.mutable_corrected_workers(0)->set_minutes(static_cast<std::uint32_t>(minutes));
  }
  v1::Record record;
  *record.mutable_service_entry_event() = event;
  append(std::move(record));
}

void OpenWorkModel::assign(const QStringList& household_ids, const QString& worker_id, const QString& from_worker_id) {
  if (household_ids.isEmpty() || !begin())
    return;
  std::vector<std::string> households;
  for (const QString& id : household_ids)
    households.push_back(idOf(id));
  using Answer = absl::StatusOr<std::vector<std::pair<std::string, std::vector<v1::Assignment>>>>;  // by door
  desk().ask<Answer>(
      this,
      [households](store::Queries& queries) -> Answer {
        std::vector<std::pair<std::string, std::vector<v1::Assignment>>> all;
        for (const std::string& household : households) {
          DOORSTEP_ASSIGN(std::vector<v1::Assignment> found, queries.assignmentsOf(household));
          all.emplace_back(household, std::move(found));
        }
        return all;
      },
      [this, worker = idOf(worker_id), from = idOf(from_worker_id)](const Answer& found) {
        if (!found.ok()) {
          finish(failureOf(found.status()));
          return;
        }
        Handover handover;
        for (const auto& [household, of_door] : *found) {
          if (const v1::Assignment* taken = takenFrom(of_door, from, desk().today()))
            handover.ended.emplace_back(*taken, endedOn(*taken, desk().today()));
          v1::Assignment assignment;
          assignment.set_id(desk().newId());
          assignment.set_worker_id(worker);
          assignment.set_household_id(household);
          *assignment.mutable_from_on() = care::toDate(desk().today());
          handover.begun.push_back(assignment);
        }
        carryOut([handover](store::Recorder& recorder) { return handOver(recorder, handover); });
      });
}

}  // namespace doorstep::models
