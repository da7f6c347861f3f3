#include "sync/service/known_change.h"

#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"

namespace doorstep::service {

absl::StatusOr<std::optional<v1::Receipt>> knownUnderAnotherReplica(const DistrictWork& work, const Caller& device,
                                                                    const v1::Change& change) {
  DOORSTEP_ASSIGN(const auto replicas, work.ledger.replicas());
  for (const ReplicaRow& replica : replicas) {
    if (replica.owner != device.fingerprint || replica.replica_id == change.replica_id()) {
      continue;
    }
    for (std::uint64_t sequence = replica.last_sequence; sequence > 0; --sequence) {
      DOORSTEP_ASSIGN(const auto consumed, work.ledger.consumed(replica.replica_id, sequence));
      const auto known = consumed.has_value() ? replication::decodeChange(consumed->encoded)
                                              : absl::StatusOr<v1::Change>(absl::NotFoundError(""));
      if (!known.ok() || known->id() != change.id()) {
        continue;
      }
      v1::Receipt receipt;
      if (!receipt.ParseFromString(consumed->receipt)) {
        return absl::DataLossError("a receipt in the ledger cannot be read");
      }
      receipt.set_sequence(change.sequence());
      return receipt;
    }
  }
  return std::nullopt;
}

}  // namespace doorstep::service
