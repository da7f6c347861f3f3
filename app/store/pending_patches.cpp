#include "app/store/pending_patches.h"

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

}  // namespace

absl::StatusOr<std::vector<PendingPatches::Patch>> PendingPatches::openPatches(const StoredRecord& record) {
  std::vector<Patch> patches;
  DOORSTEP_TRY(forEachRow(
      database_,
      "SELECT change, encoded, receipt FROM outgoing WHERE record = ?1 AND kind = ?2 AND patch_open = 1"
      " ORDER BY state = 0, sequence",
      [&](const sqlite::Statement& row) {
        Patch open{bytesOf(row, 0), {}, false};
        v1::Receipt receipt;
        if (!row.isNull(2) && receipt.ParseFromArray(row.blob(2).data(), static_cast<int>(row.blob(2).size()))) {
          open.over = isOver(receipt, record.revision);
        }
        absl::StatusOr<v1::Change> change = replication::decodeChange(row.blob(1));
        open.over = open.over || !change.ok();
        if (change.ok()) {
          open.patch = std::move(*change->mutable_edit());
        }
        patches.push_back(std::move(open));
      },
      blob(record.id), static_cast<int>(record.kind)));
  return patches;
}

absl::Status PendingPatches::rebase(StoredRecord& record) {
  DOORSTEP_ASSIGN(const std::vector<Patch> patches, openPatches(record));
  const std::string base = record.base.value_or(record.content);
  absl::StatusOr<v1::Record> view = replication::decodeRecord(base);
  bool changed = false;
  for (const Patch& open : patches) {
    if (open.over) {
      DOORSTEP_TRY(database_.execute("UPDATE outgoing SET patch_open = 0 WHERE change = ?1", blob(open.change)));
    } else if (view.ok() && replication::apply(open.patch, *view).ok()) {
      changed = true;
    }
  }
  record.content = changed ? replication::encode(*view) : base;
  record.base = changed ? std::optional(base) : std::nullopt;
  return absl::OkStatus();
}

}  // namespace doorstep::store
