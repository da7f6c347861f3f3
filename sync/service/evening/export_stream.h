#pragma once

#include <memory>
#include <optional>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "doorstep/v1/evening.pb.h"
#include "sync/service/caller.h"
#include "sync/service/directory.h"
#include "sync/service/evening/export_source.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// An export, page by page: one state of the ledger, held until it goes. In memory are the rows of one step
// at a time (export_source.h). One thread at a time.
class ExportStream {
 public:
  // NOT_FOUND no such area; PERMISSION_DENIED neither the operator nor the district's staff, or not an area of
  // theirs; FAILED_PRECONDITION no rules yet; INVALID_ARGUMENT no such kind or month, or more than ten years.
  static absl::StatusOr<std::unique_ptr<ExportStream>> open(std::unique_ptr<Snapshot> snapshot, Directory directory,
                                                            const Caller& caller, const v1::ExportRequest& request,
                                                            absl::Time now);

  // At most 500 rows, with the whole export's number; nothing when all has been given. An export without
  // rows is one empty page.
  absl::StatusOr<std::optional<v1::ExportReply>> next();

 private:
  ExportStream(std::unique_ptr<Snapshot> snapshot, Directory directory);
  absl::Status count();

  std::unique_ptr<Snapshot> snapshot_;
  Directory directory_;
  ExportQuestion question_;
  DistrictReader* ledger_ = nullptr;
  std::unique_ptr<ExportSource> source_;
  v1::ExportReply step_;  // rows of the step at hand
  int given_ = 0;         // of these
  std::uint64_t total_ = 0;
  v1::Revision at_;
  bool began_ = false;
};

}  // namespace doorstep::service
