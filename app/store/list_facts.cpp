#include "app/store/list_facts.h"

#include <algorithm>

#include "app/store/day.h"
#include "app/store/propagate.h"
#include "app/store/rows.h"

namespace doorstep::store {
namespace {

// A week of the last month may begin before it.
absl::CivilDay firstThatMatters(absl::CivilDay today) {
  return absl::CivilDay(absl::CivilMonth(today) - 1) - 7;
}

}  // namespace

absl::StatusOr<ListFacts> ListFacts::load(sqlite::Database& database, absl::CivilDay today) {
  ListFacts facts;
  DOORSTEP_RETURN_IF_ERROR(forEachRow(
      database, "SELECT elder, day, mode FROM elder_contact WHERE qualifies = 1 AND day >= ?1",
      [&](const sqlite::Statement& row) {
        facts.contacts[bytesOf(row, 0)].push_back(
            {dayOfNumber(row.integer(1)), static_cast<v1::ContactMode>(row.integer(2))});
      },
      dayNumber(firstThatMatters(today))));
  DOORSTEP_RETURN_IF_ERROR(forEachRow(database, "SELECT elder, max(level) FROM risk WHERE open = 1 GROUP BY elder",
                                      [&](const sqlite::Statement& row) {
                                        facts.open_risks[bytesOf(row, 0)] = static_cast<v1::RiskLevel>(row.integer(1));
                                      }));
  DOORSTEP_RETURN_IF_ERROR(forEachRow(
      database,
      "SELECT household, worker FROM assignment WHERE from_day <= ?1 AND (until_day IS NULL OR until_day >= ?1)"
      " ORDER BY from_day DESC, id DESC",
      [&](const sqlite::Statement& row) {
        std::vector<std::string>& workers = facts.workers[bytesOf(row, 0)];
        std::string worker = bytesOf(row, 1);
        if (std::find(workers.begin(), workers.end(), worker) == workers.end()) {
          workers.push_back(std::move(worker));
        }
      },
      dayNumber(today)));
  DOORSTEP_RETURN_IF_ERROR(forEachRow(database, "SELECT household FROM draft",
                                      [&](const sqlite::Statement& row) { facts.drafts.insert(bytesOf(row, 0)); }));
  DOORSTEP_RETURN_IF_ERROR(forEachRow(database, "SELECT DISTINCT household FROM outgoing WHERE state = 0",
                                      [&](const sqlite::Statement& row) { facts.waiting.insert(bytesOf(row, 0)); }));
  return facts;
}

}  // namespace doorstep::store
