#include "sync/service/backup/watermark.h"

#include <algorithm>

#include "sync/outside/attempt.h"

namespace doorstep::service {

absl::StatusOr<BackupMarks> marksOf(Snapshot& snapshot) {
  BackupMarks marks;
  DOORSTEP_ASSIGN(const auto districts, snapshot.registry().districts());
  for (const std::string& district : districts) {
    DOORSTEP_ASSIGN(const auto replicas, snapshot.district(district).replicas());
    for (const ReplicaRow& replica : replicas) {
      marks[district][replica.replica_id] = replica.last_sequence;
    }
  }
  return marks;
}

absl::Status keepMarks(CommitWork& commit, const BackupMarks& marks) {
  for (const auto& [district, replicas] : marks) {
    DistrictWriter& ledger = commit.district(district).ledger;
    for (const auto& [id, sequence] : replicas) {
      DOORSTEP_ASSIGN(auto replica, ledger.replica(id));
      if (!replica.has_value()) {
        continue;
      }
      replica->backed_up = std::min(replica->in_last_backup, sequence);
      replica->in_last_backup = sequence;
      DOORSTEP_TRY(ledger.putReplica(*replica));
    }
  }
  return absl::OkStatus();
}

}  // namespace doorstep::service
