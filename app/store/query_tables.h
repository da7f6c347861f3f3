#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "app/store/record_table.h"
#include "app/store/spelling.h"
#include "doorstep/v1/record.pb.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// Keeps what lists are made from in step with the records: one object a transaction. put and erase
// note what a record touches; finish, before the commit, works it out once.
class QueryTables {
 public:
  QueryTables(sqlite::Database& database, Spelling& spelling)
      : database_(database), records_(database), spelling_(spelling) {}

  // After the record was put into the record table; also when only its revision changed.
  absl::Status put(const v1::Record& record);
  // Before the record leaves the record table.
  absl::Status erase(v1::RecordKind kind, const std::string& id);
  // Everything of a household, before its records leave the record table.
  absl::Status eraseHousehold(const std::string& household);
  // The district's zone or rules changed: which contacts count is judged anew.
  void judgeAllAgain() { all_households_ = true; }
  // What the records add up to; written by finish().
  DigestCells& digests() { return digests_; }
  absl::Status finish();

 private:
  absl::Status putElder(const v1::Elder& elder);
  absl::Status putVisit(const v1::Visit& visit);
  absl::StatusOr<bool> standsAlone(const v1::Visit& visit);
  absl::Status judgeContacts();
  absl::Status putAssignment(const v1::Assignment& assignment);
  absl::Status touchResidences(const std::string& elder_id);
  absl::Status touchDoor(const std::string& household);
  absl::Status touchAll();
  absl::Status foldAll();

  sqlite::Database& database_;
  RecordTable records_;
  Spelling& spelling_;
  std::set<std::string> searched_;    // elders whose name or door may differ
  std::set<std::string> elders_;      // whose last contact may differ
  std::set<std::string> households_;  // whose contacts are judged again
  std::set<std::string> flags_;       // whose events are folded again
  std::set<std::string> ladders_;     // likewise
  std::set<std::string> entries_;     // likewise
  // Visits taken out; one that comes back as it was is as if it had stayed.
  struct Leaving {
    std::string household;
    std::string encoded;
  };
  std::map<std::string, Leaving> leaving_;
  std::vector<v1::Visit> fresh_;  // judged by themselves, unless their household is
  bool all_households_ = false;
  DigestCells digests_;
};

}  // namespace doorstep::store
