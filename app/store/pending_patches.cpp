#include "app/store/pending_patches.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/store/rows.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/merge.h"
#include "sync/replication/patch.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

bool isOver(const v1::Receipt& receipt, const v1::Revision& pulled) {
  return receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED || !replication::isAfter(receipt.revision(), pulled);
}

// The decision as the service will write it down.
bool mark(const v1::Change& change, v1::Record& view) {
  const v1::Settlement& settlement = change.settle();
  if (view.has_conflict()) {
    v1::Conflict& conflict = *view.mutable_conflict();
    conflict.set_settled_by(change.worker_id());
    *conflict.mutable_settled_at() = change.stamp().wall_at();
    conflict.set_other_taken(settlement.decision() == v1::DECISION_TAKE_OTHER);
    conflict.set_settling_change_id(change.id());
    return true;
  }
  if (view.has_likely_duplicate()) {
    v1::LikelyDuplicate& pair = *view.mutable_likely_duplicate();
    pair.set_settled_by(change.worker_id());
    *pair.mutable_settled_at() = change.stamp().wall_at();
    pair.set_separate(settlement.decision() == v1::DECISION_SEPARATE);
    return true;
  }
  return false;
}

bool lay(const v1::Change& change, v1::Record& view) {
  return change.has_settle() ? mark(change, view) : replication::apply(change.edit(), view).ok();
}

}  // namespace

absl::StatusOr<std::vector<PendingPatches::Open>> PendingPatches::openPatches(const StoredRecord& record) {
  std::vector<Open> patches;
  DOORSTEP_TRY(forEachRow(
      database_,
      "SELECT rowid, change, encoded, receipt FROM outgoing WHERE record = ?1 AND kind = ?2 AND patch_open = 1"
      " ORDER BY state = 0, sequence",
      [&](const sqlite::Statement& row) {
        Open open{row.integer(0), bytesOf(row, 1), {}, false};
        v1::Receipt receipt;
        if (!row.isNull(3) && receipt.ParseFromArray(row.blob(3).data(), static_cast<int>(row.blob(3).size()))) {
          open.over = isOver(receipt, record.revision);
        }
        absl::StatusOr<v1::Change> change = replication::decodeChange(row.blob(2));
        open.over = open.over || !change.ok();
        if (change.ok()) {
          open.change = *std::move(change);
        }
        patches.push_back(std::move(open));
      },
      blob(record.id), static_cast<int>(record.kind)));
  return patches;
}

// As edits of this record.
absl::StatusOr<std::vector<PendingPatches::Open>> PendingPatches::takenValues(const StoredRecord& record) {
  std::vector<Open> taken;
  if (replication::classOf(record.kind) != v1::CHANGE_CLASS_EDITED) {
    return taken;
  }
  DOORSTEP_TRY(forEachRow(
      database_,
      "SELECT rowid, change, encoded FROM outgoing INDEXED BY outgoing_open_patch WHERE patch_open = 1 AND kind = ?1",
      [&](const sqlite::Statement& row) {
        absl::StatusOr<v1::Change> change = replication::decodeChange(row.blob(2));
        if (change.ok() && change->settle().decision() == v1::DECISION_TAKE_OTHER) {
          taken.push_back({row.integer(0), bytesOf(row, 1), *std::move(change), false});
        }
      },
      static_cast<int>(v1::RECORD_KIND_CONFLICT)));
  for (Open& open : taken) {
    DOORSTEP_ASSIGN(const std::optional<v1::Record> found,
                    RecordTable(database_).get(v1::RECORD_KIND_CONFLICT, open.change.settle().subject_id()));
    v1::Patch patch;
    if (found && found->conflict().record_id() == record.id && found->conflict().record_kind() == record.kind) {
      patch.set_kind(record.kind);
      patch.set_record_id(record.id);
      patch.mutable_fields()->add_paths(found->conflict().field());
      patch.mutable_values()->ParseFromString(found->conflict().other_value());
    }
    *open.change.mutable_edit() = std::move(patch);
  }
  std::erase_if(taken, [](const Open& open) { return open.change.edit().fields().paths().empty(); });
  return taken;
}

absl::Status PendingPatches::rebase(StoredRecord& record) {
  DOORSTEP_ASSIGN(std::vector<Open> patches, openPatches(record));
  DOORSTEP_ASSIGN(std::vector<Open> taken, takenValues(record));
  if (!taken.empty()) {
    patches.insert(patches.end(), std::make_move_iterator(taken.begin()), std::make_move_iterator(taken.end()));
    std::stable_sort(patches.begin(), patches.end(),
                     [](const Open& left, const Open& right) { return left.place < right.place; });
  }
  const std::string base = record.base.value_or(record.content);
  absl::StatusOr<v1::Record> view = replication::decodeRecord(base);
  bool changed = false;
  for (const Open& open : patches) {
    if (open.over) {
      DOORSTEP_TRY(database_.execute("UPDATE outgoing SET patch_open = 0 WHERE change = ?1", blob(open.change_id)));
    } else if (view.ok() && lay(open.change, *view)) {
      changed = true;
    }
  }
  record.content = changed ? replication::encode(*view) : base;
  record.base = changed ? std::optional(base) : std::nullopt;
  return absl::OkStatus();
}

}  // namespace doorstep::store
