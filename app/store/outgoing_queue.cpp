#include "app/store/outgoing_queue.h"

#include <utility>

#include "app/store/digest_cells.h"
#include "app/store/replica_row.h"
#include "app/store/rows.h"
#include "app/store/unconfirmed.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/outside/planted.h"
#include "sync/replication/chain.h"
#include "sync/replication/closed_receipt.h"
#include "sync/replication/records.h"
#include "sync/replication/sealed_change.h"

namespace doorstep::store {
namespace {

// More than a batch may hold would never go out (sync.proto).
constexpr std::size_t kLargestChange = std::size_t{1} << 20;

// Gives the change its place in the chain and remembers the new end of it.
absl::StatusOr<std::string> chain(ReplicaRow& replica, v1::Change& change) {
  change.set_replica_id(replica.id);
  change.set_sequence(replica.last_sequence + 1);
  change.set_predecessor(replica.last_hash);
  std::string encoded = replication::encode(change);
  // What the service could not read would stand in its queue for ever: it never gets in.
  if (const auto readable = replication::decodeChange(encoded); !readable.ok() || encoded.size() > kLargestChange) {
    return absl::InvalidArgumentError("the change could not be read again");
  }
  replica.last_sequence = change.sequence();
  replica.last_hash = replication::sha256(encoded);
  return encoded;
}

OutgoingState stateOf(const v1::Receipt& receipt) {
  return replication::isClosed(receipt) ? OutgoingState::kSettled : static_cast<OutgoingState>(receipt.outcome());
}

}  // namespace

v1::Stamp OutgoingQueue::stamp(std::optional<std::int64_t> service_offset_ms) const {
  v1::Stamp stamp;
  *stamp.mutable_wall_at() = care::toTimestamp(clock_.now());
  stamp.set_monotonic_ms(absl::ToInt64Milliseconds(clock_.monotonic()));
  stamp.set_boot_id(clock_.bootId());
  stamp.set_offset_known(service_offset_ms.has_value());
  stamp.set_service_offset_ms(service_offset_ms.value_or(0));
  return stamp;
}

absl::Status OutgoingQueue::add(v1::Change change, const ChangeSubject& subject) {
  DOORSTEP_ASSIGN(ReplicaRow replica, loadReplica(database_));
  if (replica.worker.id().empty()) {
    return absl::FailedPreconditionError("nobody has enrolled this store");
  }
  change.set_id(identifiers_.next());
  change.set_worker_id(replica.worker.id());
  *change.mutable_stamp() = stamp(replica.service_offset_ms);
  return append(std::move(replica), std::move(change), subject);
}

absl::Status OutgoingQueue::append(ReplicaRow replica, v1::Change change, const ChangeSubject& subject) {
  DOORSTEP_ASSIGN(const std::string encoded, chain(replica, change));
  DOORSTEP_TRY(saveReplica(database_, replica));
  return database_.execute(
      "INSERT INTO outgoing(replica, sequence, change, encoded, hash, made_ms, kind, record, household, elder, state,"
      " patch_open) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, ?11)",
      blob(replica.id), change.sequence(), blob(change.id()), blob(encoded), blob(replica.last_hash),
      absl::ToUnixMillis(care::toTime(change.stamp().wall_at())), static_cast<int>(subject.kind),
      blob(subject.record_id), blob(subject.household), blob(subject.elder), change.has_edit() || change.has_settle());
}

absl::StatusOr<client::ReplicaState> OutgoingQueue::state() {
  DOORSTEP_ASSIGN(const ReplicaRow replica, loadReplica(database_));
  client::ReplicaState state;
  state.replica_id = replica.id;
  state.cursor = replica.cursor;
  if (replica.last_sync_ms.has_value()) {
    state.last_sync = absl::FromUnixMillis(*replica.last_sync_ms);
  }
  state.last_acknowledged = replica.last_sequence;
  state.acknowledged_head = replica.last_hash;
  std::optional<std::uint64_t> first_waiting;
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT min(sequence), count(*) FROM outgoing WHERE replica = ?1 AND state = 0",
      [&](const sqlite::Statement& row) {
        state.waiting = static_cast<std::uint64_t>(row.integer(1));
        if (!row.isNull(0)) {
          first_waiting = static_cast<std::uint64_t>(row.integer(0));
        }
      },
      blob(replica.id)));
  if (first_waiting) {
    state.last_acknowledged = *first_waiting - 1;
    state.acknowledged_head = replication::chainStart();
    DOORSTEP_TRY(forEachRow(
        database_, "SELECT hash FROM outgoing WHERE replica = ?1 AND sequence = ?2",
        [&](const sqlite::Statement& row) { state.acknowledged_head = bytesOf(row, 0); }, blob(replica.id),
        state.last_acknowledged));
  }
  DOORSTEP_ASSIGN(std::vector<std::string> held, confirmedHouseholds(database_));
  // While a household is only half here this is no scope that the service knows: it is told what is held by name.
  DOORSTEP_TRY(forEachRow(database_, "SELECT id FROM arriving_household",
                          [&held](const sqlite::Statement& row) { held.push_back("half " + bytesOf(row, 0)); }));
  state.scope_digest = replication::setDigest(std::move(held));
  DOORSTEP_ASSIGN(state.content_digest, contentDigest(database_));
  return state;
}

