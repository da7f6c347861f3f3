#include "sync/service/quarantine/quarantine.h"

#include <algorithm>
#include <deque>

#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/change_taker.h"
#include "sync/service/quarantine/named_records.h"
#include "sync/service/quarantine/settle_change.h"
#include "sync/service/receipts.h"

namespace doorstep::service {
namespace {

absl::StatusOr<v1::Receipt> receiptOf(const ConsumedChange& consumed) {
  v1::Receipt receipt;
  if (!receipt.ParseFromString(consumed.receipt)) {
    return absl::DataLossError("a receipt in the ledger cannot be read");
  }
  return receipt;
}

absl::StatusOr<ConsumedChange> consumedOf(DistrictReader& ledger, const QuarantineRow& row) {
  DOORSTEP_ASSIGN(auto consumed, ledger.consumed(row.replica_id, row.sequence));
  if (!consumed.has_value()) {
    return absl::DataLossError("a change that was put aside is missing from the ledger");
  }
  return *std::move(consumed);
}

// Refused for what it names, not for what it says.
bool mayWait(const v1::Receipt& receipt) {
  return std::all_of(receipt.problems().begin(), receipt.problems().end(), [](const v1::Problem& problem) {
    return problem.code() == v1::PROBLEM_CODE_UNKNOWN_REFERENCE || problem.code() == v1::PROBLEM_CODE_OUT_OF_SCOPE ||
           problem.code() == v1::PROBLEM_CODE_ORPHAN;
  });
}

bool isMissed(const v1::Receipt& receipt, const std::string& field) {
  return std::any_of(receipt.problems().begin(), receipt.problems().end(), [&field](const v1::Problem& problem) {
    return problem.field() == field || problem.code() == v1::PROBLEM_CODE_OUT_OF_SCOPE;
  });
}

// Nobody vouches for a change that speaks in another's name than its device's.
bool namesAnother(const v1::Receipt& receipt) {
  return std::any_of(receipt.problems().begin(), receipt.problems().end(), [](const v1::Problem& problem) {
    return problem.code() == v1::PROBLEM_CODE_NOT_PERMITTED && problem.field() == "worker_id";
  });
}

bool sameProblems(const v1::Receipt& one, const v1::Receipt& other) {
  return std::equal(one.problems().begin(), one.problems().end(), other.problems().begin(), other.problems().end(),
                    [](const v1::Problem& left, const v1::Problem& right) {
                      return replication::encode(left) == replication::encode(right);
                    });
}

}  // namespace

absl::StatusOr<std::optional<v1::Change>> changeOf(DistrictReader& ledger, const QuarantineRow& row) {
  DOORSTEP_ASSIGN(const ConsumedChange consumed, consumedOf(ledger, row));
  auto change = replication::decodeChange(consumed.encoded);
  return change.ok() ? std::optional(*std::move(change)) : std::nullopt;
}

absl::StatusOr<bool> Quarantine::isEmpty() {
  if (!waiting_.has_value()) {
    DOORSTEP_ASSIGN(waiting_, work_.ledger.quarantinedCount());
  }
  return *waiting_ == 0;
}

absl::StatusOr<std::optional<Quarantine::Corrected>> Quarantine::correctedBy(const v1::Change& correction) {
  if (correction.corrects().empty()) {
    return std::nullopt;
  }
  DOORSTEP_ASSIGN(const auto rows, work_.ledger.quarantinedChange(correction.corrects()));
  if (rows.empty()) {
    return std::nullopt;
  }
  DOORSTEP_ASSIGN(const auto original, changeOf(work_.ledger, rows.back()));
  const bool own = original.has_value() && original->worker_id() == caller_.worker_id;
  DOORSTEP_ASSIGN(const bool settles, maySettleChange(work_.ledger, work_.directory, caller_, work_.today(),
                                                      original.has_value() ? &*original : nullptr));
  if (!own && !settles) {
    return std::nullopt;
  }
  return Corrected{correction.corrects(), rows.back().record_id,
                   original.has_value() ? original->worker_id() : std::string(), rows.front().received_at};
}

absl::StatusOr<std::string> Quarantine::parentOf(const v1::Change& change, v1::Receipt& receipt) {
  if (receipt.outcome() != v1::RECEIPT_OUTCOME_QUARANTINED || !mayWait(receipt)) {
    return std::string();
  }
  const std::vector<NamedRecord> named_records = namedRecords(change);
  DOORSTEP_ASSIGN(const bool empty, isEmpty());
  for (const NamedRecord& named : named_records) {
    if (empty) {
      break;
    }
    DOORSTEP_ASSIGN(const auto creations, work_.ledger.quarantinedCreations(named.id));
    if (!creations.empty()) {
      receipt = quarantinedReceipt(change, {problem(v1::PROBLEM_CODE_WAITS_FOR_PARENT, named.field)});
      return named.id;
    }
  }
  // After a restore whoever saw a record may come before whoever made it: it may be on its way.
  for (const NamedRecord& named : named_records) {
    DOORSTEP_ASSIGN(const auto there, work_.ledger.record(named.id));
    if (!there.has_value() && isMissed(receipt, named.field)) {
      return named.id;
    }
  }
  return std::string();
}

absl::Status Quarantine::putAside(const QuarantineRow& row) {
  waiting_.reset();
  return work_.ledger.putQuarantined(row);
}

absl::Status Quarantine::close(const std::string& change_id, const std::string& how) {
  DOORSTEP_ASSIGN(const auto rows, work_.ledger.quarantinedChange(change_id));
  for (const QuarantineRow& row : rows) {
    DOORSTEP_ASSIGN(const ConsumedChange consumed, consumedOf(work_.ledger, row));
    DOORSTEP_ASSIGN(v1::Receipt receipt, receiptOf(consumed));
    v1::Problem& settled = *receipt.add_problems();
    settled = problem(v1::PROBLEM_CODE_ALREADY_SETTLED, "");
    settled.add_details(how);
    DOORSTEP_TRY(report(row, std::move(receipt)));
  }
  return work_.ledger.removeQuarantined(change_id);
}

absl::Status Quarantine::release(const std::string& record_id) {
  std::deque<std::string> arrived = {record_id};
  while (!arrived.empty()) {
    DOORSTEP_ASSIGN(const bool empty, isEmpty());
    if (empty) {
      return absl::OkStatus();
    }
    DOORSTEP_ASSIGN(const auto rows, work_.ledger.quarantinedWaiting(arrived.front()));
    arrived.pop_front();
    for (const QuarantineRow& row : rows) {
      DOORSTEP_ASSIGN(const auto still, work_.ledger.quarantinedChange(row.change_id));
      if (still.empty()) {
        continue;  // taken in a moment ago under another replica
      }
      DOORSTEP_ASSIGN(const v1::Receipt receipt, retake(row));
      if (receipt.outcome() != v1::RECEIPT_OUTCOME_QUARANTINED && !row.record_id.empty()) {
        arrived.push_back(row.record_id);
      }
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<v1::Receipt> Quarantine::accept(const std::string& change_id) {
  DOORSTEP_ASSIGN(const auto rows, work_.ledger.quarantinedChange(change_id));
  if (rows.empty()) {
    return absl::NotFoundError("nothing of this id was put aside");
  }
  QuarantineRow row = rows.back();
  row.vouched = true;
  DOORSTEP_ASSIGN(v1::Receipt receipt, retake(row));
  if (receipt.outcome() != v1::RECEIPT_OUTCOME_QUARANTINED && !row.record_id.empty()) {
    DOORSTEP_TRY(release(row.record_id));
  }
  return receipt;
}

absl::StatusOr<v1::Receipt> Quarantine::retake(QuarantineRow row) {
  DOORSTEP_ASSIGN(const ConsumedChange consumed, consumedOf(work_.ledger, row));
  DOORSTEP_ASSIGN(v1::Receipt before, receiptOf(consumed));
  const auto change = replication::decodeChange(consumed.encoded);
  if (!change.ok() || change->has_settle() || namesAnother(before)) {
    return before;
  }
  const Caller author = authorOf(*change);
  Circumstances circumstances;
  circumstances.made = row.made;
  circumstances.vouched = row.vouched;
  DOORSTEP_ASSIGN(v1::Receipt receipt, ChangeTaker(work_, author).take(*change, circumstances));
  DOORSTEP_ASSIGN(row.waits_for, parentOf(*change, receipt));
  if (receipt.outcome() != v1::RECEIPT_OUTCOME_QUARANTINED) {
    DOORSTEP_TRY(taken(row, receipt));
    return receipt;
  }
  DOORSTEP_TRY(putAside(row));
  if (!sameProblems(before, receipt)) {
    DOORSTEP_TRY(report(row, receipt));
  }
  return receipt;
}

// Under every replica that has sent it.
absl::Status Quarantine::taken(const QuarantineRow& row, const v1::Receipt& receipt) {
  DOORSTEP_ASSIGN(const auto rows, work_.ledger.quarantinedChange(row.change_id));
  for (const QuarantineRow& each : rows) {
    DOORSTEP_TRY(report(each, receipt));
  }
  return work_.ledger.removeQuarantined(row.change_id);
}

absl::Status Quarantine::report(const QuarantineRow& row, v1::Receipt receipt) {
  receipt.set_sequence(row.sequence);
  DOORSTEP_TRY(work_.ledger.replaceReceipt(row.replica_id, row.sequence, receipt));
  DOORSTEP_ASSIGN(const auto replica, work_.ledger.replica(row.replica_id));
  DOORSTEP_ASSIGN(const v1::Revision revision, work_.ledger.nextRevision());
  // A replica that began within this commit is the caller's.
  return work_.ledger.putOutcome(
      {replica.has_value() ? replica->owner : caller_.fingerprint, revision.sequence(), receipt.SerializeAsString()});
}

// Its worker as known now: whoever has left since is still the one who did it.
Caller Quarantine::authorOf(const v1::Change& change) const {
  Caller author;
  author.district_id = work_.district_id;
  author.worker_id = change.worker_id();
  if (const Directory::Person* person = work_.directory.person(change.worker_id())) {
    for (const int role : person->worker.roles()) {
      if (role != v1::ROLE_OPERATOR) {
        author.roles.push_back(static_cast<v1::Role>(role));
      }
    }
  }
  return author;
}

}  // namespace doorstep::service
