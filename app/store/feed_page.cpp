#include "app/store/feed_page.h"

#include <algorithm>
#include <utility>

#include "app/store/attachments/content_table.h"
#include "app/store/attachments/staged_pictures.h"
#include "app/store/day.h"
#include "app/store/drafts.h"
#include "app/store/own_hours.h"
#include "app/store/replica_row.h"
#include "app/store/rows.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/outside/planted.h"
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

constexpr absl::Duration kLongestVisit = absl::Hours(24);

}  // namespace

absl::Status FeedPage::keep(const v1::PullReply& page) {
  DOORSTEP_ASSIGN(confirming_, unconfirmed_.any());
  DOORSTEP_ASSIGN(const std::vector<std::string> half_arrived, halfArrived());
  for (const std::string& household : page.removed_household_ids()) {
    DOORSTEP_ASSIGN(const bool under_way, isUnderWay(household));
    if (!under_way) {
      DOORSTEP_TRY(removeHousehold(household));
    }
  }
  for (const v1::Receipt& receipt : page.receipts()) {
    DOORSTEP_TRY(keepOutcome(receipt));
  }
  for (const v1::FeedEntry& entry : page.entries()) {
    DOORSTEP_TRY(keepEntry(entry, page.cursor()));
  }
  for (const std::string& household : page.complete_household_ids()) {
    DOORSTEP_TRY(database_.execute("INSERT OR IGNORE INTO held_household VALUES (?1)", blob(household)));
    DOORSTEP_TRY(database_.execute("DELETE FROM arriving_household WHERE id = ?1", blob(household)));
    changed_.people = true;
  }
  if (confirming_) {
    DOORSTEP_TRY(confirm(page));
  }
  if (page.done_households() == page.total_households()) {  // nothing more is to come
    DOORSTEP_TRY(dropHalfArrived(half_arrived));
  }
  if (removed_) {
    DOORSTEP_TRY(ContentTable(database_).letGo());
  }
  return page.has_cursor() ? keepCursor(page.cursor()) : absl::OkStatus();
}

absl::Status FeedPage::keepEntry(const v1::FeedEntry& entry, const v1::Revision& cursor) {
  if (entry.kind() == v1::RECORD_KIND_COVERAGE_ROW) {
    changed_.coverage = true;
    return keepCoverage(entry);
  }
  if (confirming_) {
    DOORSTEP_TRY(unconfirmed_.confirm(entry.kind(), entry.record_id()));
  }
  const bool directory = entry.household_id() == replication::directoryHousehold();
  if (!directory && !entry.removed()) {
    DOORSTEP_TRY(noteArriving(entry.household_id()));
  }
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
  if (!understood) {
    return absl::OkStatus();
  }
  DOORSTEP_TRY(tables_.put(*decoded));
  return decoded->has_conflict() ? showSubject(decoded->conflict()) : absl::OkStatus();
}

// A decision on a conflict is over: the value that was taken with it lies no longer on top of its record.
absl::Status FeedPage::showSubject(const v1::Conflict& conflict) {
  const auto kind = static_cast<v1::RecordKind>(conflict.record_kind());
  DOORSTEP_ASSIGN(std::optional<StoredRecord> record, records_.find(kind, conflict.record_id()));
  if (!record || !record->base) {
    return absl::OkStatus();
  }
  const StoredRecord before = *record;
  DOORSTEP_TRY(patches_.rebase(*record));
  DOORSTEP_ASSIGN(const v1::Record shown, replication::decodeRecord(record->content));
  DOORSTEP_TRY(tables_.erase(record->kind, record->id));
  DOORSTEP_TRY(records_.put(*record, parentOf(shown), &before, tables_.digests()));
  return tables_.put(shown);
}

absl::Status FeedPage::keepReceipt(const v1::Receipt& receipt) {
  DOORSTEP_ASSIGN(const std::optional<ChangeSubject> subject, outgoing_.keepReceipt(receipt));
  if (!subject) {
    return absl::OkStatus();
  }
  // Already closed when it came: it was decided when this store's changes came under another name.
  if (receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED) {
    DOORSTEP_ASSIGN(const bool gone, letGo(*subject));
    if (gone) {
      return absl::OkStatus();
    }
  }
  return follow(*subject, receipt);
}