absl::StatusOr<std::vector<client::OutgoingChange>> OutgoingQueue::after(std::uint64_t sequence, std::size_t count,
                                                                         std::size_t bytes) {
  std::vector<client::OutgoingChange> changes;
  DOORSTEP_ASSIGN(sqlite::Statement select,
                  database_.prepare("SELECT sequence, encoded FROM outgoing WHERE replica = (SELECT id FROM replica)"
                                    " AND sequence > ?1 AND encoded <> x'' ORDER BY sequence LIMIT ?2"));
  select.bindAll(sequence, count);
  std::size_t taken = 0;
  absl::StatusOr<bool> row = select.step();
  for (; row.ok() && *row; row = select.step()) {
    const std::string_view encoded = select.blob(1);
    const auto number = static_cast<std::uint64_t>(select.integer(0));
    if (!replication::isSealed(encoded) && !replication::decodeChange(encoded).ok()) {
      if (!changes.empty()) {
        break;  // it is dealt with when it is the next one
      }
      return absl::FailedPreconditionError("a change that waits can no longer be read");
    }
    taken += encoded.size();
    if (taken > bytes && !changes.empty()) {
      break;
    }
    changes.push_back({number, std::string(encoded)});
  }
  DOORSTEP_TRY(row.status());
  return changes;
}

// As it can be chained anew: what is sealed travels within another one, what can no longer be read leaves a marker.
absl::StatusOr<v1::Change> OutgoingQueue::inAnotherPlace(const ReplicaRow& replica, const std::string& change_id,
                                                         const std::string& content) {
  if (absl::StatusOr<v1::Change> change = replication::decodeChange(content); change.ok()) {
    return change;
  }
  v1::Change around;
  around.set_id(change_id);
  around.set_worker_id(replica.worker.id());
  *around.mutable_stamp() = stamp(replica.service_offset_ms);
  if (replication::isSealed(content)) {
    around.set_sealed(content);
    return around;
  }
  DOORSTEP_TRY(
      database_.execute("INSERT OR IGNORE INTO unreadable SELECT change, encoded FROM outgoing"
                        " WHERE change = ?1",
                        blob(change_id)));
  around.mutable_skipped()->set_reason(absl::StatusCodeToString(absl::StatusCode::kDataLoss));
  return around;
}

absl::Status OutgoingQueue::mend() {
  DOORSTEP_ASSIGN(ReplicaRow replica, loadReplica(database_));
  DOORSTEP_ASSIGN(const client::ReplicaState known, state());
  replica.last_sequence = known.last_acknowledged;
  replica.last_hash = known.acknowledged_head;
  struct Waiting {
    std::string id;
    std::string content;
    std::string hash;
  };
  std::vector<Waiting> waiting;
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT change, encoded, hash FROM outgoing WHERE replica = ?1 AND sequence > ?2 ORDER BY sequence",
      [&](const sqlite::Statement& row) {
        waiting.push_back({bytesOf(row, 0), bytesOf(row, 1), bytesOf(row, 2)});
      },
      blob(replica.id), known.last_acknowledged));
  bool whole = true;
  for (const auto& [id, content, hash] : waiting) {
    whole = whole && (replication::isSealed(content) || replication::decodeChange(content).ok());
    if (whole) {  // the service may have it, with this hash
      ++replica.last_sequence;
      replica.last_hash = hash;
      continue;
    }
    DOORSTEP_ASSIGN(v1::Change change, inAnotherPlace(replica, id, content));
    DOORSTEP_ASSIGN(const std::string encoded, chain(replica, change));
    DOORSTEP_TRY(database_.execute("UPDATE outgoing SET encoded = ?2, hash = ?3 WHERE change = ?1", blob(id),
                                   blob(encoded), blob(replica.last_hash)));
  }
  return saveReplica(database_, replica);
}

absl::StatusOr<bool> OutgoingQueue::hasCreated(v1::RecordKind kind, const std::string& record_id) {
  return hasRow(database_, "SELECT 1 FROM outgoing WHERE record = ?1 AND kind = ?2", blob(record_id),
                static_cast<int>(kind));
}

// The service cannot name a change that it could not read: then its place in the queue does.
absl::StatusOr<std::string> OutgoingQueue::changeOf(const v1::Receipt& receipt) {
  std::string change_id = receipt.change_id();
  if (change_id.empty()) {
    DOORSTEP_TRY(forEachRow(
        database_, "SELECT change FROM outgoing WHERE replica = (SELECT id FROM replica) AND sequence = ?1",
        [&](const sqlite::Statement& row) { change_id = bytesOf(row, 0); }, receipt.sequence()));
  }
  return change_id;
}

