#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "app/store/changed_areas.h"
#include "app/store/outgoing_queue.h"
#include "app/store/pending_patches.h"
#include "app/store/query_tables.h"
#include "app/store/record_table.h"
#include "app/store/unconfirmed.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// Takes in what the service sent. The service's word replaces the base of a record; own patches that
// it does not show yet are laid on top again. The caller holds the transaction and finishes `tables`.
class FeedPage {
 public:
  FeedPage(sqlite::Database& database, OutgoingQueue& outgoing, QueryTables& tables)
      : database_(database),
        records_(database),
        patches_(database),
        unconfirmed_(database),
        outgoing_(outgoing),
        tables_(tables) {}

  absl::Status keep(const v1::PullReply& page);
  // A record of ours that was taken has its place in the service's order now; a patch that was not
  // taken leaves the view.
  absl::Status keepReceipt(const v1::Receipt& receipt);
  // What became later of a change that was put aside: taken in after all, or let go; then what it made is gone here.
  absl::Status keepOutcome(const v1::Receipt& receipt);
  // The service's word on a record, whatever stands here.
  absl::Status repair(const v1::FeedEntry& entry) { return keepEntry(entry, v1::Revision()); }
  bool householdsLeft() const { return households_left_; }
  const ChangedAreas& changed() const { return changed_; }

 private:
  absl::Status follow(const ChangeSubject& subject, const v1::Receipt& receipt);
  absl::StatusOr<bool> letGo(const ChangeSubject& subject);
  absl::Status keepEntry(const v1::FeedEntry& entry, const v1::Revision& cursor);
  absl::Status keepRecord(const v1::FeedEntry& entry, const v1::Revision& cursor);
  absl::StatusOr<bool> comesBack(const StoredRecord& record);
  absl::Status showSubject(const v1::Conflict& conflict);
  absl::Status keepCoverage(const v1::FeedEntry& entry);
  absl::Status removeRecord(const v1::FeedEntry& entry);
  absl::Status removeHousehold(const std::string& household);
  absl::Status confirm(const v1::PullReply& page);
  absl::Status drop(const std::vector<Unconfirmed::Record>& records);
  absl::Status keepCursor(const v1::Revision& cursor);
  absl::StatusOr<bool> isUnderWay(const std::string& household);
  absl::Status noteArriving(const std::string& household);
  absl::StatusOr<std::vector<std::string>> halfArrived();
  absl::Status dropHalfArrived(const std::vector<std::string>& before);

  sqlite::Database& database_;
  RecordTable records_;
  PendingPatches patches_;
  Unconfirmed unconfirmed_;
  bool confirming_ = false;  // a whole pull after the service was restored is not through yet
  OutgoingQueue& outgoing_;
  QueryTables& tables_;
  ChangedAreas changed_;
  std::string last_arriving_;
  bool households_left_ = false;
  bool removed_ = false;  // something left this device
};

}  // namespace doorstep::store
