#include "tests/torture/evidence.h"

#include <functional>

#include "app/store/outgoing_queue.h"
#include "doorstep/v1/change.pb.h"
#include "sync/outside/attempt.h"
#include "sync/outside/random.h"
#include "sync/service/ledger/backup.h"
#include "sync/service/ledger/embedded_ledger.h"
#include "sync/sqlite/database.h"
#include "tests/scenario/field_tablet.h"

namespace doorstep::torture {
namespace {

absl::Status forEachVisit(sqlite::Database& database, const char* sql,
                          const std::function<void(const sqlite::Statement&)>& see) {
  DOORSTEP_ASSIGN(auto select, database.prepare(sql));
  select.bindAll(static_cast<int>(v1::RECORD_KIND_VISIT));
  absl::StatusOr<bool> row = select.step();
  for (; row.ok() && *row; row = select.step()) {
    see(select);
  }
  return row.status();
}

absl::StatusOr<sqlite::Database> openLedger(const std::string& folder) {
  const std::string path = folder + "/" + service::kLedgerFile;
  outside::SystemRandom random;
  sqlite::OpenOptions options;
  DOORSTEP_ASSIGN(options.key, service::loadOrMakeKey(folder + "/" + service::kLedgerKeyFile, path, random));
  options.read_only = true;
  return sqlite::Database::open(path, options);
}

absl::Status readRecords(sqlite::Database& database, Ids& ids) {
  return forEachVisit(database, "SELECT id FROM record WHERE kind = ?1",
                      [&ids](const sqlite::Statement& row) { ids.insert(std::string(row.blob(0))); });
}

}  // namespace

absl::StatusOr<Stored> visitsInStore(const std::string& folder) {
  DOORSTEP_ASSIGN(auto database, tests::FieldTablet::readTables(folder));
  Stored stored;
  DOORSTEP_TRY(readRecords(database, stored.records));
  DOORSTEP_TRY(forEachVisit(database, "SELECT record, state FROM outgoing WHERE kind = ?1",
                            [&stored](const sqlite::Statement& row) {
                              const auto state = static_cast<store::OutgoingState>(row.integer(1));
                              Ids& ids = state == store::OutgoingState::kWaiting   ? stored.waiting
                                         : state == store::OutgoingState::kApplied ? stored.taken
                                                                                   : stored.untaken;
                              ids.insert(std::string(row.blob(0)));
                            }));
  return stored;
}

absl::StatusOr<Ids> visitsAtService(const std::string& folder) {
  DOORSTEP_ASSIGN(auto database, openLedger(folder));
  Ids ids;
  DOORSTEP_TRY(readRecords(database, ids));
  return ids;
}

absl::StatusOr<Served> logOfService(const std::string& folder) {
  DOORSTEP_ASSIGN(auto database, openLedger(folder));
  Served served;
  DOORSTEP_TRY(readRecords(database, served.records));
  DOORSTEP_TRY(
      forEachVisit(database, "SELECT encoded FROM consumed WHERE kind = ?1", [&served](const sqlite::Statement& row) {
        v1::Change change;
        if (change.ParseFromString(std::string(row.blob(0))) && change.create().has_visit()) {
          ++served.created[change.create().visit().id()];
        }
      }));
  return served;
}

}  // namespace doorstep::torture
