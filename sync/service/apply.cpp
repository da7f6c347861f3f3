#include "sync/service/apply.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/merge.h"
#include "sync/replication/records.h"
#include "sync/service/rights.h"

namespace doorstep::service {
namespace {

v1::Receipt applied(const v1::Change& change, const v1::Revision& revision) {
  v1::Receipt receipt;
  receipt.set_change_id(change.id());
  receipt.set_sequence(change.sequence());
  receipt.set_outcome(v1::RECEIPT_OUTCOME_APPLIED);
  *receipt.mutable_revision() = revision;
  return receipt;
}

v1::Receipt quarantined(const std::string& change_id, std::uint64_t sequence, const Problems& problems) {
  v1::Receipt receipt;
  receipt.set_change_id(change_id);
  receipt.set_sequence(sequence);
  receipt.set_outcome(v1::RECEIPT_OUTCOME_QUARANTINED);
  for (const v1::Problem& problem : problems) {
    *receipt.add_problems() = problem;
  }
  return receipt;
}

v1::Receipt quarantined(const v1::Change& change, const Problems& problems) {
  return quarantined(change.id(), change.sequence(), problems);
}

v1::RecordKind kindOf(const v1::Change& change) {
  return change.has_create() ? replication::kindOf(change.create()) : change.edit().kind();
}

absl::Status forked() {
  return absl::AbortedError("the service holds other changes under this replica's sequences");
}

}  // namespace

absl::StatusOr<BatchOutcome> Applier::applyBatch(std::span<const std::string> encoded_changes) {
  BatchOutcome outcome;
  auto arrived = read(encoded_changes);
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
absl::StatusOr<std::vector<Applier::Arrived>> Applier::read(std::span<const std::string> encoded_changes) {
  std::vector<Arrived> all;
  std::size_t readable = encoded_changes.size();
  for (const std::string& encoded : encoded_changes) {
    auto change = replication::decodeChange(encoded);
    Arrived& arrived = all.emplace_back(Arrived{encoded, std::nullopt, {}, 0});
    if (change.ok()) {
      readable = std::min(readable, all.size() - 1);
      arrived.replica_id = change->replica_id();
      arrived.sequence = change->sequence();
      arrived.change = *std::move(change);
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
  v1::Receipt receipt;
  if (arrived.change.has_value()) {
    DOORSTEP_ASSIGN(receipt, judgeAndApply(*arrived.change));
  } else {
    receipt = quarantined("", arrived.sequence, {problem(v1::PROBLEM_CODE_MALFORMED, "")});
  }
  DOORSTEP_TRY(consume(arrived, *replica, receipt));
  return receipt;
}

absl::StatusOr<std::optional<v1::Receipt>> Applier::repeated(const Arrived& arrived, ReplicaRow& replica,
                                                             absl::Status& stopped) {
  DOORSTEP_ASSIGN(const auto consumed, work_.ledger.consumed(arrived.replica_id, arrived.sequence));
  if (!consumed.has_value() || consumed->hash != replication::sha256(arrived.encoded)) {
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

absl::Status Applier::consume(const Arrived& arrived, ReplicaRow& replica, const v1::Receipt& receipt) {
  const std::string hash = replication::sha256(arrived.encoded);
  DOORSTEP_TRY(work_.ledger.putConsumed(
      {arrived.replica_id, arrived.sequence, hash, arrived.encoded, receipt.SerializeAsString(), work_.now,
       receipt.outcome(), arrived.change.has_value() ? kindOf(*arrived.change) : v1::RECORD_KIND_UNSPECIFIED}));
  const bool is_quarantined = receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED;
  // Whoever brings a file in is told of its bad rows at once: these wait for nobody.
  if (is_quarantined && caller_.fingerprint != serviceCaller(work_.district_id).fingerprint) {
    DOORSTEP_TRY(work_.ledger.putQuarantined({receipt.change_id(), arrived.replica_id, arrived.sequence, work_.now}));
  }
  if (!is_quarantined && arrived.change.has_value() && !arrived.change->corrects().empty()) {
    DOORSTEP_TRY(work_.ledger.removeQuarantined(arrived.change->corrects()));
  }
  replica.last_sequence = arrived.sequence;
  replica.head = hash;
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

absl::StatusOr<v1::Receipt> Applier::judgeAndApply(const v1::Change& change) {
  switch (change.action_case()) {
    case v1::Change::kCreate:
      return create(change);
    case v1::Change::kEdit:
      return edit(change);
    case v1::Change::kSkipped:
      return quarantined(change, {problem(v1::PROBLEM_CODE_MALFORMED, "skipped")});
    default:
      return quarantined(change, {problem(v1::PROBLEM_CODE_UNKNOWN_KIND, "action")});
  }
}

absl::StatusOr<v1::Receipt> Applier::create(const v1::Change& change) {
  DOORSTEP_ASSIGN(const auto existing, work_.ledger.record(replication::idOf(change.create())));
  if (existing.has_value()) {
    // A replica that began anew after a fork sends again what it had no receipt for.
    const bool same = existing->created.change_id == change.id() && existing->created.worker_id == change.worker_id();
    return same ? applied(change, existing->revision)
                : quarantined(change, {problem(v1::PROBLEM_CODE_ALREADY_EXISTS, "create.id")});
  }
  DOORSTEP_ASSIGN(const Problems problems, judgeCreation(work_, caller_, change));
  if (!problems.empty()) {
    return quarantined(change, problems);
  }
  DOORSTEP_ASSIGN(const v1::Revision revision, writer_.create(change.create(), author(change)));
  return applied(change, revision);
}

absl::StatusOr<v1::Receipt> Applier::edit(const v1::Change& change) {
  DOORSTEP_ASSIGN(const auto stored, work_.ledger.record(change.edit().record_id()));
  if (!stored.has_value() || stored->kind != change.edit().kind()) {
    return quarantined(change, {problem(v1::PROBLEM_CODE_UNKNOWN_REFERENCE, "edit.record_id")});
  }
  DOORSTEP_ASSIGN(const v1::Record current, decoded(*stored));
  DOORSTEP_ASSIGN(const Problems problems, judgeEdit(work_, caller_, change, current));
  if (!problems.empty()) {
    return quarantined(change, problems);
  }
  return mergeInto(*stored, current, change);
}

absl::StatusOr<v1::Receipt> Applier::mergeInto(const StoredRecord& stored, const v1::Record& current,
                                               const v1::Change& change) {
  DOORSTEP_ASSIGN(const auto fields, work_.ledger.fieldRevisions(stored.id));
  if (std::any_of(fields.begin(), fields.end(),
                  [&change](const auto& field) { return field.second.change_id == change.id(); })) {
    return applied(change, stored.revision);
  }
  DOORSTEP_ASSIGN(const auto conflicts, work_.ledger.findIds({Index::kConflictOfChange, change.id()}));
  if (!conflicts.empty()) {  // sent again after a fork, and known to have lost
    v1::Receipt receipt = applied(change, stored.revision);
    receipt.set_outcome(v1::RECEIPT_OUTCOME_SUPERSEDED);
    receipt.mutable_conflict_ids()->Add(conflicts.begin(), conflicts.end());
    return receipt;
  }
  replication::FieldRevision by = author(change);
  DOORSTEP_ASSIGN(by.revision, work_.ledger.head());
  by.revision.set_sequence(by.revision.sequence() + 1);
  auto merged = replication::merge({current, fields, stored.created, change.edit(), by});
  if (!merged.ok()) {
    return quarantined(change, {problem(v1::PROBLEM_CODE_MALFORMED, "edit.fields")});
  }
  if (!merged->superseded) {
    DOORSTEP_ASSIGN(const Problems problems, judgeMerged(work_, caller_, change, current, merged->record));
    if (!problems.empty()) {
      return quarantined(change, problems);
    }
  }
  v1::Receipt receipt = applied(change, stored.revision);
  std::string household = stored.household_id;
  if (merged->superseded) {
    receipt.set_outcome(v1::RECEIPT_OUTCOME_SUPERSEDED);
  } else {
    DOORSTEP_ASSIGN(*receipt.mutable_revision(),
                    writer_.replace(stored, current, merged->record, merged->changed_fields, by));
    DOORSTEP_ASSIGN(const auto now_stored, work_.ledger.record(stored.id));
    household = now_stored->household_id;
  }
  for (v1::Conflict& conflict : merged->conflicts) {
    DOORSTEP_ASSIGN(const std::string id, writer_.addConflict(std::move(conflict), household, by));
    receipt.add_conflict_ids(id);
  }
  return receipt;
}

replication::FieldRevision Applier::author(const v1::Change& change) const {
  replication::FieldRevision author;
  author.worker_id = change.worker_id();
  author.role = highestRole(caller_.roles);
  author.change_id = change.id();
  author.replica_id = change.replica_id();
  return author;
}

}  // namespace doorstep::service
