#include "sync/service/own_replica.h"

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/replication/patch.h"
#include "sync/replication/records.h"

namespace doorstep::service {
namespace {

constexpr char kReplicaNote[] = "own_replica";

}  // namespace

OwnReplica::OwnReplica(DistrictWork& work)
    : work_(work), caller_(serviceCaller(work.district_id)), applier_(work, caller_) {}

absl::StatusOr<v1::Receipt> OwnReplica::create(const v1::Record& record) {
  v1::Change change;
  *change.mutable_create() = record;
  return submit(std::move(change));
}

absl::StatusOr<std::optional<v1::Receipt>> OwnReplica::edit(const v1::Record& before, const v1::Record& wanted) {
  // Based on what stands in this very commit, so it conflicts with nothing.
  DOORSTEP_ASSIGN(const v1::Revision base, work_.ledger.head());
  const auto patch = replication::difference(before, wanted, base);
  if (!patch.has_value()) {
    return std::nullopt;
  }
  v1::Change change;
  *change.mutable_edit() = *patch;
  DOORSTEP_ASSIGN(v1::Receipt receipt, submit(std::move(change)));
  return receipt;
}

absl::StatusOr<v1::Receipt> OwnReplica::settle(const v1::Settlement& settlement) {
  v1::Change change;
  *change.mutable_settle() = settlement;
  return submit(std::move(change));
}

absl::Status OwnReplica::finish() {
  return applier_.finish();
}

absl::StatusOr<v1::Receipt> OwnReplica::submit(v1::Change change) {
  if (replica_id_.empty()) {
    DOORSTEP_ASSIGN(const auto known, work_.ledger.note(kReplicaNote));
    replica_id_ = known.value_or(std::string());
    if (replica_id_.empty()) {
      replica_id_ = work_.identifiers.next();
      DOORSTEP_TRY(work_.ledger.putNote(kReplicaNote, replica_id_));
    }
  }
  DOORSTEP_ASSIGN(const ReplicaRow* state, applier_.replica(replica_id_));
  change.set_id(work_.identifiers.next());
  change.set_replica_id(replica_id_);
  change.set_sequence(state->last_sequence + 1);
  change.set_predecessor(state->head);
  *change.mutable_stamp()->mutable_wall_at() = care::toTimestamp(work_.now);
  const std::string encoded = replication::encode(change);
  DOORSTEP_ASSIGN(BatchOutcome outcome, applier_.applyBatch(std::span(&encoded, 1)));
  DOORSTEP_TRY(outcome.stopped);
  return std::move(outcome.receipts.front());
}

}  // namespace doorstep::service
