#include <algorithm>
#include <optional>
#include <utility>

#include "app/store/day.h"
#include "app/store/door.h"
#include "app/store/elder_list.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "app/store/views.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

absl::StatusOr<std::vector<ProposalRow>> proposals(sqlite::Database& database, const Directory& directory) {
  std::vector<std::pair<ProposalRow, std::string>> found;  // with its door
  DOORSTEP_TRY(forEachRow(database,
                          "SELECT visit, elder, household, proposal, reported_day, reported_by FROM proposal"
                          " ORDER BY proposal DESC, reported_day, visit",
                          [&](const sqlite::Statement& row) {
                            ProposalRow& proposal = found.emplace_back(ProposalRow(), bytesOf(row, 2)).first;
                            proposal.visit_id = bytesOf(row, 0);
                            proposal.elder_id = bytesOf(row, 1);
                            proposal.proposal = static_cast<v1::StatusProposal>(row.integer(3));
                            proposal.reported_on = dayOfNumber(row.integer(4));
                            proposal.reported_by = bytesOf(row, 5);
                            proposal.reported_by_name = directory.workerName(proposal.reported_by);
                          }));
  RecordTable records(database);
  std::vector<ProposalRow> rows;
  for (auto& [row, door] : found) {
    DOORSTEP_ASSIGN(const std::optional<v1::Record> elder, records.get(v1::RECORD_KIND_ELDER, row.elder_id));
    DOORSTEP_ASSIGN(const std::optional<v1::Record> household, records.get(v1::RECORD_KIND_HOUSEHOLD, door));
    row.elder_name = elder ? elder->elder().name() : std::string();
    if (household) {
      row.door = doorOf(household->household());
      row.area = directory.pathOf(household->household().area_id());
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

// Whom a conflict is about: the elder itself, the one it belongs to, or the first one at the door.
absl::StatusOr<std::optional<v1::Elder>> elderOf(RecordTable& records, const v1::Conflict& conflict) {
  std::string id = conflict.record_id();
  if (conflict.record_kind() == v1::RECORD_KIND_CONTACT) {
    DOORSTEP_ASSIGN(const std::optional<v1::Record> contact, records.get(v1::RECORD_KIND_CONTACT, id));
    id = contact ? contact->contact().elder_id() : std::string();
  }
  DOORSTEP_ASSIGN(const std::optional<v1::Record> elder, records.get(v1::RECORD_KIND_ELDER, id));
  if (elder) {
    return std::optional(elder->elder());
  }
  DOORSTEP_ASSIGN(const std::vector<v1::Record> elders,
                  records.ofHousehold(conflict.household_id(), v1::RECORD_KIND_ELDER));
  return elders.empty() ? std::optional<v1::Elder>() : std::optional(elders.front().elder());
}

absl::StatusOr<std::vector<ConflictRow>> conflicts(sqlite::Database& database, const Directory& directory) {
  RecordTable records(database);
  DOORSTEP_ASSIGN(std::vector<v1::Record> kept, records.ofKind(v1::RECORD_KIND_CONFLICT));
  std::vector<ConflictRow> rows;
  for (v1::Record& record : kept) {
    ConflictRow row;
    row.conflict = std::move(*record.mutable_conflict());
    DOORSTEP_ASSIGN(const std::optional<v1::Elder> elder, elderOf(records, row.conflict));
    if (elder) {
      row.elder_id = elder->id();
      row.elder_name = elder->name();
    }
    row.chosen_by_name = directory.workerName(row.conflict.chosen_by());
    row.other_by_name = directory.workerName(row.conflict.other_by());
    rows.push_back(std::move(row));
  }
  return rows;
}

void addElders(const ListedElders& elders, OpenWork& work) {
  for (const ListedElder& elder : elders) {
    if (elder.in_care && elder.row.due && elder.row.due->days_left < 0) {
      work.missed.push_back(elder.row);
    }
    if (elder.in_care && elder.workers.empty()) {
      work.unassigned.push_back(elder.row);
    }
  }
  const auto days_left = [](const ElderRow& row) { return row.due ? row.due->days_left : 0; };
  std::stable_sort(work.missed.begin(), work.missed.end(),
                   [&](const ElderRow& left, const ElderRow& right) { return days_left(left) < days_left(right); });
  // Who waits longest for anybody.
  std::stable_sort(work.unassigned.begin(), work.unassigned.end(), [&](const ElderRow& left, const ElderRow& right) {
    return left.due.has_value() != right.due.has_value() ? left.due.has_value() : days_left(left) < days_left(right);
  });
}

}  // namespace

absl::StatusOr<OpenWork> openWorkOf(sqlite::Database& database, const Directory& directory,
                                    const ListedElders& elders) {
  OpenWork work;
  DOORSTEP_ASSIGN(work.ladders, runningLadders(database, directory));
  DOORSTEP_ASSIGN(work.risks, openRiskList(database, directory));
  DOORSTEP_ASSIGN(work.proposals, proposals(database, directory));
  DOORSTEP_ASSIGN(work.hours, hoursToConfirm(database, directory));
  DOORSTEP_ASSIGN(work.conflicts, conflicts(database, directory));
  DOORSTEP_ASSIGN(SyncOverview overview, syncOverviewOf(database));
  work.quarantined = std::move(overview.quarantined);
  addElders(elders, work);
  return work;
}

}  // namespace doorstep::store