absl::StatusOr<std::optional<ChangeSubject>> OutgoingQueue::keepReceipt(const v1::Receipt& receipt) {
  DOORSTEP_ASSIGN(const std::string change_id, changeOf(receipt));
  std::optional<ChangeSubject> subject;
  bool removed = false;
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT kind, record, household, elder, removed FROM outgoing WHERE change = ?1 AND state = 0",
      [&](const sqlite::Statement& row) {
        subject = ChangeSubject{static_cast<v1::RecordKind>(row.integer(0)), bytesOf(row, 1), bytesOf(row, 2),
                                bytesOf(row, 3)};
        removed = row.integer(4) != 0;
      },
      blob(change_id)));
  if (!subject) {
    return subject;
  }
  if (outside::planted(outside::Fault::kReceiptNotKept)) {
    return subject;
  }
  DOORSTEP_TRY(database_.execute("UPDATE outgoing SET state = ?2, receipt = ?3 WHERE change = ?1", blob(change_id),
                                 static_cast<int>(stateOf(receipt)), blob(replication::encode(receipt))));
  if (removed) {
    DOORSTEP_TRY(sealAway({change_id}));
  }
  return subject;
}

absl::StatusOr<std::optional<ChangeSubject>> OutgoingQueue::keepOutcome(const v1::Receipt& receipt) {
  std::optional<ChangeSubject> subject;
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT kind, record, household, elder FROM outgoing WHERE change = ?1 AND state = ?2",
      [&](const sqlite::Statement& row) {
        subject = ChangeSubject{static_cast<v1::RecordKind>(row.integer(0)), bytesOf(row, 1), bytesOf(row, 2),
                                bytesOf(row, 3)};
      },
      blob(receipt.change_id()), static_cast<int>(OutgoingState::kQuarantined)));
  if (subject) {
    DOORSTEP_TRY(database_.execute("UPDATE outgoing SET state = ?2, receipt = ?3 WHERE change = ?1",
                                   blob(receipt.change_id()), static_cast<int>(stateOf(receipt)),
                                   blob(replication::encode(receipt))));
  }
  return subject;
}

absl::StatusOr<std::optional<v1::Change>> OutgoingQueue::putAside(const std::string& change_id) {
  std::optional<v1::Change> aside;
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT encoded FROM outgoing WHERE change = ?1 AND state = ?2",
      [&](const sqlite::Statement& row) {
        if (auto change = replication::decodeChange(row.blob(0)); change.ok()) {
          aside = *std::move(change);
        }
      },
      blob(change_id), static_cast<int>(OutgoingState::kQuarantined)));
  return aside;
}

absl::Status OutgoingQueue::markCorrected(const std::string& change_id) {
  return database_.execute("UPDATE outgoing SET state = ?2 WHERE change = ?1", blob(change_id),
                           static_cast<int>(OutgoingState::kSettled));
}

absl::StatusOr<bool> OutgoingQueue::stands(const ChangeSubject& subject) {
  return hasRow(database_, "SELECT 1 FROM outgoing WHERE record = ?1 AND kind = ?2 AND state IN (0, 1, 2, 3)",
                blob(subject.record_id), static_cast<int>(subject.kind));
}

absl::StatusOr<std::vector<ChangeSubject>> OutgoingQueue::beginNewReplica(const std::string& replica_id,
                                                                          bool restored) {
  std::vector<ChangeSubject> created;
  if (restored) {
    DOORSTEP_ASSIGN(created, waitAgain("", 0, true));
  }
  DOORSTEP_TRY(rechain(replica_id));
  return created;
}

// In the order in which they were made, whatever replica they were of.
absl::Status OutgoingQueue::rechain(const std::string& replica_id) {
  DOORSTEP_ASSIGN(ReplicaRow replica, loadReplica(database_));
  std::vector<std::pair<std::string, std::string>> rows;  // id and content
  DOORSTEP_TRY(forEachRow(database_, "SELECT change, encoded FROM outgoing WHERE state = 0 ORDER BY rowid",
                          [&](const sqlite::Statement& row) { rows.emplace_back(bytesOf(row, 0), bytesOf(row, 1)); }));
  std::vector<v1::Change> waiting;
  for (const auto& [id, content] : rows) {
    DOORSTEP_ASSIGN(waiting.emplace_back(), inAnotherPlace(replica, id, content));
  }
  replica.id = replica_id;
  replica.last_sequence = 0;
  replica.last_hash = replication::chainStart();
  for (v1::Change& change : waiting) {
    DOORSTEP_ASSIGN(const std::string encoded, chain(replica, change));
    DOORSTEP_TRY(database_.execute(
        "UPDATE outgoing SET replica = ?2, sequence = ?3, encoded = ?4, hash = ?5 WHERE change = ?1", blob(change.id()),
        blob(replica.id), change.sequence(), blob(encoded), blob(replica.last_hash)));
  }
  return saveReplica(database_, replica);
}

}  // namespace doorstep::store
