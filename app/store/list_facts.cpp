#include "app/store/list_facts.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "app/store/day.h"
#include "app/store/rows.h"
#include "doorstep/v1/visit.pb.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

// A week of the last month may begin before it.
absl::CivilDay firstThatMatters(absl::CivilDay today) {
  return absl::CivilDay(absl::CivilMonth(today) - 1) - 7;
}

constexpr char kAssigned[] = " FROM assignment WHERE from_day <= ?1 AND (until_day IS NULL OR until_day >= ?1)";
constexpr char kLatestFirst[] = " ORDER BY from_day DESC, id DESC";

care::QualifyingContact contactIn(const sqlite::Statement& row, int day_column) {
  return {dayOfNumber(row.integer(day_column)), static_cast<v1::ContactMode>(row.integer(day_column + 1))};
}

void addOnce(std::vector<std::string>& workers, std::string worker) {
  if (std::find(workers.begin(), workers.end(), worker) == workers.end()) {
    workers.push_back(std::move(worker));
  }
}

}  // namespace

absl::StatusOr<std::vector<care::QualifyingContact>> contactsFillingSlots(sqlite::Database& database,
                                                                          const std::string& elder_id,
                                                                          absl::CivilDay today) {
  std::vector<care::QualifyingContact> contacts;
  DOORSTEP_TRY(forEachRow(
      database, "SELECT day, mode FROM elder_contact WHERE elder = ?1 AND qualifies = 1 AND day >= ?2",
      [&](const sqlite::Statement& row) { contacts.push_back(contactIn(row, 0)); }, blob(elder_id),
      dayNumber(firstThatMatters(today))));
  return contacts;
}

absl::StatusOr<std::vector<std::string>> workersOf(sqlite::Database& database, const std::string& household_id,
                                                   absl::CivilDay today) {
  std::vector<std::string> workers;
  DOORSTEP_TRY(forEachRow(
      database, absl::StrCat("SELECT worker", kAssigned, " AND household = ?2", kLatestFirst),
      [&](const sqlite::Statement& row) { addOnce(workers, bytesOf(row, 0)); }, dayNumber(today), blob(household_id)));
  return workers;
}

absl::StatusOr<ListFacts> ListFacts::load(sqlite::Database& database, absl::CivilDay today) {
  ListFacts facts;
  DOORSTEP_TRY(forEachRow(
      database, "SELECT elder, day, mode FROM elder_contact WHERE qualifies = 1 AND day >= ?1",
      [&](const sqlite::Statement& row) { facts.contacts[bytesOf(row, 0)].push_back(contactIn(row, 1)); },
      dayNumber(firstThatMatters(today))));
  DOORSTEP_TRY(forEachRow(database, "SELECT elder, max(level) FROM risk WHERE open = 1 GROUP BY elder",
                          [&](const sqlite::Statement& row) {
                            facts.open_risks[bytesOf(row, 0)] = static_cast<v1::RiskLevel>(row.integer(1));
                          }));
  DOORSTEP_TRY(forEachRow(
      database, absl::StrCat("SELECT household, worker", kAssigned, kLatestFirst),
      [&](const sqlite::Statement& row) { addOnce(facts.workers[bytesOf(row, 0)], bytesOf(row, 1)); },
      dayNumber(today)));
  DOORSTEP_TRY(facts.loadOpen(database));
  DOORSTEP_TRY(forEachRow(database, "SELECT household FROM draft",
                          [&](const sqlite::Statement& row) { facts.drafts.insert(bytesOf(row, 0)); }));
  DOORSTEP_TRY(forEachRow(database, "SELECT DISTINCT household FROM outgoing WHERE state = 0",
                          [&](const sqlite::Statement& row) { facts.waiting.insert(bytesOf(row, 0)); }));
  return facts;
}

absl::Status ListFacts::loadOpen(sqlite::Database& database) {
  DOORSTEP_TRY(forEachRow(database,
                          "SELECT elder, next_step, due_ms FROM ladder WHERE running = 1"
                          " ORDER BY due_ms IS NULL, due_ms, started_ms",
                          [&](const sqlite::Statement& row) {
                            RunningLadder ladder{static_cast<v1::LadderStep>(row.integer(1)), std::nullopt};
                            if (!row.isNull(2)) {
                              ladder.due_at = absl::FromUnixMillis(row.integer(2));
                            }
                            ladders.emplace(bytesOf(row, 0), ladder);  // the first one stays
                          }));
  DOORSTEP_TRY(forEachRow(
      database,
      "SELECT elder, min(recheck_day) FROM risk WHERE open = 1 AND recheck_day IS NOT NULL"
      " GROUP BY elder",
      [&](const sqlite::Statement& row) { rechecks.emplace(bytesOf(row, 0), dayOfNumber(row.integer(1))); }));
  return forEachRow(
      database, "SELECT household, elder, content FROM promise ORDER BY made_day, id",
      [&](const sqlite::Statement& row) {
        v1::Promise promise;
        promise.ParseFromArray(row.blob(2).data(), static_cast<int>(row.blob(2).size()));
        promises[bytesOf(row, 0)].push_back(
            {bytesOf(row, 1), promise.what(),
             care::isSet(promise.due_on()) ? std::optional(care::civilDay(promise.due_on())) : std::nullopt});
      });
}

}  // namespace doorstep::store
