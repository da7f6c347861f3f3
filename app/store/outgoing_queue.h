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

struct ReplicaRow;

// What became of an outgoing change. Numbers as in ReceiptOutcome; kept in the database. Settled: it was put aside,
// and has been corrected or let go since.
enum class OutgoingState { kWaiting = 0, kApplied = 1, kQuarantined = 2, kSuperseded = 3, kSettled = 4 };

// What a change is about, beside what it says.
struct ChangeSubject {
  v1::RecordKind kind = v1::RECORD_KIND_UNSPECIFIED;
  std::string record_id;
  std::string household;
  std::string elder;  // whose name stands beside it on a list; may be empty
};

// Changes on their way to the service, chained by their hashes. Acknowledged ones stay until backups hold them: a
// service restored from an older one gets them again. Callers hold the transaction.
class OutgoingQueue {
 public:
  OutgoingQueue(sqlite::Database& database, const outside::Clock& clock, outside::IdentifierSource& identifiers)
      : database_(database), clock_(clock), identifiers_(identifiers) {}

  const outside::Clock& clock() const { return clock_; }

  // Fills in id, replica, sequence, predecessor, stamp and worker; `change` brings its action.
  // FAILED_PRECONDITION before enrolment; INVALID_ARGUMENT for what could not be read again.
  absl::Status add(v1::Change change, const ChangeSubject& subject);

  absl::StatusOr<client::ReplicaState> state();
  // FAILED_PRECONDITION when the first of them can no longer be read: mend(), then ask again.
  absl::StatusOr<std::vector<client::OutgoingChange>> after(std::uint64_t sequence, std::size_t count,
                                                            std::size_t bytes);
  // What waits and cannot be read is set aside in the database. In its place goes a Skipped marker, so that nothing
  // behind it waits; what waits behind it follows that.
  absl::Status mend();
  absl::StatusOr<bool> hasCreated(v1::RecordKind kind, const std::string& record_id);

  // The subject of the change a receipt is for; nothing when it has one already or is unknown.
  absl::StatusOr<std::optional<ChangeSubject>> keepReceipt(const v1::Receipt& receipt);
  // What became later of a change that was put aside; nothing when it is not (any more).
  absl::StatusOr<std::optional<ChangeSubject>> keepOutcome(const v1::Receipt& receipt);
  // The change itself while it is put aside.
  absl::StatusOr<std::optional<v1::Change>> putAside(const std::string& change_id);
  // Another change has taken its place: nobody has to look at it any more.
  absl::Status markCorrected(const std::string& change_id);
  // Whether a change to this record waits or was taken.
  absl::StatusOr<bool> stands(const ChangeSubject& subject);
  // What is acknowledged of a household is sealed to the service, the rest will be with its receipt: it can be sent
  // again, and no longer be read here.
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
  absl::Status append(ReplicaRow replica, v1::Change change, const ChangeSubject& subject);
  absl::Status sealAway(const std::vector<std::string>& change_ids);
  absl::Status rechain(const std::string& replica_id);
  absl::StatusOr<std::vector<ChangeSubject>> waitAgain(const std::string& replica_id, std::uint64_t after,
                                                       bool other_replicas);
  absl::StatusOr<v1::Change> inAnotherPlace(const ReplicaRow& replica, const std::string& change_id,
                                            const std::string& content);
  absl::StatusOr<bool> hasAllAfter(const std::string& replica_id, std::uint64_t consumed, std::uint64_t last);
  absl::StatusOr<std::string> changeOf(const v1::Receipt& receipt);
  v1::Stamp stamp(std::optional<std::int64_t> service_offset_ms) const;

  sqlite::Database& database_;
  const outside::Clock& clock_;
  outside::IdentifierSource& identifiers_;
};

}  // namespace doorstep::store
