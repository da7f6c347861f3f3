#include "sync/service/apply.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/outside/planted.h"
#include "sync/replication/chain.h"
#include "sync/replication/closed_receipt.h"
#include "sync/replication/records.h"

namespace doorstep::service {
namespace {

constexpr std::size_t kIdentifierBytes = 16;

v1::RecordKind kindOf(const v1::Change& change) {
  return change.has_create() ? replication::kindOf(change.create()) : change.edit().kind();
}

absl::Status forked() {
  return absl::AbortedError("the service holds other changes under this replica's sequences");
}

}  // namespace

absl::StatusOr<BatchOutcome> Applier::applyBatch(std::span<const std::string> encoded_changes) {
  return applyBatch(arrived(encoded_changes));
}

absl::StatusOr<BatchOutcome> Applier::applyBatch(std::span<const ArrivedChange> changes) {
  BatchOutcome outcome;
  auto arrived = read(changes);
  if (!arrived.ok()) {
    outcome.stopped = arrived.status();
    return outcome;
  }
  for (const Arrived& one : *arrived) {
    DOORSTEP_ASSIGN(auto receipt, take(one, outcome.stopped));
    if (!receipt.has_value()) {
      break;
    }
    outcome.receipts.push_back(*std::move(receipt));
  }
  return outcome;
}

// What cannot be read takes the place that its neighbours leave it: it blocks nothing.
absl::StatusOr<std::vector<Applier::Arrived>> Applier::read(std::span<const ArrivedChange> changes) {
  std::vector<Arrived> all;
  std::size_t readable = changes.size();
  for (const ArrivedChange& one : changes) {
    Arrived& arrived = all.emplace_back(Arrived{one.encoded, one.hash, one.change, {}, 0});
    if (one.change.has_value()) {
      readable = std::min(readable, all.size() - 1);
      arrived.replica_id = one.change->replica_id();
      arrived.sequence = one.change->sequence();
    }
  }
  if (readable == all.size() && !all.empty()) {
    return absl::InvalidArgumentError("no change of this batch can be read");
  }
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (!all[at].change.has_value()) {
      const Arrived& neighbour = at > 0 ? all[at - 1] : all[readable];
      if (at == 0 && neighbour.sequence <= readable) {
        return absl::InvalidArgumentError("the first change of this batch cannot be read");
      }
      all[at].replica_id = neighbour.replica_id;
      all[at].sequence = at > 0 ? neighbour.sequence + 1 : neighbour.sequence - readable;
    }
  }
  return all;
}

absl::StatusOr<ReplicaRow*> Applier::replica(const std::string& replica_id) {
  const auto known = replicas_.find(replica_id);
  if (known != replicas_.end()) {
    return &known->second;
  }
  DOORSTEP_ASSIGN(const auto stored, work_.ledger.replica(replica_id));
  const ReplicaRow row =
      stored.has_value() ? *stored : ReplicaRow{replica_id, caller_.fingerprint, 0, replication::chainStart(), false};
  return &replicas_.emplace(replica_id, row).first->second;
}

absl::StatusOr<std::optional<v1::Receipt>> Applier::take(const Arrived& arrived, absl::Status& stopped) {
  DOORSTEP_ASSIGN(ReplicaRow * replica, this->replica(arrived.replica_id));
  if (replica->owner != caller_.fingerprint) {
    stopped = absl::PermissionDeniedError("this replica belongs to another device");
    return std::nullopt;
  }
  if (outside::planted(outside::Fault::kAppliedTwice) && arrived.sequence <= replica->last_sequence &&
      arrived.change.has_value()) {
    QuarantineRow again;
    return judge(*arrived.change, again);
  }
  if (arrived.sequence <= replica->last_sequence) {
    return repeated(arrived, *replica, stopped);
  }
  if (replica->forked) {
    stopped = forked();
    return std::nullopt;
  }
  if (arrived.sequence != replica->last_sequence + 1) {
    stopped = absl::FailedPreconditionError(absl::StrCat("expected sequence ", replica->last_sequence + 1));
    return std::nullopt;
  }
  if (arrived.change.has_value() && arrived.change->predecessor() != replica->head) {
    replica->forked = true;
    stopped = forked();
    return std::nullopt;
  }
  QuarantineRow row{"", arrived.replica_id, arrived.sequence, work_.now};
  v1::Receipt receipt;
  if (arrived.change.has_value()) {
    DOORSTEP_ASSIGN(receipt, judge(*arrived.change, row));
    if (outside::planted(outside::Fault::kQuarantineBlocks) && receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED) {
      stopped = absl::FailedPreconditionError("a change cannot be taken");
      return std::nullopt;
    }
  } else {
    receipt = quarantinedReceipt("", arrived.sequence, {problem(v1::PROBLEM_CODE_MALFORMED, "")});
  }
  DOORSTEP_TRY(consume(arrived, *replica, receipt, row));
  return receipt;
}

