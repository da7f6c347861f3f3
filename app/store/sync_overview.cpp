#include <utility>

#include "app/store/attachments/content_table.h"
#include "app/store/outgoing_queue.h"
#include "app/store/record_table.h"
#include "app/store/repairs.h"
#include "app/store/replica_row.h"
#include "app/store/rows.h"
#include "app/store/views.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"

namespace doorstep::store {
namespace {

constexpr int kListed = 100;
constexpr int kAll = -1;

struct Listed {
  WaitingChange change;
  std::string elder;
  std::string household;
};

absl::StatusOr<std::string> nameOf(sqlite::Database& database, const Listed& listed) {
  RecordTable records(database);
  if (!listed.elder.empty()) {
    DOORSTEP_ASSIGN(const std::optional<v1::Record> elder, records.get(v1::RECORD_KIND_ELDER, listed.elder));
    return elder ? elder->elder().name() : std::string();
  }
  DOORSTEP_ASSIGN(const std::vector<v1::Record> elders, records.ofHousehold(listed.household, v1::RECORD_KIND_ELDER));
  return elders.empty() ? std::string() : elders.front().elder().name();
}

absl::StatusOr<std::vector<WaitingChange>> changesIn(sqlite::Database& database, OutgoingState state, int limit) {
  std::vector<Listed> listed;
  DOORSTEP_TRY(forEachRow(
      database,
      "SELECT sequence, kind, made_ms, receipt, elder, household, change, encoded FROM outgoing WHERE state = ?1"
      " ORDER BY rowid LIMIT ?2",
      [&](const sqlite::Statement& row) {
        Listed& entry = listed.emplace_back();
        entry.change.sequence = static_cast<std::uint64_t>(row.integer(0));
        entry.change.kind = static_cast<v1::RecordKind>(row.integer(1));
        entry.change.made_at = absl::FromUnixMillis(row.integer(2));
        v1::Receipt receipt;
        if (!row.isNull(3) && receipt.ParseFromArray(row.blob(3).data(), static_cast<int>(row.blob(3).size()))) {
          entry.change.problems.assign(receipt.problems().begin(), receipt.problems().end());
        }
        entry.elder = bytesOf(row, 4);
        entry.household = bytesOf(row, 5);
        entry.change.change_id = bytesOf(row, 6);
        const bool aside = state == OutgoingState::kQuarantined && entry.change.kind == v1::RECORD_KIND_VISIT;
        if (const auto change = replication::decodeChange(aside ? row.blob(7) : std::string_view());
            change.ok() && change->create().has_visit()) {
          entry.change.visit = change->create().visit();
        }
      },
      static_cast<int>(state), limit));
  std::vector<WaitingChange> changes;
  for (Listed& entry : listed) {
    DOORSTEP_ASSIGN(entry.change.elder_name, nameOf(database, entry));
    changes.push_back(std::move(entry.change));
  }
  return changes;
}

absl::StatusOr<std::uint64_t> number(absl::StatusOr<std::int64_t> value) {
  return value.ok() ? absl::StatusOr<std::uint64_t>(static_cast<std::uint64_t>(*value)) : value.status();
}

}  // namespace

absl::StatusOr<SyncOverview> syncOverviewOf(sqlite::Database& database) {
  SyncOverview overview;
  DOORSTEP_ASSIGN(overview.waiting_changes, number(database.integer("SELECT count(*) FROM outgoing WHERE state = 0")));
  DOORSTEP_ASSIGN(overview.waiting_visits,
                  number(database.integer("SELECT count(*) FROM outgoing WHERE state = 0 AND kind = ?1",
                                          static_cast<int>(v1::RECORD_KIND_VISIT))));
  DOORSTEP_ASSIGN(overview.conflicts,
                  number(database.integer("SELECT count(*) FROM record WHERE kind = ?1 AND parent <> x''",
                                          static_cast<int>(v1::RECORD_KIND_CONFLICT))));
  DOORSTEP_ASSIGN(overview.waiting_pictures, ContentTable(database).waiting());
  DOORSTEP_ASSIGN(overview.waiting, changesIn(database, OutgoingState::kWaiting, kListed));
  DOORSTEP_ASSIGN(overview.quarantined, changesIn(database, OutgoingState::kQuarantined, kAll));
  DOORSTEP_ASSIGN(overview.comparison, lastComparison(database));
  DOORSTEP_ASSIGN(const ReplicaRow replica, loadReplica(database));
  if (replica.last_sync_ms) {
    overview.last_sync = absl::FromUnixMillis(*replica.last_sync_ms);
  }
  return overview;
}

}  // namespace doorstep::store
