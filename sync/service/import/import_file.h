#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/admin.pb.h"
#include "sync/service/commit_work.h"
#include "sync/service/import/row_outcome.h"
#include "sync/service/own_replica.h"

namespace doorstep::service {

// One file coming in, request by request (admin.proto, Import). Rows are resolved by their keys into
// new records or edits; a row that came exactly so before changes nothing, even where the record has
// been edited since. Each take() runs within one commit, and may run again when that commit failed;
// committed() says that it did not.
class ImportFile {
 public:
  // Results of these rows; those of areas all come with the last request.
  absl::StatusOr<std::vector<v1::ImportRowResult>> take(CommitWork& commit, const v1::ImportRequest& request);
  void committed();

 private:
  struct Seen {
    LinesByKey staff_numbers;
    LinesByKey file_numbers;
    LinesByKey id_numbers;
    LinesByKey assignments;
    std::vector<v1::ImportRow> areas;
  };
  Seen seen_;
  Seen pending_;  // as it will be once committed
};

// Takes single rows in, within one commit. Every call answers for its row; an error is the ledger's.
class RowImporter {
 public:
  explicit RowImporter(CommitWork& commit) : commit_(commit) {}

  absl::StatusOr<v1::ImportRowResult> worker(std::uint32_t line, const v1::WorkerRow& row);
  absl::StatusOr<v1::ImportRowResult> elder(std::uint32_t line, const v1::ElderRow& row);
  absl::StatusOr<v1::ImportRowResult> assignment(std::uint32_t line, const v1::AssignmentRow& row);
  absl::Status finish();

 private:
  OwnReplica& replicaOf(const std::string& district_id);
  // Whether exactly this row was taken before; remember() is called once it was.
  absl::StatusOr<bool> isKnown(DistrictWork& work, const std::string& name, const google::protobuf::MessageLite& row);
  absl::Status remember(DistrictWork& work, const std::string& name, const google::protobuf::MessageLite& row);

  CommitWork& commit_;
  std::map<std::string, std::unique_ptr<OwnReplica>> replicas_;
};

}  // namespace doorstep::service
