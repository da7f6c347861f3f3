// What a supervisor does about what is open: each deed becomes a record of its own.

#include <algorithm>
#include <utility>

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

// One that began today never held for anybody else: it ends on its own day.
v1::Assignment endedBefore(v1::Assignment assignment, absl::CivilDay today) {
  const absl::CivilDay first = care::civilDay(assignment.from_on());
  *assignment.mutable_until_on() = care::toDate(std::max(first, today - 1));
  return assignment;
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

bool OpenWorkModel::confirm(const QString& visit_id, const QString& elder_id, const QString& from) {
  const store::ProposalRow* row = proposalOf(visit_id, elder_id);
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
  if (row == nullptr)
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
    for (const v1::WorkerMinutes& worker : row->entry.workers()) {
      v1::WorkerMinutes* corrected = event.add_corrected_workers();
      corrected->set_worker_id(worker.worker_id());
      corrected->set_minutes(static_cast<std::uint32_t>(minutes));
    }
  }
  v1::Record record;
  *record.mutable_service_entry_event() = event;
  append(std::move(record));
}

void OpenWorkModel::assign(const QStringList& household_ids, const QString& worker_id) {
  if (household_ids.isEmpty() || !begin())
    return;
  std::vector<std::string> households;
  for (const QString& id : household_ids)
    households.push_back(idOf(id));
  using Answer = absl::StatusOr<std::vector<v1::Assignment>>;
  desk().ask<Answer>(
      this,
      [households](store::Queries& queries) -> Answer {
        std::vector<v1::Assignment> all;
        for (const std::string& household : households) {
          DOORSTEP_ASSIGN(const std::vector<v1::Assignment> found, queries.assignmentsOf(household));
          all.insert(all.end(), found.begin(), found.end());
        }
        return all;
      },
      [this, households, worker = idOf(worker_id)](const Answer& found) {
        if (!found.ok()) {
          finish(failureOf(found.status()));
          return;
        }
        Handover handover;
        for (const v1::Assignment& assignment : *found) {
          if (care::holdsOn(assignment, desk().today()))
            handover.ended.emplace_back(assignment, endedBefore(assignment, desk().today()));
        }
        for (const std::string& household : households) {
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
