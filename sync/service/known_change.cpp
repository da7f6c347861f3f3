#include "sync/service/known_change.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/closed_receipt.h"
#include "sync/replication/records.h"

namespace doorstep::service {
namespace {

// What was done, wherever it stands.
std::string withoutPlace(v1::Change change) {
  change.clear_replica_id();
  change.clear_sequence();
  change.clear_predecessor();
  return replication::encode(change);
}

absl::StatusOr<v1::Receipt> receiptIn(const std::string& encoded) {
  v1::Receipt receipt;
  if (!receipt.ParseFromString(encoded)) {
    return absl::DataLossError("a receipt in the ledger cannot be read");
  }
  return receipt;
}

}  // namespace

absl::Status KnownChanges::read(const std::string& asking) {
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
  read_ = true;
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
    if (!consumed.has_value()) {
      continue;
    }
    DOORSTEP_ASSIGN(v1::Change before, replication::decodeChange(consumed->encoded));
    if (withoutPlace(std::move(before)) != withoutPlace(change)) {
      continue;
    }
    DOORSTEP_ASSIGN(v1::Receipt receipt, receiptIn(consumed->receipt));
    receipt.set_sequence(change.sequence());
    return receipt;
  }
  return std::nullopt;
}

absl::StatusOr<std::optional<v1::Receipt>> KnownChanges::findSettled(const v1::Change& change) {
  DOORSTEP_ASSIGN(auto known, find(change));
  const bool waits =
      known.has_value() && known->outcome() == v1::RECEIPT_OUTCOME_QUARANTINED && !replication::isClosed(*known);
  return waits ? std::nullopt : std::move(known);
}

// Whatever was decided was reported to the device: these are few.
absl::Status KnownChanges::readClosed() {
  closed_.emplace();
  DOORSTEP_ASSIGN(const auto outcomes,
                  work_.ledger.outcomesAfter(device_.fingerprint, 0, std::numeric_limits<std::int32_t>::max()));
  for (const OutcomeRow& outcome : outcomes) {
    DOORSTEP_ASSIGN(const v1::Receipt receipt, receiptIn(outcome.receipt));
    if (replication::isClosed(receipt)) {
      closed_->insert(receipt.change_id());
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::optional<v1::Receipt>> KnownChanges::findClosed(const v1::Change& change) {
  if (!closed_.has_value()) {
    DOORSTEP_TRY(readClosed());
  }
  if (!closed_->contains(change.id())) {
    return std::nullopt;
  }
  DOORSTEP_ASSIGN(auto known, find(change));
  return known.has_value() && replication::isClosed(*known) ? std::move(known) : std::nullopt;
}

}  // namespace doorstep::service
