#pragma once

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/conflict.pb.h"
#include "sync/replication/merge.h"
#include "sync/service/district_work.h"

namespace doorstep::service {

// Puts a record into the ledger with everything that hangs on it: its place in the feed, its keys,
// the directory, what moves with it, and which facts it touches.
class RecordWriter {
 public:
  explicit RecordWriter(DistrictWork& work) : work_(work) {}

  // `author` without a revision: it gets the one of this commit, which is returned.
  absl::StatusOr<v1::Revision> create(const v1::Record& record, replication::FieldRevision author);
  absl::StatusOr<v1::Revision> replace(const StoredRecord& before, const v1::Record& record_before,
                                       const v1::Record& record, const std::vector<std::string>& changed_fields,
                                       replication::FieldRevision author);
  // Both values for the people who settle it; returns the conflict's id.
  absl::StatusOr<std::string> addConflict(v1::Conflict conflict, const std::string& household_id,
                                          const replication::FieldRevision& author);

 private:
  absl::StatusOr<std::string> streamOf(const v1::Record& record);
  absl::Status put(const StoredRecord& stored, const v1::Record& record);
  absl::Status replaceKeys(const v1::Record* before, const v1::Record& record);
  absl::Status countOnlyLast(const v1::Visit& visit);
  absl::Status keysOfCorrectedWorkers(const v1::ServiceEntryEvent& event);
  absl::Status moveWithElder(const v1::Record& elder, const replication::FieldRevision& author);
  absl::Status moveTo(const StoredRecord& stored, v1::Record record, const std::string& household_id,
                      const replication::FieldRevision& author);

  DistrictWork& work_;
};

}  // namespace doorstep::service
