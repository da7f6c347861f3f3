#pragma once

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/service/caller.h"
#include "sync/service/directory.h"
#include "sync/service/exchange/sight.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// What one device is sent, page by page (sync.proto): removals; the feed of the directory and of
// the households it holds after its cursor; coverage rows; then, with the new cursor on every page,
// whole households that are new to it, those due soonest first. Interrupted before the cursor it
// begins again, interrupted after it goes on with the households that are still missing.
//
// ABORTED when the cursor is of another epoch, or ahead: a hello comes first.
//
// Each page reads a view of its own, so a slow device holds nothing up: what changes meanwhile has a
// sequence beyond the cursor and comes with the next pull. One thread at a time.
class PullStream {
 public:
  PullStream(Caller caller, v1::PullRequest request, absl::CivilDay today);

  // At most about 32 KiB or 125 entries, and twice that each time up to eight times; nothing when all has been sent.
  absl::StatusOr<std::optional<v1::PullReply>> next(DistrictReader& ledger, const Directory& directory);

 private:
  // A household's (or the directory's) entries after a sequence are to be sent.
  struct Task {
    std::string household_id;
    std::uint64_t after = 0;
    bool is_new = false;
  };

  absl::Status plan(DistrictReader& ledger, const Directory& directory);
  absl::Status addRemovals(v1::PullReply& page);
  absl::StatusOr<bool> addOutcomes(DistrictReader& ledger, v1::PullReply& page);
  absl::StatusOr<bool> addEntries(DistrictReader& ledger, Task& task, v1::PullReply& page);
  absl::StatusOr<bool> addRows(DistrictReader& ledger, const Directory& directory, v1::PullReply& page);
  absl::StatusOr<std::vector<std::string>> byDue(DistrictReader& ledger, const Directory& directory,
                                                 std::vector<std::string> households);
  bool isFull(const v1::PullReply& page) const;

  Caller caller_;
  v1::PullRequest request_;
  absl::CivilDay today_;
  bool planned_ = false;
  bool snapshot_ = false;
  bool ended_ = false;
  v1::Revision pinned_;
  Sight sight_;
  std::vector<std::string> removed_;
  std::deque<Task> held_;
  std::deque<Task> new_;
  std::uint64_t outcomes_after_ = 0;
  bool outcomes_done_ = false;
  std::uint64_t rows_after_ = 0;
  bool rows_done_ = false;
  std::uint64_t done_ = 0;
  std::uint64_t total_ = 0;
  std::size_t bytes_ = 0;  // of the page at hand
  std::size_t page_bytes_ = std::size_t{32} * 1024;
  std::size_t page_entries_ = 125;
};

}  // namespace doorstep::service
