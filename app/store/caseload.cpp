#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "app/store/elder_list.h"
#include "app/store/rows.h"
#include "app/store/views.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

struct Counted {
  CaseloadRow row;
  std::set<std::string> households;
};

struct OpenRisks {
  std::uint32_t all = 0;
  std::uint32_t urgent = 0;
};

absl::StatusOr<std::map<std::string, OpenRisks>> openRisksByElder(sqlite::Database& database) {
  std::map<std::string, OpenRisks> risks;
  DOORSTEP_TRY(forEachRow(database, "SELECT elder, level FROM risk WHERE open = 1", [&](const sqlite::Statement& row) {
    OpenRisks& open = risks[bytesOf(row, 0)];
    ++open.all;
    open.urgent += row.integer(1) >= v1::RISK_LEVEL_ORANGE ? 1 : 0;
  }));
  return risks;
}

void count(const ListedElder& elder, const OpenRisks& risks, Counted& into) {
  CaseloadRow& row = into.row;
  into.households.insert(elder.row.household_id);
  row.elders += elder.in_care ? 1 : 0;
  row.contacted += elder.in_care && elder.contacted_this_month ? 1 : 0;
  if (elder.row.due) {
    (elder.row.due->days_left < 0 ? row.overdue : row.due) += 1;
  }
  row.open_risks += risks.all;
  row.urgent_risks += risks.urgent;
}

// A team's members stand on the list also with nothing to do.
bool isOnTeam(const v1::Worker& worker, const std::string& supervisor) {
  return worker.supervisor_id() == supervisor && worker.left_on().year() == 0;
}

absl::Status addLastRecord(sqlite::Database& database, CaseloadRow& row) {
  return forEachRow(
      database, "SELECT max(ended_ms) FROM visit WHERE recorded_by = ?1",
      [&](const sqlite::Statement& selected) {
        if (!selected.isNull(0)) {
          row.last_record_at = absl::FromUnixMillis(selected.integer(0));
        }
      },
      blob(row.worker.id()));
}

}  // namespace

absl::StatusOr<std::vector<CaseloadRow>> caseloadList(sqlite::Database& database, const Directory& directory,
                                                      const ListedElders& elders) {
  DOORSTEP_ASSIGN(auto risks, openRisksByElder(database));
  std::map<std::string, Counted> by_worker;
  for (const auto& [id, worker] : directory.workers()) {
    if (isOnTeam(worker, directory.workerId())) {
      by_worker[id];
    }
  }
  for (const ListedElder& elder : elders) {
    const OpenRisks& open = risks[elder.row.elder_id];
    for (const std::string& worker : elder.workers) {
      count(elder, open, by_worker[worker]);
    }
    if (elder.workers.empty()) {
      count(elder, open, by_worker[""]);
    }
  }
  std::vector<CaseloadRow> rows;
  for (auto& [id, counted] : by_worker) {
    counted.row.households = static_cast<std::uint32_t>(counted.households.size());
    if (const v1::Worker* worker = directory.worker(id)) {
      counted.row.worker = *worker;
    }
    counted.row.worker.set_id(id);
    DOORSTEP_TRY(addLastRecord(database, counted.row));
    rows.push_back(std::move(counted.row));
  }
  // Nobody's elders first: somebody has to take them. Then by name.
  std::sort(rows.begin(), rows.end(), [](const CaseloadRow& left, const CaseloadRow& right) {
    return std::tuple(!left.worker.id().empty(), left.worker.name(), left.worker.id()) <
           std::tuple(!right.worker.id().empty(), right.worker.name(), right.worker.id());
  });
  return rows;
}

}  // namespace doorstep::store
