#include "sync/service/settle/settling_desk.h"

#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/replication/records.h"
#include "sync/service/audit.h"
#include "sync/service/duplicates/likely_duplicates.h"
#include "sync/service/keys.h"
#include "sync/service/own_replica.h"
#include "sync/service/scope.h"

namespace doorstep::service {
namespace {

absl::StatusOr<std::optional<v1::Elder>> elderOf(DistrictReader& ledger, const std::string& id) {
  DOORSTEP_ASSIGN(const auto stored, ledger.record(id));
  if (!stored.has_value() || stored->kind != v1::RECORD_KIND_ELDER) {
    return std::nullopt;
  }
  DOORSTEP_ASSIGN(v1::Record record, decoded(*stored));
  return std::move(*record.mutable_elder());
}

absl::StatusOr<v1::DuplicateLine> lineOf(DistrictReader& ledger, const Directory& directory,
                                         const v1::LikelyDuplicate& pair, bool with_names) {
  v1::DuplicateLine line;
  *line.mutable_duplicate() = pair;
  DOORSTEP_ASSIGN(const auto elder, elderOf(ledger, pair.elder_id()));
  DOORSTEP_ASSIGN(const auto other, elderOf(ledger, pair.other_elder_id()));
  if (elder.has_value()) {
    line.set_file_number(elder->file_number());
    line.set_name(with_names ? elder->name() : std::string());
  }
  if (other.has_value()) {
    line.set_other_file_number(other->file_number());
    line.set_other_name(with_names ? other->name() : std::string());
  }
  DOORSTEP_ASSIGN(const std::string area, ScopeView(ledger, directory).areaOf(pair.household_id()));
  if (const Directory::Place* place = directory.place(area)) {
    line.set_area_code(place->area.code());
  }
  return line;
}

// The district of the caller's that has this record.
absl::StatusOr<std::optional<std::string>> districtOf(CommitWork& commit, const Caller& caller, const std::string& id,
                                                      bool is_change) {
  for (const std::string& district : commit.directory().districtsWithRules()) {
    if (!caller.administers(district)) {
      continue;
    }
    DistrictReader& ledger = commit.district(district).ledger;
    DOORSTEP_ASSIGN(const auto record, ledger.record(id));
    bool found = record.has_value() &&
                 (record->kind == v1::RECORD_KIND_CONFLICT || record->kind == v1::RECORD_KIND_LIKELY_DUPLICATE);
    if (!found && is_change) {
      DOORSTEP_ASSIGN(const auto rows, ledger.quarantinedChange(id));
      found = !rows.empty();
    }
    if (found) {
      return district;
    }
  }
  return std::nullopt;
}

absl::Status note(CommitWork& commit, const Caller& caller, const char* call, const std::string& id,
                  v1::ReceiptOutcome outcome) {
  return appendAudit(commit,
                     auditEvent(v1::AUDIT_VERB_SETTLE, caller,
                                absl::StrCat(call, " ", outside::toHex(id), " ", v1::ReceiptOutcome_Name(outcome))));
}

absl::Status unknown() {
  return absl::NotFoundError("there is nothing of this id to be settled");
}

// What an edit of the pair makes of the newer elder; nothing when they stand so already.
absl::StatusOr<std::optional<v1::Receipt>> mergePair(OwnReplica& replica, const v1::LikelyDuplicate& pair, bool undo) {
  DOORSTEP_ASSIGN(const auto newer, replica.work().find(pair.other_elder_id(), v1::RECORD_KIND_ELDER));
  DOORSTEP_ASSIGN(const auto older, replica.work().find(pair.elder_id(), v1::RECORD_KIND_ELDER));
  DOORSTEP_ASSIGN(const bool merged, areMerged(replica.work().ledger, pair));
  if (!newer.has_value() || !older.has_value() || merged != undo) {
    return std::nullopt;
  }
  // Whichever of the two was merged into somebody else before stays there: the other one follows.
  const bool follows = (newer->elder().merged_into().empty()) != undo;
  v1::Record wanted = follows ? *newer : *older;
  const v1::Record before = wanted;
  wanted.mutable_elder()->set_merged_into(undo ? std::string() : follows ? pair.elder_id() : pair.other_elder_id());
  return replica.edit(before, wanted);
}

}  // namespace

absl::StatusOr<v1::ListDuplicatesReply> listDuplicates(Snapshot& snapshot, const Directory& directory,
                                                       const Caller& caller, const v1::ListDuplicatesRequest& request) {
  v1::ListDuplicatesReply reply;
  for (const std::string& district : directory.districtsWithRules()) {
    if (!caller.administers(district)) {
      continue;
    }
    DistrictReader& ledger = snapshot.district(district);
    for (const std::string& key : {std::string(), std::string(kSettledKey)}) {
      if (!key.empty() && !request.settled()) {
        continue;
      }
      DOORSTEP_ASSIGN(const auto pairs, ledger.find({Index::kDuplicate, key}));
      for (const StoredRecord& stored : pairs) {
        DOORSTEP_ASSIGN(const v1::Record record, decoded(stored));
        DOORSTEP_ASSIGN(*reply.add_lines(), lineOf(ledger, directory, record.likely_duplicate(), !caller.is_operator));
      }
    }
  }
  return reply;
}

absl::StatusOr<absl::StatusOr<v1::SettleReply>> settle(CommitWork& commit, const Caller& caller,
                                                       const v1::SettleRequest& request) {
  using Outcome = absl::StatusOr<v1::SettleReply>;
  v1::Settlement settlement = request.settlement();
  DOORSTEP_ASSIGN(const auto district, districtOf(commit, caller, settlement.subject_id(), true));
  if (!district.has_value()) {
    return Outcome(unknown());
  }
  OwnReplica replica(commit.district(*district));
  if (!settlement.has_base()) {  // whoever gives none decides what stands now
    DOORSTEP_ASSIGN(*settlement.mutable_base(), replica.work().ledger.head());
  }
  v1::SettleReply reply;
  DOORSTEP_ASSIGN(*reply.mutable_receipt(), replica.settle(settlement));
  DOORSTEP_TRY(replica.finish());
  DOORSTEP_TRY(note(commit, caller, "Settling.Settle", settlement.subject_id(), reply.receipt().outcome()));
  return Outcome(reply);
}

absl::StatusOr<absl::StatusOr<v1::MergeEldersReply>> mergeElders(CommitWork& commit, const Caller& caller,
                                                                 const v1::MergeEldersRequest& request) {
  using Outcome = absl::StatusOr<v1::MergeEldersReply>;
  DOORSTEP_ASSIGN(const auto district, districtOf(commit, caller, request.duplicate_id(), false));
  if (!district.has_value()) {
    return Outcome(unknown());
  }
  OwnReplica replica(commit.district(*district));
  DOORSTEP_ASSIGN(const auto pair, replica.work().find(request.duplicate_id(), v1::RECORD_KIND_LIKELY_DUPLICATE));
  if (!pair.has_value()) {
    return Outcome(unknown());
  }
  DOORSTEP_ASSIGN(const auto receipt, mergePair(replica, pair->likely_duplicate(), request.undo()));
  DOORSTEP_TRY(replica.finish());
  if (!receipt.has_value()) {
    return Outcome(absl::FailedPreconditionError("they stand so already"));
  }
  DOORSTEP_TRY(note(commit, caller, request.undo() ? "Settling.MergeElders undo" : "Settling.MergeElders",
                    request.duplicate_id(), receipt->outcome()));
  v1::MergeEldersReply reply;
  *reply.mutable_receipt() = *receipt;
  return Outcome(reply);
}

}  // namespace doorstep::service
