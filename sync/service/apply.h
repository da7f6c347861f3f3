#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/change.pb.h"
#include "sync/service/arrived_change.h"
#include "sync/service/caller.h"
#include "sync/service/change_taker.h"
#include "sync/service/district_work.h"
#include "sync/service/quarantine/quarantine.h"
#include "sync/service/receipts.h"

namespace doorstep::service {

// What became of a batch. Whatever has a receipt is consumed; `stopped` says why the rest is not:
// FAILED_PRECONDITION a sequence is missing (the text names the expected one), ABORTED the replica has
// forked, PERMISSION_DENIED it belongs to another device, INVALID_ARGUMENT nothing of it can be read.
struct BatchOutcome {
  std::vector<v1::Receipt> receipts;
  absl::Status stopped;
};

// Takes changes of a replica in, exactly once each (architecture decision 5). An error of its own
// calls is the ledger's: then nothing of the commit holds.
class Applier {
 public:
  // With `put_aside` nothing is applied: each change is consumed into quarantine for that reason.
  Applier(DistrictWork& work, const Caller& caller, std::optional<v1::Problem> put_aside = std::nullopt)
      : work_(work),
        caller_(caller),
        put_aside_(std::move(put_aside)),
        taker_(work, caller),
        quarantine_(work, caller) {}

  absl::StatusOr<BatchOutcome> applyBatch(std::span<const ArrivedChange> changes);
  absl::StatusOr<BatchOutcome> applyBatch(std::span<const std::string> encoded_changes);
  // Writes down how far the replicas have come; once, after the last batch.
  absl::Status finish();

  // For the service's own replica: its state, from which the next change follows.
  absl::StatusOr<ReplicaRow*> replica(const std::string& replica_id);

 private:
  // One change with its place, which is known even when it cannot be read.
  struct Arrived {
    const std::string& encoded;
    const std::string& hash;
    const std::optional<v1::Change>& change;
    std::string replica_id;
    std::uint64_t sequence = 0;
  };

  static absl::StatusOr<std::vector<Arrived>> read(std::span<const ArrivedChange> changes);
  absl::StatusOr<std::optional<v1::Receipt>> take(const Arrived& arrived, absl::Status& stopped);
  absl::StatusOr<std::optional<v1::Receipt>> repeated(const Arrived& arrived, ReplicaRow& replica,
                                                      absl::Status& stopped);
  absl::StatusOr<v1::Receipt> judge(const v1::Change& change, QuarantineRow& row);
  v1::Receipt aside(const v1::Change& change) const;
  absl::StatusOr<v1::Receipt> taken(const v1::Change& change, const replication::MadeWithin& made);
  absl::Status consume(const Arrived& arrived, ReplicaRow& replica, const v1::Receipt& receipt,
                       const QuarantineRow& row);
  absl::Status settleQuarantine(const Arrived& arrived, const v1::Receipt& receipt, const QuarantineRow& row);
  absl::StatusOr<replication::MadeWithin> madeWithin(const v1::Change& change);
  bool isService() const;

  DistrictWork& work_;
  const Caller& caller_;
  std::optional<v1::Problem> put_aside_;
  ChangeTaker taker_;
  Quarantine quarantine_;
  std::map<std::string, ReplicaRow> replicas_;
  std::map<std::string, std::vector<replication::HelloMark>> marks_;
};

}  // namespace doorstep::service
