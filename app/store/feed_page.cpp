#include "app/store/feed_page.h"

#include <utility>

#include "app/store/day.h"
#include "app/store/replica_row.h"
#include "app/store/rows.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/replication/digest.h"
#include "sync/replication/merge.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

// An older state of a record never replaces a newer one, unless the service was restored from a backup
// since: then this device pulls from the beginning, or the epoch has risen, and the service's word holds.
bool isStale(const StoredRecord& known, const v1::Revision& offered, const v1::Revision& cursor) {
  const bool goes_on = cursor.sequence() > 0 && known.revision.epoch() >= cursor.epoch();
  return goes_on && replication::isAfter(known.revision, offered);
}

}  // namespace

absl::Status FeedPage::keep(const v1::PullReply& page) {
  for (const std::string& household : page.removed_household_ids()) {
    DOORSTEP_TRY(removeHousehold(household));
  }
  for (const v1::FeedEntry& entry : page.entries()) {
    DOORSTEP_TRY(keepEntry(entry, page.cursor()));
  }
  for (const std::string& household : page.complete_household_ids()) {
    DOORSTEP_TRY(database_.execute("INSERT OR IGNORE INTO held_household VALUES (?1)", blob(household)));
    changed_.people = true;
  }
  return page.has_cursor() ? keepCursor(page.cursor()) : absl::OkStatus();
}

absl::Status FeedPage::keepEntry(const v1::FeedEntry& entry, const v1::Revision& cursor) {
  if (entry.kind() == v1::RECORD_KIND_COVERAGE_ROW) {
    changed_.coverage = true;
    return keepCoverage(entry);
  }
  const bool directory = entry.household_id() == replication::directoryHousehold();
  changed_.directory = changed_.directory || directory;
  changed_.people = changed_.people || !directory || entry.kind() == v1::RECORD_KIND_DISTRICT_RULES;
  return entry.removed() ? removeRecord(entry) : keepRecord(entry, cursor);
}

absl::Status FeedPage::keepRecord(const v1::FeedEntry& entry, const v1::Revision& cursor) {
  DOORSTEP_ASSIGN(const std::optional<StoredRecord> known, records_.find(entry.kind(), entry.record_id()));
  if (known && isStale(*known, entry.revision(), cursor)) {
    return absl::OkStatus();
  }
  StoredRecord record;
  record.kind = entry.kind();
  record.id = entry.record_id();
  record.household = entry.household_id();
  record.revision = entry.revision();
  record.content = entry.record();
  DOORSTEP_TRY(patches_.rebase(record));
  // A kind that this program does not know is kept as it came, for the one that will.
  const absl::StatusOr<v1::Record> decoded = replication::decodeRecord(record.content);
  const bool understood = decoded.ok() && replication::kindOf(*decoded) == entry.kind();
  if (known && understood) {
    DOORSTEP_TRY(tables_.erase(entry.kind(), entry.record_id()));
  }
  record.month = understood ? replication::digestMonth(*decoded) : 0;
  record.counted = true;
  DOORSTEP_TRY(records_.put(record, understood ? parentOf(*decoded) : std::string(), known ? &*known : nullptr,
                            tables_.digests()));
  return understood ? tables_.put(*decoded) : absl::OkStatus();
}

absl::Status FeedPage::keepReceipt(const v1::Receipt& receipt) {
  DOORSTEP_ASSIGN(const std::optional<ChangeSubject> subject, outgoing_.keepReceipt(receipt));
  if (!subject) {
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(std::optional<StoredRecord> record, records_.find(subject->kind, subject->record_id));
  if (!record) {
    return absl::OkStatus();
  }
  const StoredRecord before = *record;
  if (record->revision.sequence() == 0 && !record->base && receipt.outcome() == v1::RECEIPT_OUTCOME_APPLIED) {
    record->revision = receipt.revision();
    DOORSTEP_ASSIGN(record->counted, comesBack(*record));
  }
  DOORSTEP_TRY(patches_.rebase(*record));
  DOORSTEP_ASSIGN(const v1::Record shown, replication::decodeRecord(record->content));
  DOORSTEP_TRY(tables_.erase(record->kind, record->id));
  DOORSTEP_TRY(records_.put(*record, parentOf(shown), &before, tables_.digests()));
  return tables_.put(shown);
}

// Whether the service would send us this record of ours, which it has taken. Of what we may write and not read it
// would not; what we are not sure of counts when it comes.
absl::StatusOr<bool> FeedPage::comesBack(const StoredRecord& record) {
  if (record.kind == v1::RECORD_KIND_RESTRICTED_RISK_FLAG || record.kind == v1::RECORD_KIND_RESTRICTED_RISK_EVENT) {
    return false;
  }
  return hasRow(database_, "SELECT 1 FROM held_household WHERE id = ?1", blob(record.household));
}

absl::Status FeedPage::keepCoverage(const v1::FeedEntry& entry) {
  if (entry.removed()) {
    return database_.execute("DELETE FROM coverage WHERE record = ?1", blob(entry.record_id()));
  }
  const absl::StatusOr<v1::Record> record = replication::decodeRecord(entry.record());
  if (!record.ok() || !record->has_coverage_row()) {
    return absl::OkStatus();
  }
  const v1::CoverageRow& row = record->coverage_row();
  return database_.execute("INSERT OR REPLACE INTO coverage(area, month, record, content) VALUES (?1, ?2, ?3, ?4)",
                           blob(row.area_id()), monthNumber(care::civilMonth(row.month())), blob(entry.record_id()),
                           blob(replication::encode(row)));
}

absl::Status FeedPage::removeRecord(const v1::FeedEntry& entry) {
  DOORSTEP_ASSIGN(const std::optional<StoredRecord> known, records_.find(entry.kind(), entry.record_id()));
  if (!known || known->household != entry.household_id()) {
    return absl::OkStatus();  // it moved to another door that this device holds, too
  }
  DOORSTEP_TRY(tables_.erase(entry.kind(), entry.record_id()));
  return records_.erase(*known, tables_.digests());
}

absl::Status FeedPage::removeHousehold(const std::string& household) {
  if (household == replication::directoryHousehold()) {
    return absl::InvalidArgumentError("the directory is never removed");
  }
  changed_.people = changed_.waiting = true;
  DOORSTEP_TRY(tables_.eraseHousehold(household));
  DOORSTEP_TRY(records_.eraseHousehold(household, tables_.digests()));
  DOORSTEP_TRY(outgoing_.removeHousehold(household));
  return database_.execute("DELETE FROM held_household WHERE id = ?1", blob(household));
}

absl::Status FeedPage::keepCursor(const v1::Revision& cursor) {
  DOORSTEP_ASSIGN(ReplicaRow replica, loadReplica(database_));
  replica.cursor = cursor;
  return saveReplica(database_, replica);
}

}  // namespace doorstep::store
