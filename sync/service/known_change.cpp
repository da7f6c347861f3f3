#include "sync/service/known_change.h"

#include <algorithm>
#include <vector>

#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/service/receipts.h"

namespace doorstep::service {

absl::Status KnownChanges::read(const std::string& asking) {
  read_ = true;
  std::vector<ReplicaRow> own;
  DOORSTEP_ASSIGN(const auto replicas, work_.ledger.replicas());
  for (const ReplicaRow& replica : replicas) {
    if (replica.owner == device_.fingerprint) {
      own.push_back(replica);
    }
  }
  if (std::all_of(own.begin(), own.end(), [&](const ReplicaRow& replica) { return replica.replica_id == asking; })) {
    return absl::OkStatus();  // as nearly always
  }
  for (const ReplicaRow& replica : own) {
    for (std::uint64_t sequence = 1; sequence <= replica.last_sequence; ++sequence) {
      DOORSTEP_ASSIGN(const auto consumed, work_.ledger.consumed(replica.replica_id, sequence));
      if (!consumed.has_value()) {
        continue;
      }
      if (const auto change = replication::decodeChange(consumed->encoded); change.ok()) {
        places_.emplace(change->id(), Place(replica.replica_id, sequence));
      }
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::optional<v1::Receipt>> KnownChanges::find(const v1::Change& change) {
  if (!read_) {
    DOORSTEP_TRY(read(change.replica_id()));
  }
  const auto [first, last] = places_.equal_range(change.id());
  for (auto found = first; found != last; ++found) {
    const auto& [replica_id, sequence] = found->second;
    if (replica_id == change.replica_id()) {
      continue;
    }
    DOORSTEP_ASSIGN(const auto consumed, work_.ledger.consumed(replica_id, sequence));
    v1::Receipt receipt;
    if (!consumed.has_value() || !receipt.ParseFromString(consumed->receipt)) {
      return absl::DataLossError("a receipt in the ledger cannot be read");
    }
    receipt.set_sequence(change.sequence());
    return receipt;
  }
  return std::nullopt;
}

absl::StatusOr<std::optional<v1::Receipt>> KnownChanges::findSettled(const v1::Change& change) {
  DOORSTEP_ASSIGN(auto known, find(change));
  const bool waits = known.has_value() && known->outcome() == v1::RECEIPT_OUTCOME_QUARANTINED && !isClosed(*known);
  return waits ? std::nullopt : std::move(known);
}

}  // namespace doorstep::service
