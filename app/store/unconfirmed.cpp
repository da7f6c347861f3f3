#include "app/store/unconfirmed.h"

#include "app/store/rows.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

constexpr int kCoverage = v1::RECORD_KIND_COVERAGE_ROW;
// Households stand in the same table, under no kind.
constexpr int kHousehold = v1::RECORD_KIND_UNSPECIFIED;
// A coverage row stands there by its area and month.
#define COVERAGE_NAME(area, month) "CAST(hex(" area ") || '/' || " month " AS BLOB)"

absl::StatusOr<std::vector<std::string>> idsOf(sqlite::Database& database, std::string_view sql) {
  std::vector<std::string> ids;
  DOORSTEP_TRY(forEachRow(database, sql, [&](const sqlite::Statement& row) { ids.push_back(bytesOf(row, 0)); }));
  return ids;
}

}  // namespace

absl::Status Unconfirmed::begin() {
  DOORSTEP_TRY(
      database_.execute("INSERT OR IGNORE INTO unconfirmed(kind, record)"
                        " SELECT kind, id FROM record WHERE counted = 1 AND sequence > 0"));
  DOORSTEP_TRY(database_.execute(
      "INSERT OR IGNORE INTO unconfirmed(kind, record) SELECT ?1, " COVERAGE_NAME("area", "month") " FROM coverage",
      kCoverage));
  return database_.execute("INSERT OR IGNORE INTO unconfirmed(kind, record) SELECT ?1, id FROM held_household",
                           kHousehold);
}

absl::StatusOr<bool> Unconfirmed::any() {
  return hasRow(database_, "SELECT 1 FROM unconfirmed LIMIT 1");
}

absl::Status Unconfirmed::confirm(v1::RecordKind kind, const std::string& id) {
  return database_.execute("DELETE FROM unconfirmed WHERE kind = ?1 AND record = ?2", static_cast<int>(kind), blob(id));
}

absl::Status Unconfirmed::confirmCoverage(const std::string& area_id, std::int64_t month) {
  return database_.execute("DELETE FROM unconfirmed WHERE kind = ?1 AND record = " COVERAGE_NAME("?2", "?3"), kCoverage,
                           blob(area_id), month);
}

absl::Status Unconfirmed::confirmHousehold(const std::string& household) {
  return database_.execute("DELETE FROM unconfirmed WHERE kind = ?1 AND record = ?2", kHousehold, blob(household));
}

absl::StatusOr<std::vector<Unconfirmed::Record>> Unconfirmed::recordsOf(const std::string& household) {
  std::vector<Record> records;
  DOORSTEP_TRY(forEachRow(
      database_,
      "SELECT u.kind, u.record FROM record r JOIN unconfirmed u ON u.kind = r.kind AND u.record = r.id"
      " WHERE r.household = ?1",
      [&](const sqlite::Statement& row) {
        records.push_back({static_cast<v1::RecordKind>(row.integer(0)), bytesOf(row, 1)});
      },
      blob(household)));
  return records;
}

absl::StatusOr<std::vector<Unconfirmed::Record>> Unconfirmed::records() {
  std::vector<Record> records;
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT kind, record FROM unconfirmed WHERE kind <> ?1 AND kind <> ?2",
      [&](const sqlite::Statement& row) {
        records.push_back({static_cast<v1::RecordKind>(row.integer(0)), bytesOf(row, 1)});
      },
      kHousehold, kCoverage));
  return records;
}

absl::StatusOr<std::vector<std::string>> Unconfirmed::households() {
  return idsOf(database_, "SELECT record FROM unconfirmed WHERE kind = 0 ORDER BY record");
}

absl::Status Unconfirmed::removeCoverage() {
  DOORSTEP_TRY(database_.execute("DELETE FROM coverage WHERE " COVERAGE_NAME(
                                     "area", "month") " IN (SELECT record FROM unconfirmed WHERE kind = ?1)",
                                 kCoverage));
  return database_.execute("DELETE FROM unconfirmed WHERE kind = ?1", kCoverage);
}

absl::Status Unconfirmed::clear() {
  return database_.execute("DELETE FROM unconfirmed");
}

absl::StatusOr<std::vector<std::string>> confirmedHouseholds(sqlite::Database& database) {
  return idsOf(database,
               "SELECT id FROM held_household WHERE id NOT IN (SELECT record FROM unconfirmed WHERE kind = 0)"
               " ORDER BY id");
}

}  // namespace doorstep::store
