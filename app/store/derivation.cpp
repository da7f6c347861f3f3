#include "app/store/derivation.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "app/store/query_tables.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "sync/outside/attempt.h"
#include "sync/replication/digest.h"
#include "sync/replication/records.h"
#include "sync/sqlite/transaction.h"

namespace doorstep::store {
namespace {

// Raised whenever query tables hold more than before.
constexpr std::int64_t kDerivation = 3;

// What has a place in the service's order and is of a household held whole came from it. What counted wrongly comes
// out at the next comparison.
absl::Status countAll(sqlite::Database& database, DigestCells& cells) {
  DOORSTEP_TRY(database.execute("DELETE FROM digest_cell"));
  DOORSTEP_TRY(
      database.execute("UPDATE record SET counted = 1 WHERE sequence > 0 AND kind NOT IN (20, 21) AND (household = ?1 "
                       "OR household IN (SELECT id FROM "
                       "held_household))",
                       blob(replication::directoryHousehold())));
  return forEachRow(database, "SELECT kind, id, epoch, sequence, month FROM record WHERE counted = 1",
                    [&](const sqlite::Statement& row) {
                      StoredRecord record;
                      record.kind = static_cast<v1::RecordKind>(row.integer(0));
                      record.id = bytesOf(row, 1);
                      record.revision.set_epoch(static_cast<std::uint64_t>(row.integer(2)));
                      record.revision.set_sequence(static_cast<std::uint64_t>(row.integer(3)));
                      record.month = row.integer(4);
                      record.counted = true;
                      cells.add(record);
                    });
}

}  // namespace

absl::Status deriveAgain(sqlite::Database& database, Spelling& spelling) {
  DOORSTEP_ASSIGN(const std::int64_t known, database.integer("SELECT version FROM derivation"));
  if (known >= kDerivation) {
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(sqlite::Transaction transaction, sqlite::Transaction::begin(database));
  QueryTables tables(database, spelling);
  std::vector<std::pair<std::int64_t, std::string>> parents;  // a kind that was not known had none
  std::vector<std::pair<std::int64_t, std::int64_t>> months;
  absl::Status put;
  DOORSTEP_TRY(forEachRow(database, "SELECT number, kind, parent, content FROM record ORDER BY number",
                          [&](const sqlite::Statement& row) {
                            const absl::StatusOr<v1::Record> record = replication::decodeRecord(row.blob(3));
                            if (!record.ok() || replication::kindOf(*record) != row.integer(1)) {
                              return;
                            }
                            if (std::string parent = parentOf(*record); parent != row.blob(2)) {
                              parents.emplace_back(row.integer(0), std::move(parent));
                            }
                            if (const std::int64_t month = replication::digestMonth(*record); month != 0) {
                              months.emplace_back(row.integer(0), month);
                            }
                            put.Update(tables.put(*record));
                          }));
  DOORSTEP_TRY(put);
  for (const auto& [number, parent] : parents) {
    DOORSTEP_TRY(database.execute("UPDATE record SET parent = ?2 WHERE number = ?1", number, blob(parent)));
  }
  for (const auto& [number, month] : months) {
    DOORSTEP_TRY(database.execute("UPDATE record SET month = ?2 WHERE number = ?1", number, month));
  }
  DOORSTEP_TRY(countAll(database, tables.digests()));
  DOORSTEP_TRY(tables.finish());
  DOORSTEP_TRY(database.execute("UPDATE derivation SET version = ?1", kDerivation));
  return transaction.commit();
}

}  // namespace doorstep::store