// A record that is here alone goes when no change stands for it any more: none was corrected, and the service does
// not have it from somewhere else.
absl::StatusOr<bool> FeedPage::letGo(const ChangeSubject& subject) {
  DOORSTEP_ASSIGN(const bool stands, outgoing_.stands(subject));
  DOORSTEP_ASSIGN(const std::optional<StoredRecord> record, records_.find(subject.kind, subject.record_id));
  if (stands || !record || record->revision.sequence() > 0) {
    return false;
  }
  DOORSTEP_TRY(tables_.erase(record->kind, record->id));
  DOORSTEP_TRY(records_.erase(*record, tables_.digests()));
  return true;
}

absl::Status FeedPage::keepOutcome(const v1::Receipt& receipt) {
  DOORSTEP_ASSIGN(const std::optional<ChangeSubject> subject, outgoing_.keepOutcome(receipt));
  if (!subject) {
    return absl::OkStatus();
  }
  changed_.waiting = changed_.people = true;
  if (receipt.outcome() != v1::RECEIPT_OUTCOME_QUARANTINED) {
    return follow(*subject, receipt);
  }
  return letGo(*subject).status();
}

absl::Status FeedPage::follow(const ChangeSubject& subject, const v1::Receipt& receipt) {
  DOORSTEP_ASSIGN(std::optional<StoredRecord> record, records_.find(subject.kind, subject.record_id));
  if (!record) {
    return absl::OkStatus();
  }
  const StoredRecord before = *record;
  // With a note the service took it in other than it was made: the pull brings what stands.
  const bool as_made = receipt.outcome() == v1::RECEIPT_OUTCOME_APPLIED && receipt.problems().empty();
  if (record->revision.sequence() == 0 && !record->base && as_made) {
    record->revision = receipt.revision();
    DOORSTEP_ASSIGN(record->counted, comesBack(*record));
  }
  DOORSTEP_TRY(patches_.rebase(*record));
  DOORSTEP_ASSIGN(const v1::Record shown, replication::decodeRecord(record->content));
  DOORSTEP_TRY(tables_.erase(record->kind, record->id));
  DOORSTEP_TRY(records_.put(*record, parentOf(shown), &before, tables_.digests()));
  DOORSTEP_TRY(tables_.put(shown));
  return shown.has_conflict() ? showSubject(shown.conflict()) : absl::OkStatus();
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
  const std::int64_t month = monthNumber(care::civilMonth(row.month()));
  if (confirming_) {
    DOORSTEP_TRY(unconfirmed_.confirmCoverage(row.area_id(), month));
  }
  return database_.execute("INSERT OR REPLACE INTO coverage(area, month, record, content) VALUES (?1, ?2, ?3, ?4)",
                           blob(row.area_id()), month, blob(entry.record_id()), blob(replication::encode(row)));
}

absl::Status FeedPage::removeRecord(const v1::FeedEntry& entry) {
  DOORSTEP_ASSIGN(const std::optional<StoredRecord> known, records_.find(entry.kind(), entry.record_id()));
  if (!known || known->household != entry.household_id()) {
    return absl::OkStatus();  // it moved to another door that this device holds, too
  }
  removed_ = true;
  DOORSTEP_TRY(tables_.erase(entry.kind(), entry.record_id()));
  return records_.erase(*known, tables_.digests());
}

absl::Status FeedPage::removeHousehold(const std::string& household) {
  if (outside::planted(outside::Fault::kScopeRemovalForgotten)) {
    return absl::OkStatus();
  }
  if (household == replication::directoryHousehold()) {
    return absl::InvalidArgumentError("the directory is never removed");
  }
  changed_.people = changed_.waiting = changed_.drafts = true;
  removed_ = households_left_ = true;
  DOORSTEP_TRY(keepOwnHours(database_, household));
  DOORSTEP_TRY(StagedPictures(database_, outgoing_.clock()).removeOfDraft(household));
  DOORSTEP_TRY(Drafts(database_).discard(household));
  DOORSTEP_TRY(database_.execute("DELETE FROM arriving_household WHERE id = ?1", blob(household)));
  DOORSTEP_TRY(tables_.eraseHousehold(household));
  DOORSTEP_TRY(records_.eraseHousehold(household, tables_.digests()));
  DOORSTEP_TRY(outgoing_.removeHousehold(household));
  return database_.execute("DELETE FROM held_household WHERE id = ?1", blob(household));
}

