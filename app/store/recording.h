#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "app/store/drafts.h"
#include "app/store/outgoing_queue.h"
#include "app/store/query_tables.h"
#include "app/store/record_table.h"
#include "app/store/recorder.h"
#include "sync/outside/clock.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// What Recorder promises, inside a transaction of the caller's, who commits only when there are no
// problems and finishes `tables` before.
class Recording {
 public:
  Recording(sqlite::Database& database, const outside::Clock& clock, OutgoingQueue& outgoing, QueryTables& tables)
      : database_(database),
        clock_(clock),
        outgoing_(outgoing),
        tables_(tables),
        records_(database),
        drafts_(database) {}

  absl::StatusOr<SaveResult> saveVisit(const v1::VisitDraft& draft);
  absl::StatusOr<SaveResult> append(const v1::Record& record);
  absl::StatusOr<SaveResult> edit(const v1::Record& before, const v1::Record& after);
  absl::StatusOr<SaveResult> settle(v1::Settlement settlement);

  absl::StatusOr<SaveResult> correctVisit(const std::string& change_id, absl::Time started_at, absl::Time ended_at);

  // With the clocks of its beginning, which are those of the first draft of the visit.
  absl::Status keepDraft(v1::VisitDraft draft);

  // Whether a record of this id was made here or is held.
  absl::StatusOr<bool> exists(v1::RecordKind kind, const std::string& id);

 private:
  absl::Status create(const v1::Record& record);
  absl::Status replaceAside(const v1::Record& record, const std::string& change_id);
  absl::StatusOr<v1::VisitDraft> mended(v1::VisitDraft draft);
  // The searches that go on or begin.
  absl::StatusOr<std::vector<std::string>> followLadders(const v1::VisitDraft& draft);
  absl::StatusOr<v1::Record> inItsClass(const v1::Record& record);
  absl::StatusOr<std::string> elderOf(const v1::Record& record);
  absl::Status queuePatch(const StoredRecord& record, v1::Patch patch, const std::string& elder);
  // With what was just queued on top.
  absl::Status showAgain(const StoredRecord& before);

  sqlite::Database& database_;
  const outside::Clock& clock_;
  OutgoingQueue& outgoing_;
  QueryTables& tables_;
  RecordTable records_;
  Drafts drafts_;
};

}  // namespace doorstep::store