absl::StatusOr<v1::Receipt> Applier::judge(const v1::Change& change, QuarantineRow& row) {
  DOORSTEP_ASSIGN(row.made, madeWithin(change));
  row.record_id = change.has_create() ? replication::idOf(change.create()) : std::string();
  DOORSTEP_ASSIGN(auto closed, taker_.known().findClosed(change));
  if (closed.has_value()) {
    return *std::move(closed);
  }
  DOORSTEP_ASSIGN(v1::Receipt receipt,
                  put_aside_.has_value() ? absl::StatusOr<v1::Receipt>(aside(change)) : taken(change, row.made));
  if (receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED && !isService()) {
    DOORSTEP_ASSIGN(auto settled, taker_.known().findSettled(change));
    if (settled.has_value()) {
      return *std::move(settled);
    }
  }
  if (!put_aside_.has_value()) {
    DOORSTEP_ASSIGN(row.waits_for, quarantine_.parentOf(change, receipt));
  }
  return receipt;
}

v1::Receipt Applier::aside(const v1::Change& change) const {
  Problems problems = {*put_aside_};
  if (!caller_.worker_id.empty() && change.worker_id() != caller_.worker_id) {
    problems.push_back(problem(v1::PROBLEM_CODE_NOT_PERMITTED, "worker_id"));
  }
  return quarantinedReceipt(change, problems);
}

absl::StatusOr<v1::Receipt> Applier::taken(const v1::Change& change, const replication::MadeWithin& made) {
  Circumstances circumstances;
  circumstances.made = made;
  DOORSTEP_ASSIGN(const auto corrected, quarantine_.correctedBy(change));
  if (corrected.has_value()) {
    circumstances.corrected_worker = corrected->worker_id;
    circumstances.corrected_at = corrected->received_at;
  }
  return taker_.take(change, circumstances);
}

absl::StatusOr<replication::MadeWithin> Applier::madeWithin(const v1::Change& change) {
  auto known = marks_.find(change.replica_id());
  if (known == marks_.end()) {
    std::vector<replication::HelloMark> marks;
    if (!isService()) {
      DOORSTEP_ASSIGN(marks, work_.ledger.helloMarks(change.replica_id()));
    }
    known = marks_.emplace(change.replica_id(), std::move(marks)).first;
  }
  return replication::madeWithin(change.stamp(), change.sequence(), known->second, work_.now);
}

// Whoever brings a file in is told of its bad rows at once: these wait for nobody.
bool Applier::isService() const {
  return caller_.fingerprint == serviceCaller(work_.district_id).fingerprint;
}

absl::StatusOr<std::optional<v1::Receipt>> Applier::repeated(const Arrived& arrived, ReplicaRow& replica,
                                                             absl::Status& stopped) {
  DOORSTEP_ASSIGN(const auto consumed, work_.ledger.consumed(arrived.replica_id, arrived.sequence));
  const bool other = consumed.has_value() && consumed->hash != arrived.hash;
  if (!consumed.has_value() || (other && !outside::planted(outside::Fault::kForkNotNoticed))) {
    replica.forked = true;
    stopped = forked();
    return std::nullopt;
  }
  v1::Receipt receipt;
  if (!receipt.ParseFromString(consumed->receipt)) {
    return absl::DataLossError("a receipt in the ledger cannot be read");
  }
  return receipt;
}

absl::Status Applier::consume(const Arrived& arrived, ReplicaRow& replica, const v1::Receipt& receipt,
                              const QuarantineRow& row) {
  DOORSTEP_TRY(work_.ledger.putConsumed(
      {arrived.replica_id, arrived.sequence, arrived.hash, arrived.encoded, receipt.SerializeAsString(), work_.now,
       receipt.outcome(), arrived.change.has_value() ? kindOf(*arrived.change) : v1::RECORD_KIND_UNSPECIFIED}));
  replica.last_sequence = arrived.sequence;
  replica.head = arrived.hash;
  return settleQuarantine(arrived, receipt, row);
}

// Takes its place there, takes the place of what it corrects, and lets go on what waited for it.
absl::Status Applier::settleQuarantine(const Arrived& arrived, const v1::Receipt& receipt, const QuarantineRow& row) {
  std::optional<Quarantine::Corrected> corrected;
  if (arrived.change.has_value() && !put_aside_.has_value()) {
    DOORSTEP_ASSIGN(corrected, quarantine_.correctedBy(*arrived.change));
  }
  if (corrected.has_value()) {
    DOORSTEP_TRY(quarantine_.close(corrected->change_id, "CORRECTED"));
  }
  const bool is_aside = receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED;
  if (is_aside && !isService() && !replication::isClosed(receipt)) {
    QuarantineRow aside = row;
    aside.change_id = receipt.change_id();
    if (aside.change_id.empty()) {
      aside.change_id = arrived.hash.substr(0, kIdentifierBytes);
    }
    DOORSTEP_TRY(quarantine_.putAside(aside));
  }
  if (!is_aside && !row.record_id.empty()) {
    DOORSTEP_TRY(quarantine_.release(row.record_id));
  }
  if (corrected.has_value() && corrected->record_id != row.record_id) {
    DOORSTEP_TRY(quarantine_.release(corrected->record_id));
  }
  return absl::OkStatus();
}

absl::Status Applier::finish() {
  for (const auto& [id, replica] : replicas_) {
    if (replica.owner == caller_.fingerprint) {
      DOORSTEP_TRY(work_.ledger.putReplica(replica));
    }
  }
  return absl::OkStatus();
}

}  // namespace doorstep::service
