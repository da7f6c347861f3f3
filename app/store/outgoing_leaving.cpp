// OutgoingQueue: what happens to changes whose household leaves, or whose record the service has lost.
#include <optional>
#include <utility>

#include "app/store/bundles.h"
#include "app/store/outgoing_queue.h"
#include "app/store/replica_row.h"
#include "app/store/rows.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/sealed_change.h"

namespace doorstep::store {

absl::StatusOr<bool> OutgoingQueue::createAgain(const ChangeSubject& subject) {
  std::optional<v1::Change> found;
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT encoded FROM outgoing WHERE record = ?1 AND kind = ?2 AND state <> 0 ORDER BY rowid",
      [&](const sqlite::Statement& row) {
        absl::StatusOr<v1::Change> change = replication::decodeChange(row.blob(0));
        if (change.ok() && change->has_create()) {
          found = *std::move(change);
        }
      },
      blob(subject.record_id), static_cast<int>(subject.kind)));
  if (!found) {
    return false;
  }
  DOORSTEP_ASSIGN(ReplicaRow replica, loadReplica(database_));
  found->set_id(identifiers_.next());
  DOORSTEP_TRY(append(std::move(replica), *std::move(found), subject));
  return true;
}

absl::Status OutgoingQueue::removeHousehold(const std::string& household) {
  std::vector<std::string> acknowledged;
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT change FROM outgoing WHERE household = ?1 AND state <> 0",
      [&](const sqlite::Statement& row) { acknowledged.push_back(bytesOf(row, 0)); }, blob(household)));
  DOORSTEP_TRY(sealAway(acknowledged));
  return database_.execute("UPDATE outgoing SET removed = 1, patch_open = 0, household = x'' WHERE household = ?1",
                           blob(household));
}

// Until the service's key is known nothing can be sealed: then the content goes, as it must.
absl::Status OutgoingQueue::sealAway(const std::vector<std::string>& change_ids) {
  DOORSTEP_ASSIGN(const std::string service_key, Bundles(database_).serviceKey());
  for (const std::string& id : change_ids) {
    std::string content;
    DOORSTEP_TRY(forEachRow(
        database_, "SELECT encoded FROM outgoing WHERE change = ?1",
        [&](const sqlite::Statement& row) { content = bytesOf(row, 0); }, blob(id)));
    const absl::StatusOr<v1::Change> change = replication::decodeChange(content);
    const bool within = change.ok() && change->has_sealed();
    if (!content.empty() && !within && !replication::isSealed(content)) {
      const absl::StatusOr<std::string> sealed = replication::sealChange(content, service_key);
      content = sealed.ok() ? *sealed : std::string();
    }
    DOORSTEP_TRY(
        database_.execute("UPDATE outgoing SET encoded = ?2, elder = x'' WHERE change = ?1", blob(id), blob(content)));
  }
  return absl::OkStatus();
}

}  // namespace doorstep::store
