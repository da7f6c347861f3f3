#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/change.pb.h"
#include "sync/service/caller.h"
#include "sync/service/circumstances.h"
#include "sync/service/district_work.h"

namespace doorstep::service {

// What was put aside: who waits for whom, what is taken in after all, what is closed. Each new outcome replaces the
// receipt of its change and goes to the tablet with its next pull. Within one commit; an error is the ledger's.
class Quarantine {
 public:
  // `caller`: whose changes come in now.
  Quarantine(DistrictWork& work, const Caller& caller) : work_(work), caller_(caller) {}

  // The change that `correction` corrects, when it waits here and the caller may replace it: its own author, or
  // whoever may settle it.
  struct Corrected {
    std::string change_id;
    std::string record_id;
    std::string worker_id;
    absl::Time received_at;
  };
  absl::StatusOr<std::optional<Corrected>> correctedBy(const v1::Change& correction);

  // A change that is refused only because a record that it names was itself put aside waits with it: its problems
  // become WAITS_FOR_PARENT, and the record's id is returned. One that names a record which is not there at all keeps
  // its problems and waits for that, in case it still comes. Otherwise nothing is returned.
  absl::StatusOr<std::string> parentOf(const v1::Change& change, v1::Receipt& receipt);

  absl::Status putAside(const QuarantineRow& row);
  // Has been replaced by its correction, or was let go: stays on record and waits no more.
  absl::Status close(const std::string& change_id, const std::string& how);
  // What waits for this record is judged again, in order, and so is what waits for that.
  absl::Status release(const std::string& record_id);
  // A person vouches for its sender and its date: it is judged once more, and then whatever waits for it. The receipt
  // that it has now.
  absl::StatusOr<v1::Receipt> accept(const std::string& change_id);

 private:
  absl::StatusOr<v1::Receipt> retake(QuarantineRow row);
  absl::Status taken(const QuarantineRow& row, const v1::Receipt& receipt);
  absl::Status report(const QuarantineRow& row, v1::Receipt receipt);
  Caller authorOf(const v1::Change& change) const;
  absl::StatusOr<bool> isEmpty();

  DistrictWork& work_;
  const Caller& caller_;
  std::optional<std::uint64_t> waiting_;  // at most so many
};

// The change that was put aside, as it came. Nothing when it cannot be read.
absl::StatusOr<std::optional<v1::Change>> changeOf(DistrictReader& ledger, const QuarantineRow& row);

}  // namespace doorstep::service
