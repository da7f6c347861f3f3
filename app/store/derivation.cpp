#include "app/store/derivation.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "app/store/query_tables.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"
#include "sync/sqlite/transaction.h"

namespace doorstep::store {
namespace {

// Raised whenever query tables hold more than before.
constexpr std::int64_t kDerivation = 1;

}  // namespace

absl::Status deriveAgain(sqlite::Database& database, Spelling& spelling) {
  DOORSTEP_ASSIGN(const std::int64_t known, database.integer("SELECT version FROM derivation"));
  if (known >= kDerivation) {
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(sqlite::Transaction transaction, sqlite::Transaction::begin(database));
  QueryTables tables(database, spelling);
  std::vector<std::pair<std::int64_t, std::string>> parents;  // a kind that was not known had none
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
                            put.Update(tables.put(*record));
                          }));
  DOORSTEP_TRY(put);
  for (const auto& [number, parent] : parents) {
    DOORSTEP_TRY(database.execute("UPDATE record SET parent = ?2 WHERE number = ?1", number, blob(parent)));
  }
  DOORSTEP_TRY(tables.finish());
  DOORSTEP_TRY(database.execute("UPDATE derivation SET version = ?1", kDerivation));
  return transaction.commit();
}

}  // namespace doorstep::store
