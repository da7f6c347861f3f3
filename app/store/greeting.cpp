#include "app/store/greeting.h"

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "app/store/record_table.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

void takeIdentity(const v1::HelloReply& reply, ReplicaRow& row) {
  row.district_id = reply.district_id();
  row.worker.set_id(reply.worker_id());
  *row.worker.mutable_roles() = reply.roles();
  if (!reply.zone().empty()) {
    row.zone = reply.zone();
  }
}

absl::Status readIdentity(sqlite::Database& database, ReplicaRow& row) {
  RecordTable records(database);
  DOORSTEP_ASSIGN(const std::optional<v1::Record> self, records.get(v1::RECORD_KIND_WORKER, row.worker.id()));
  if (self) {
    row.worker.clear_roles();
    for (const int role : self->worker().roles()) {
      if (role != v1::ROLE_OPERATOR) {  // never a device's
        row.worker.add_roles(static_cast<v1::Role>(role));
      }
    }
  }
  DOORSTEP_ASSIGN(const std::vector<v1::Record> rules, records.ofKind(v1::RECORD_KIND_DISTRICT_RULES));
  if (!rules.empty() && !rules.front().district_rules().zone().empty()) {
    row.zone = rules.front().district_rules().zone();
  }
  return absl::OkStatus();
}

// The clock as it was found before, who we are the same, and the cursor not far behind: it need not follow every commit
// of the district, all that has changed since is elsewhere.
bool isAsGoodAs(const ReplicaRow& before, const ReplicaRow& row) {
  constexpr std::int64_t kSameClockMs = 50;
  constexpr std::uint64_t kNearCommits = 200;
  return before.service_offset_ms && std::abs(*before.service_offset_ms - *row.service_offset_ms) <= kSameClockMs &&
         before.cursor.epoch() == row.cursor.epoch() &&
         row.cursor.sequence() - before.cursor.sequence() < kNearCommits && before.zone == row.zone &&
         replication::encode(before.worker) == replication::encode(row.worker);
}

}  // namespace

absl::Status keepGreeting(sqlite::Database& database, OutgoingQueue& outgoing, QueryTables& tables,
                          const v1::HelloReply& reply, absl::Duration service_offset, ChangedAreas& changed) {
  DOORSTEP_ASSIGN(ReplicaRow row, loadReplica(database));
  const ReplicaRow before = row;
  row.service_offset_ms = absl::ToInt64Milliseconds(service_offset);
  if (reply.has_nothing_new_until()) {
    row.cursor = reply.nothing_new_until();
    DOORSTEP_TRY(readIdentity(database, row));
  } else {
    takeIdentity(reply, row);
  }
  DOORSTEP_TRY(outgoing.release(reply.backed_up_sequence()));
  if (reply.has_nothing_new_until() && isAsGoodAs(before, row)) {
    return absl::OkStatus();  // not worth a write to the disk
  }
  if (row.zone != before.zone || row.district_id != before.district_id) {
    tables.judgeAllAgain();
    changed.people = true;
  }
  changed.directory = changed.people || !reply.has_nothing_new_until();
  if (row.cursor.epoch() == 0) {
    row.cursor.set_epoch(reply.head().epoch());  // from here on it is known in which epoch this store lives
  }
  return saveReplica(database, row);
}

}  // namespace doorstep::store
