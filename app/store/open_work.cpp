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

absl::StatusOr<OpenWork> openWorkOf(sqlite::Database& database, const Directory& directory, const ListedElders& elders,
                                    absl::CivilDay today) {
  OpenWork work;
  DOORSTEP_ASSIGN(work.ladders, runningLadders(database, directory));
  DOORSTEP_ASSIGN(work.risks, openRiskList(database, directory));
  DOORSTEP_ASSIGN(work.proposals, proposals(database, directory));
  DOORSTEP_ASSIGN(work.hours, hoursToConfirm(database, directory));
  DOORSTEP_ASSIGN(work.conflicts, openConflicts(database, directory));
  DOORSTEP_ASSIGN(work.duplicates, duplicateList(database, directory, today));
  DOORSTEP_ASSIGN(SyncOverview overview, syncOverviewOf(database));
  work.quarantined = std::move(overview.quarantined);
  addElders(elders, work);
  return work;
}

}  // namespace doorstep::store
