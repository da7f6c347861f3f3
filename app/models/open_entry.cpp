#include "app/models/open_entry.h"

#include <QStringList>

#include "app/models/elder_entry.h"
#include "app/models/elder_parts.h"
#include "app/models/text.h"
#include "sync/care/calendar.h"
#include "sync/care/risk_lifecycle.h"
#include "sync/care/service_entry_state.h"

namespace doorstep::models {
namespace {

using app_enums::OpenSection;

OpenEntry entryIn(OpenSection section, const std::string& record) {
  OpenEntry entry;
  entry.section = static_cast<int>(section);
  entry.record = idText(record);
  entry.key = QString::number(entry.section) + entry.record;
  return entry;
}

void setDeadline(OpenEntry& entry, const std::optional<absl::Time>& due_at, const Onlooker& onlooker) {
  entry.due_at = momentOf(due_at, onlooker.zone);
  if (due_at)
    entry.minutes_left = static_cast<int>(absl::ToInt64Minutes(*due_at - onlooker.now));
}

OpenEntry ladderEntry(const store::LadderRow& row, const Onlooker& onlooker) {
  OpenEntry entry = entryIn(OpenSection::Ladders, row.ladder.id());
  entry.elder_id = idText(row.ladder.elder_id());
  entry.household_id = idText(row.ladder.household_id());
  entry.elder_name = text(row.elder_name);
  entry.door = text(row.door);
  entry.area = areaText(row.area);
  entry.what = row.status.next;
  entry.withdrawn = row.withdrawn;
  entry.at_once = row.status.at_once && !row.withdrawn;
  for (const v1::LadderStep step : row.status.taken)
    entry.steps << step;
  entry.who = text(row.worker_name);
  entry.at = momentOf(row.ladder.started_at(), onlooker.zone);
  if (!row.withdrawn)
    setDeadline(entry, row.status.next_due_at, onlooker);
  entry.waiting = row.waiting;
  return entry;
}

OpenEntry riskEntry(const store::RiskRow& row, const Onlooker& onlooker) {
  const RiskEntry risk = riskEntryOf(row, onlooker.now, onlooker.zone);
  OpenEntry entry = entryIn(OpenSection::Risks, row.flag.id());
  entry.elder_id = risk.elder_id;
  entry.household_id = risk.household_id;
  entry.elder_name = risk.elder_name;
  entry.door = risk.door;
  entry.area = risk.area;
  entry.what = risk.kind;
  entry.level = risk.level;
  entry.state = risk.state;
  for (int state = v1::RISK_STATE_ACKNOWLEDGED; state <= v1::RISK_STATE_DISMISSED; ++state) {
    if (care::mayFollow(row.status.state, static_cast<v1::RiskState>(state)))
      entry.steps << state;
  }
  entry.own_urgent = row.flag.reported_by() == onlooker.worker_id && row.status.level >= v1::RISK_LEVEL_ORANGE;
  entry.note = risk.note;
  entry.called = risk.called;
  entry.who = risk.reported_by;
  entry.at = risk.opened_at;
  setDeadline(entry, row.next_due_at, onlooker);
  entry.waiting = risk.waiting;
  return entry;
}

OpenEntry proposalEntry(const store::ProposalRow& row, const Onlooker& onlooker) {
  OpenEntry entry = entryIn(OpenSection::Proposals, row.visit_id);
  entry.elder_id = idText(row.elder_id);
  entry.key += entry.elder_id;
  entry.elder_name = text(row.elder_name);
  entry.door = text(row.door);
  entry.area = areaText(row.area);
  entry.what = row.proposal;
  entry.own = row.reported_by == onlooker.worker_id;
  entry.who = text(row.reported_by_name);
  entry.at = momentOf(row.reported_on);
  return entry;
}

OpenEntry elderEntry(OpenSection section, const store::ElderRow& row) {
  OpenEntry entry = entryIn(section, row.elder_id);
  entry.elder_id = idText(row.elder_id);
  entry.household_id = idText(row.household_id);
  entry.elder_name = row.age > 0 ? QStringLiteral("%1 %2").arg(text(row.name)).arg(row.age) : text(row.name);
  entry.door = text(row.door);
  entry.area = areaText(row.area);
  entry.what = row.last_attempt;
  entry.who = text(row.worker_name);
  entry.at = momentOf(row.last_contact_on);
  if (row.due)
    entry.days_left = row.due->days_left;
  entry.waiting = row.waiting;
  return entry;
}

OpenEntry hoursEntry(const store::HoursRow& row, const Onlooker& onlooker) {
  OpenEntry entry = entryIn(OpenSection::Hours, row.entry.id());
  entry.elder_id = idText(row.entry.elder_id());
  entry.household_id = idText(row.entry.household_id());
  entry.elder_name = text(row.elder_name);
  entry.what = row.entry.kind();
  entry.level = row.entry.hours_source();
  entry.state = row.state;
  const care::ServiceEntryStatus status{row.state, {row.entry.workers().begin(), row.entry.workers().end()}};
  entry.own = care::worked(status, onlooker.worker_id);
  for (int state = v1::SERVICE_ENTRY_STATE_CONFIRMED; state <= v1::SERVICE_ENTRY_STATE_VOIDED; ++state) {
    const bool confirms_own = entry.own && state == v1::SERVICE_ENTRY_STATE_CONFIRMED;
    if (care::mayFollow(row.state, static_cast<v1::ServiceEntryState>(state)) && !confirms_own)
      entry.steps << state;
  }
  entry.note = text(row.entry.note());
  QStringList names;
  for (const std::string& name : row.worker_names)
    names << text(name);
  entry.who = names.join(QStringLiteral("、"));
  entry.at = momentOf(row.entry.started_at(), onlooker.zone);
  if (row.entry.precision() == v1::PRECISION_DAY)
    entry.at.has_time = false;
  if (row.entry.workers_size() > 0)
    entry.minutes = static_cast<int>(row.entry.workers(0).minutes());
  entry.waiting = row.waiting;
  return entry;
}

OpenEntry conflictEntry(const store::ConflictRow& row, const Onlooker& onlooker) {
  const v1::Conflict& conflict = row.conflict;
  OpenEntry entry = entryIn(OpenSection::Conflicts, conflict.id());
  entry.elder_id = idText(row.elder_id);
  entry.elder_name = text(row.elder_name);
  entry.door = text(row.door);
  entry.area = areaText(row.area);
  entry.what = conflict.record_kind();
  entry.field = text(conflict.field());
  entry.chosen = givenValueOf(conflict.chosen_value(), conflict.field(), conflict.chosen_change_id(),
                              row.chosen_by_name, onlooker.zone);
  entry.other = givenValueOf(conflict.other_value(), conflict.field(), conflict.other_change_id(), row.other_by_name,
                             onlooker.zone);
  entry.rule = conflict.rule();
  entry.changed_since = row.standing_value != conflict.chosen_value();
  entry.at = momentOf(conflict.found_at(), onlooker.zone);
  return entry;
}

OpenEntry duplicateEntry(const store::DuplicateRow& row, const Onlooker& onlooker) {
  OpenEntry entry = entryIn(OpenSection::Duplicates, row.pair.id());
  entry.older = personEntryOf(row.older);
  entry.newer = personEntryOf(row.newer);
  const PersonEntry& known = entry.older.here ? entry.older : entry.newer;
  entry.elder_id = known.elder_id;
  entry.elder_name = known.name;
  entry.level = row.pair.reason();
  entry.merged = row.merged;
  entry.mergeable = entry.older.here && entry.newer.here;
  entry.who = text(row.settled_by_name);
  entry.at =
      momentOf(row.merged && row.pair.has_settled_at() ? row.pair.settled_at() : row.pair.found_at(), onlooker.zone);
  return entry;
}

OpenEntry quarantinedEntry(const store::WaitingChange& change, const Onlooker& onlooker) {
  OpenEntry entry = entryIn(OpenSection::Quarantined, {});
  entry.key += QString::number(change.sequence);
  entry.what = change.kind;
  entry.elder_name = text(change.elder_name);
  entry.at = momentOf(change.made_at, onlooker.zone);
  if (!change.problems.empty()) {
    entry.problem = change.problems.front().code();
    entry.field = text(change.problems.front().field());
  }
  return entry;
}

}  // namespace

std::vector<OpenEntry> openEntriesOf(const store::OpenWork& work, const Onlooker& onlooker) {
  std::vector<OpenEntry> entries;
  for (const store::LadderRow& row : work.ladders)
    entries.push_back(ladderEntry(row, onlooker));
  for (const store::RiskRow& row : work.risks)
    entries.push_back(riskEntry(row, onlooker));
  for (const store::ProposalRow& row : work.proposals)
    entries.push_back(proposalEntry(row, onlooker));
  for (const store::ElderRow& row : work.unassigned)
    entries.push_back(elderEntry(OpenSection::Unassigned, row));
  for (const store::ElderRow& row : work.missed)
    entries.push_back(elderEntry(OpenSection::Missed, row));
  for (const store::HoursRow& row : work.hours)
    entries.push_back(hoursEntry(row, onlooker));
  for (const store::ConflictRow& row : work.conflicts)
    entries.push_back(conflictEntry(row, onlooker));
  for (const store::DuplicateRow& row : work.duplicates)
    entries.push_back(duplicateEntry(row, onlooker));
  for (const store::WaitingChange& change : work.quarantined)
    entries.push_back(quarantinedEntry(change, onlooker));
  return entries;
}

}  // namespace doorstep::models
