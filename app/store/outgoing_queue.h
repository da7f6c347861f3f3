#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "doorstep/v1/change.pb.h"
#include "sync/client/replica.h"
#include "sync/outside/clock.h"
#include "sync/outside/identifier.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// What became of an outgoing change. Numbers as in ReceiptOutcome; kept in the database.
enum class OutgoingState { kWaiting = 0, kApplied = 1, kQuarantined = 2, kSuperseded = 3 };

// What a change is about, beside what it says.
struct ChangeSubject {
  v1::RecordKind kind = v1::RECORD_KIND_UNSPECIFIED;
  std::string record_id;
  std::string household;
  std::string elder;  // whose name stands beside it on a list; may be empty
};

// Changes on their way to the service, chained by their hashes. Acknowledged ones stay: a service
// restored from a backup may ask for them again. Callers hold the transaction.
class OutgoingQueue {
 public:
  OutgoingQueue(sqlite::Database& database, const outside::Clock& clock, outside::IdentifierSource& identifiers)
      : database_(database), clock_(clock), identifiers_(identifiers) {}

  // Fills in id, replica, sequence, predecessor, stamp and worker; `change` brings its action.
  // FAILED_PRECONDITION before enrolment; INVALID_ARGUMENT for what could not be read again.
  absl::Status add(v1::Change change, const ChangeSubject& subject);

  absl::StatusOr<client::ReplicaState> state();
  absl::StatusOr<std::vector<client::OutgoingChange>> after(std::uint64_t sequence, std::size_t count,
                                                            std::size_t bytes);
  absl::StatusOr<bool> hasCreated(v1::RecordKind kind, const std::string& record_id);

  // The subject of the change a receipt is for; nothing when it has one already or is unknown.
  absl::StatusOr<std::optional<ChangeSubject>> keepReceipt(const v1::Receipt& receipt);
  // What is acknowledged of a household loses its content, the rest will with its receipt.
  absl::Status removeHousehold(const std::string& household);

  // Everything without a receipt goes on under the new identity, from 1; with `restored` everything that is still
  // here, whatever became of it. Gives the records that are ours alone again.
  absl::StatusOr<std::vector<ChangeSubject>> beginNewReplica(const std::string& replica_id, bool restored);

  // The service has this replica's changes up to `consumed`: what is acknowledged behind waits again. When not all of
  // it is here any more, or when other replicas' changes may be missing, too, it goes on under another identity.
  // Gives the records that are ours alone again.
  absl::StatusOr<std::vector<ChangeSubject>> sendAgainAfter(std::uint64_t consumed, const std::string& other_replica_id,
                                                            bool restored);
  // The service has lost this record of ours: the change that made it goes out once more, as a new one behind all
  // others, stamped as it was. False when it is no longer here.
  absl::StatusOr<bool> createAgain(const ChangeSubject& subject);
  // Backups hold this replica's changes up to `backed_up`: what was applied of them is let go, and with it what
  // replicas before this one had acknowledged. What was put aside stays for a person to see.
  absl::Status release(std::uint64_t backed_up);

 private:
  absl::StatusOr<std::string> changeOf(const v1::Receipt& receipt);
  v1::Stamp stamp(std::optional<std::int64_t> service_offset_ms) const;

  sqlite::Database& database_;
  const outside::Clock& clock_;
  outside::IdentifierSource& identifiers_;
};

}  // namespace doorstep::store
