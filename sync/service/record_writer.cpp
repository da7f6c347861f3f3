#include "sync/service/record_writer.h"

#include <algorithm>
#include <set>

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/replication/brief_visit.h"
#include "sync/replication/records.h"
#include "sync/service/corrections.h"
#include "sync/service/duplicates/likely_duplicates.h"
#include "sync/service/keys.h"
#include "sync/service/touching.h"

namespace doorstep::service {

absl::StatusOr<v1::Revision> RecordWriter::create(const v1::Record& record, replication::FieldRevision author) {
  DOORSTEP_ASSIGN(author.revision, work_.ledger.nextRevision());
  StoredRecord stored;
  stored.id = replication::idOf(record);
  stored.kind = replication::kindOf(record);
  DOORSTEP_ASSIGN(stored.household_id, streamOf(record));
  stored.revision = author.revision;
  stored.created = author;
  DOORSTEP_TRY(put(stored, record));
  DOORSTEP_TRY(replaceKeys(nullptr, record));
  if (record.has_visit()) {
    work_.touched.fresh(record.visit().id());
    DOORSTEP_TRY(countOnlyLast(record.visit()));
  }
  if (record.has_service_entry_event()) {
    DOORSTEP_TRY(keysOfCorrectedWorkers(record.service_entry_event()));
  }
  DOORSTEP_TRY(touch(work_, nullptr, record));
  DOORSTEP_TRY(followDuplicates(work_, nullptr, record, author));
  return author.revision;
}

absl::StatusOr<v1::Revision> RecordWriter::replace(const StoredRecord& before, const v1::Record& record_before,
                                                   const v1::Record& record,
                                                   const std::vector<std::string>& changed_fields,
                                                   replication::FieldRevision author) {
  DOORSTEP_ASSIGN(author.revision, work_.ledger.nextRevision());
  StoredRecord stored = before;
  stored.revision = author.revision;
  DOORSTEP_ASSIGN(stored.household_id, streamOf(record));
  if (stored.household_id != before.household_id) {
    // The mark has a sequence of its own, before the record's new one.
    DOORSTEP_TRY(work_.ledger.putRemoval(before.household_id, before.kind, before.id, author.revision));
    DOORSTEP_ASSIGN(author.revision, work_.ledger.nextRevision());
    stored.revision = author.revision;
  }
  DOORSTEP_TRY(put(stored, record));
  replication::FieldRevisions fields;
  for (const std::string& field : changed_fields) {
    fields[field] = author;
  }
  DOORSTEP_TRY(work_.ledger.putFieldRevisions(stored.id, fields));
  DOORSTEP_TRY(replaceKeys(&record_before, record));
  if (record.has_elder() && stored.household_id != before.household_id) {
    DOORSTEP_TRY(moveWithElder(record, author));
  }
  DOORSTEP_TRY(touch(work_, &record_before, record));
  DOORSTEP_TRY(followDuplicates(work_, &record_before, record, author));
  return stored.revision;
}

absl::StatusOr<std::string> RecordWriter::addConflict(v1::Conflict conflict, const std::string& household_id,
                                                      const replication::FieldRevision& author) {
  v1::Record record;
  conflict.set_id(work_.identifiers.next());
  // A kind that is withheld from some of those who see the household keeps its values from them here, too.
  const bool withheld = conflict.record_kind() == v1::RECORD_KIND_ELDER_IDENTITY;
  conflict.set_household_id(withheld ? replication::directoryHousehold() : household_id);
  *conflict.mutable_found_at() = care::toTimestamp(work_.now);
  *record.mutable_conflict() = std::move(conflict);
  DOORSTEP_TRY(create(record, author).status());
  return record.conflict().id();
}

absl::StatusOr<std::string> RecordWriter::streamOf(const v1::Record& record) {
  if (record.has_elder_identity()) {
    DOORSTEP_ASSIGN(const auto elder, work_.find(record.elder_identity().elder_id(), v1::RECORD_KIND_ELDER));
    return elder.has_value() ? replication::householdOf(*elder) : replication::directoryHousehold();
  }
  std::string household = replication::householdOf(record);
  return household.empty() ? replication::directoryHousehold() : household;
}

absl::Status RecordWriter::put(const StoredRecord& stored, const v1::Record& record) {
  StoredRecord complete = stored;
  complete.encoded = replication::encode(record);
  work_.cache.forget(complete.id, complete.kind);
  DOORSTEP_TRY(work_.ledger.putRecord(complete));
  work_.directory.put(work_.district_id, record);
  return absl::OkStatus();
}

absl::Status RecordWriter::replaceKeys(const v1::Record* before, const v1::Record& record) {
  const std::vector<IndexKey> old_keys = before == nullptr ? std::vector<IndexKey>() : keysOf(*before, work_.zone());
  const std::vector<IndexKey> new_keys = keysOf(record, work_.zone());
  const std::string& id = replication::idOf(record);
  const std::string excerpt = record.has_visit() ? replication::excerptForFigures(record.visit()) : std::string();
  for (const IndexKey& key : old_keys) {
    if (!std::binary_search(new_keys.begin(), new_keys.end(), key)) {
      DOORSTEP_TRY(work_.ledger.removeKey(key, id));
    }
  }
  for (const IndexKey& key : new_keys) {
    if (!std::binary_search(old_keys.begin(), old_keys.end(), key)) {
      const bool of_many = key.index == Index::kVisitOfElder || key.index == Index::kVisitOfWorker;
      DOORSTEP_TRY(work_.ledger.addKey(key, id, of_many ? excerpt : std::string()));
    }
  }
  return absl::OkStatus();
}

// A correction takes away the keys of everything it replaces; one that voids has none itself.
absl::Status RecordWriter::countOnlyLast(const v1::Visit& visit) {
  if (visit.corrects_id().empty()) {
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(const std::string root, rootVisit(work_.ledger, visit));
  DOORSTEP_TRY(work_.ledger.addKey({Index::kVisitOfRoot, root}, visit.id()));
  DOORSTEP_ASSIGN(const auto group, correctionGroup(work_.ledger, visit.id()));
  for (const StoredRecord& stored : group) {
    if (stored.id == visit.id() && !visit.voided()) {
      continue;
    }
    DOORSTEP_ASSIGN(const v1::Record record, decoded(stored));
    DOORSTEP_TRY(touch(work_, nullptr, record));
    for (const IndexKey& key : keysOf(record, work_.zone())) {
      DOORSTEP_TRY(work_.ledger.removeKey(key, stored.id));
    }
  }
  return absl::OkStatus();
}

// A correction of hours may name workers the entry did not.
absl::Status RecordWriter::keysOfCorrectedWorkers(const v1::ServiceEntryEvent& event) {
  if (event.corrected_workers().empty()) {
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(const auto entry, work_.find(event.entry_id(), v1::RECORD_KIND_SERVICE_ENTRY));
  if (!entry.has_value()) {
    return absl::OkStatus();
  }
  const std::int64_t day = dayNumber(care::dayOf(entry->service_entry().started_at(), work_.zone()));
  for (const v1::WorkerMinutes& worker : event.corrected_workers()) {
    DOORSTEP_TRY(work_.ledger.addKey({Index::kEntryOfWorker, worker.worker_id(), day}, event.entry_id()));
  }
  return absl::OkStatus();
}

// Who moves takes along what is in the file about them: identity, the people to ring, and what is still to be
// decided about them.
absl::Status RecordWriter::moveWithElder(const v1::Record& elder, const replication::FieldRevision& author) {
  const std::string household = replication::householdOf(elder);
  for (const Index index :
       {Index::kIdentityOfElder, Index::kContactOfElder, Index::kConflictOfRecord, Index::kDuplicateOfElder}) {
    DOORSTEP_ASSIGN(const auto followers, work_.ledger.find({index, elder.elder().id()}));
    for (const StoredRecord& stored : followers) {
      DOORSTEP_ASSIGN(v1::Record record, decoded(stored));
      const bool stays = record.conflict().has_settled_at() ||
                         (record.has_likely_duplicate() && record.likely_duplicate().elder_id() != elder.elder().id());
      if (stored.household_id != household && !stays) {
        DOORSTEP_TRY(moveTo(stored, std::move(record), household, author));
      }
    }
  }
  return absl::OkStatus();
}

absl::Status RecordWriter::moveTo(const StoredRecord& stored, v1::Record record, const std::string& household_id,
                                  const replication::FieldRevision& author) {
  const v1::Record before = record;
  std::vector<std::string> changed;
  if (record.has_contact()) {
    record.mutable_contact()->set_household_id(household_id);
    changed.push_back("household_id");
  } else if (record.has_conflict()) {
    record.mutable_conflict()->set_household_id(household_id);
  } else if (record.has_likely_duplicate()) {
    record.mutable_likely_duplicate()->set_household_id(household_id);
  }
  return replace(stored, before, record, changed, author).status();
}

}  // namespace doorstep::service
