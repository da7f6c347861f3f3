#include "app/store/coverage_cells.h"

#include "app/store/rows.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/digest.h"

namespace doorstep::store {
namespace {

// The table counts months from 1970 (day.h), a DigestCell from year 0.
constexpr std::int64_t kMonthsBefore1970 = std::int64_t{1970} * 12;

}  // namespace

absl::StatusOr<std::vector<v1::DigestCell>> coverageCells(sqlite::Database& database) {
  std::vector<v1::DigestCell> cells;
  replication::Digest digest;
  DOORSTEP_TRY(forEachRow(database, "SELECT month, area, content FROM coverage ORDER BY month",
                          [&](const sqlite::Statement& row) {
                            const std::int64_t month = row.integer(0) + kMonthsBefore1970;
                            if (cells.empty() || cells.back().month() != month) {
                              digest = {};
                              cells.emplace_back().set_month(month);
                            }
                            digest.toggleRow(row.blob(1), replication::sha256(row.blob(2)));
                            v1::DigestCell& cell = cells.back();
                            cell.set_kind(v1::RECORD_KIND_COVERAGE_ROW);
                            cell.set_count(cell.count() + 1);
                            cell.set_digest(digest.bytes());
                          }));
  return cells;
}

absl::StatusOr<std::vector<v1::RecordVersion>> coverageVersions(sqlite::Database& database, std::int64_t month) {
  std::vector<v1::RecordVersion> versions;
  DOORSTEP_TRY(forEachRow(
      database, "SELECT area, content FROM coverage WHERE month = ?1",
      [&](const sqlite::Statement& row) {
        v1::RecordVersion& version = versions.emplace_back();
        version.set_kind(v1::RECORD_KIND_COVERAGE_ROW);
        version.set_record_id(bytesOf(row, 0));
        version.set_content_hash(replication::sha256(row.blob(1)));
      },
      month - kMonthsBefore1970));
  return versions;
}

absl::Status removeCoverage(sqlite::Database& database, const std::string& area_id, std::int64_t month) {
  return database.execute("DELETE FROM coverage WHERE area = ?1 AND month = ?2", blob(area_id),
                          month - kMonthsBefore1970);
}

}  // namespace doorstep::store