// What the page has brought to its end, and lacks, is no longer there.
absl::Status FeedPage::confirm(const v1::PullReply& page) {
  for (const std::string& household : page.complete_household_ids()) {
    DOORSTEP_ASSIGN(const auto gone, unconfirmed_.recordsOf(household));
    DOORSTEP_TRY(drop(gone));
    DOORSTEP_TRY(unconfirmed_.confirmHousehold(household));
  }
  if (page.cursor().sequence() == 0) {
    return absl::OkStatus();  // the directory is on its way
  }
  DOORSTEP_ASSIGN(const auto gone, unconfirmed_.recordsOf(replication::directoryHousehold()));
  DOORSTEP_TRY(drop(gone));
  DOORSTEP_TRY(unconfirmed_.removeCoverage());
  changed_.coverage = true;
  if (page.done_households() != page.total_households()) {
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(const auto households, unconfirmed_.households());
  for (const std::string& household : households) {
    DOORSTEP_TRY(removeHousehold(household));
  }
  DOORSTEP_ASSIGN(const auto rest, unconfirmed_.records());
  DOORSTEP_TRY(drop(rest));
  confirming_ = false;
  return unconfirmed_.clear();
}

absl::Status FeedPage::drop(const std::vector<Unconfirmed::Record>& records) {
  for (const auto& [kind, id] : records) {
    DOORSTEP_TRY(unconfirmed_.confirm(kind, id));
    DOORSTEP_ASSIGN(const std::optional<StoredRecord> known, records_.find(kind, id));
    if (known && known->revision.sequence() > 0) {
      changed_.people = changed_.directory = removed_ = true;
      DOORSTEP_TRY(tables_.erase(kind, id));
      DOORSTEP_TRY(records_.erase(*known, tables_.digests()));
    }
  }
  return absl::OkStatus();
}

// Somebody stands at this door and writes: the visit is saved first, the household goes with the next sync.
absl::StatusOr<bool> FeedPage::isUnderWay(const std::string& household) {
  DOORSTEP_ASSIGN(const std::optional<v1::VisitDraft> draft, Drafts(database_).of(household));
  return draft && outgoing_.clock().now() - care::toTime(draft->changed_at()) < kLongestVisit;
}

// A household that comes piece by piece is known by name until all of it is here: should it be somebody else's
// before that, what has come goes, too.
absl::Status FeedPage::noteArriving(const std::string& household) {
  if (household == last_arriving_) {
    return absl::OkStatus();
  }
  last_arriving_ = household;
  return database_.execute(
      "INSERT OR IGNORE INTO arriving_household SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM held_household WHERE id = "
      "?1)",
      blob(household));
}

// What a pull before this one left half done. What was made here belongs to nobody else yet.
absl::StatusOr<std::vector<std::string>> FeedPage::halfArrived() {
  std::vector<std::string> ids;
  DOORSTEP_TRY(forEachRow(
      database_,
      "SELECT id FROM arriving_household WHERE NOT EXISTS (SELECT 1 FROM outgoing WHERE record = id AND kind = ?1)",
      [&ids](const sqlite::Statement& row) { ids.push_back(bytesOf(row, 0)); },
      static_cast<int>(v1::RECORD_KIND_HOUSEHOLD)));
  return ids;
}

absl::Status FeedPage::dropHalfArrived(const std::vector<std::string>& before) {
  DOORSTEP_ASSIGN(const std::vector<std::string> left, halfArrived());
  for (const std::string& household : left) {
    if (std::find(before.begin(), before.end(), household) != before.end()) {
      DOORSTEP_TRY(removeHousehold(household));
    }
  }
  return absl::OkStatus();
}

absl::Status FeedPage::keepCursor(const v1::Revision& cursor) {
  DOORSTEP_ASSIGN(ReplicaRow replica, loadReplica(database_));
  replica.cursor = cursor;
  return saveReplica(database_, replica);
}

}  // namespace doorstep::store
