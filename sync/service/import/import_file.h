#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/admin.pb.h"
#include "sync/service/commit_work.h"
#include "sync/service/import/row_outcome.h"
#include "sync/service/own_replica.h"

namespace doorstep::service {

class RowImporter;

// One file coming in, request by request (admin.proto, Import). Rows are resolved by their keys into
// new records or edits; a row that came exactly so before changes nothing, even where the record has
// been edited since. Each take() runs within one commit, and may run again when that commit failed;
// committed() says that it did not.
//
// The operator brings in everything; a district's staff only what stands in their own district below
// its own row, and nobody who operates the service: other rows are refused.
class ImportFile {
 public:
  explicit ImportFile(Caller caller) : caller_(std::move(caller)) {}

  // Results of these rows; those of areas all come with the last request.
  absl::StatusOr<std::vector<v1::ImportRowResult>> take(CommitWork& commit, const v1::ImportRequest& request);
  void committed();

 private:
  // What must stand once in a file.
  enum class Key {
    kStaffNumber,
    kFileNumber,
    kIdNumber,
    kAssignment,
    kDuty,
    kFacility,
    kTarget,
    kProgramme,
    kPaperVisit
  };

  absl::StatusOr<v1::ImportRowResult> takeRow(RowImporter& importer, const v1::ImportRow& row);
  // The refusal of a row whose key stood before.
  std::optional<v1::ImportRowResult> standsTwice(Key kind, const std::string& key, std::uint32_t line,
                                                 const char* column);

  Caller caller_;
  std::map<Key, LinesByKey> lines_;
  std::vector<v1::ImportRow> areas_;
  std::size_t areas_kept_ = 0;  // of requests that were committed
  bool areas_taken_ = false;    // by the request at hand
};

// Takes single rows in, within one commit. Every call answers for its row; an error is the ledger's.
class RowImporter {
 public:
  RowImporter(CommitWork& commit, const Caller& caller) : commit_(commit), caller_(caller) {}

  absl::StatusOr<v1::ImportRowResult> worker(std::uint32_t line, const v1::WorkerRow& row);
  absl::StatusOr<v1::ImportRowResult> elder(std::uint32_t line, const v1::ElderRow& row);
  absl::StatusOr<v1::ImportRowResult> assignment(std::uint32_t line, const v1::AssignmentRow& row);
  absl::StatusOr<v1::ImportRowResult> duty(std::uint32_t line, const v1::DutyRow& row);
  absl::StatusOr<v1::ImportRowResult> facility(std::uint32_t line, const v1::FacilityRow& row);
  absl::StatusOr<v1::ImportRowResult> target(std::uint32_t line, const v1::TargetRow& row);
  absl::StatusOr<v1::ImportRowResult> programme(std::uint32_t line, const v1::ProgrammeRow& row);
  absl::StatusOr<v1::ImportRowResult> paperVisit(std::uint32_t line, const v1::PaperVisitRow& row);
  absl::Status finish();

 private:
  OwnReplica& replicaOf(const std::string& district_id);
  // Whether exactly this row was taken before; remember() is called once it was.
  absl::StatusOr<bool> isKnown(DistrictWork& work, const std::string& name, const google::protobuf::MessageLite& row);
  absl::Status remember(DistrictWork& work, const std::string& name, const google::protobuf::MessageLite& row);

  // What is wrong with a code of an area that a row names: unknown, or out of the caller's reach.
  Problems placeProblems(const Directory::Place* place, const std::string& code, const char* column) const;
  // The district of rows that name none: the caller's own, or the one that is served.
  std::string usualDistrict() const;
  // Takes a row in whose record bears a key of files: what stands under the key is edited, else a new
  // record is made of `wanted`. What the file has no column for stays as it is.
  absl::StatusOr<v1::ImportRowResult> keep(OwnReplica& replica, std::uint32_t line,
                                           const google::protobuf::MessageLite& row, v1::Record wanted,
                                           const std::map<std::string, std::string>& columns);

  CommitWork& commit_;
  const Caller& caller_;
  std::map<std::string, std::unique_ptr<OwnReplica>> replicas_;
};

}  // namespace doorstep::service
