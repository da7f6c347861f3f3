#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "sync/service/ledger_rows.h"

// Where the service keeps everything. Only storage: what a change means is decided in front of it.
// Everything of a district is led by the district's id. Two ledgers fulfil this and are held to one
// contract test (tests/contract).
//
// Errors: DATA_LOSS the ledger is damaged; RESOURCE_EXHAUSTED the disk is full; UNAVAILABLE it
// cannot be reached or is locked; ABORTED try again; INTERNAL anything else. After an error within a
// transaction nothing of it holds.
namespace doorstep::service {

// One district in one unchanging view. Belongs to one thread at a time.
class DistrictReader {
 public:
  virtual ~DistrictReader() = default;

  virtual absl::StatusOr<v1::Revision> head() = 0;  // {1, 0} before the first commit
  virtual absl::StatusOr<std::optional<StoredRecord>> record(const std::string& id) = 0;
  virtual absl::StatusOr<replication::FieldRevisions> fieldRevisions(const std::string& record_id) = 0;
  virtual absl::StatusOr<std::vector<StoredRecord>> find(const IndexRange& range) = 0;
  virtual absl::StatusOr<std::vector<std::string>> findIds(const IndexRange& range) = 0;
  // The same records by day: of each what was put with its key for whoever reads many, or else all of it, encoded. The
  // views hold within the call alone. Stops at the first error.
  virtual absl::Status forEachFound(
      const IndexRange& range,
      const std::function<absl::Status(std::string_view id, std::string_view encoded)>& visit) = 0;
  // A household's steps after a sequence, in order.
  virtual absl::StatusOr<std::vector<FeedStep>> feed(const std::string& household_id, std::uint64_t after,
                                                     std::size_t limit) = 0;
  // What a household's records add up to, by kind; kept with every record that is put. Kinds that it has none of
  // are left out.
  virtual absl::StatusOr<std::vector<DigestRow>> digests(const std::string& household_id) = 0;
  // Every record, in the order of revisions. Stops at the first error.
  virtual absl::Status forEachRecord(const std::function<absl::Status(const StoredRecord&)>& visit) = 0;

  virtual absl::StatusOr<std::optional<ReplicaRow>> replica(const std::string& replica_id) = 0;
  virtual absl::StatusOr<std::optional<ConsumedChange>> consumed(const std::string& replica_id,
                                                                 std::uint64_t sequence) = 0;
  virtual absl::StatusOr<std::vector<ReplicaRow>> replicas() = 0;  // by id
  // Changes received from a time on and before another, in order of time.
  virtual absl::Status forEachConsumed(absl::Time from, absl::Time until,
                                       const std::function<absl::Status(const ConsumedLine&)>& visit) = 0;
  virtual absl::StatusOr<std::vector<QuarantineRow>> quarantined() = 0;
  virtual absl::StatusOr<std::uint64_t> quarantinedCount() = 0;
  // More than one row for a change that came again under another replica.
  virtual absl::StatusOr<std::vector<QuarantineRow>> quarantinedChange(const std::string& change_id) = 0;
  // Those that would create this record, and those that wait for it; in the order in which they came.
  virtual absl::StatusOr<std::vector<QuarantineRow>> quarantinedCreations(const std::string& record_id) = 0;
  virtual absl::StatusOr<std::vector<QuarantineRow>> quarantinedWaiting(const std::string& record_id) = 0;
  virtual absl::StatusOr<std::vector<OutcomeRow>> outcomesAfter(const std::string& owner, std::uint64_t sequence,
                                                                std::size_t limit) = 0;
  virtual absl::StatusOr<std::vector<replication::HelloMark>> helloMarks(const std::string& replica_id) = 0;

  virtual absl::StatusOr<std::vector<Fact>> facts(FactKind kind, const std::string& subject) = 0;  // by part
  virtual absl::StatusOr<std::vector<Fact>> factsFrom(FactKind kind, const std::string& subject,
                                                      const std::string& first_part) = 0;
  virtual absl::StatusOr<std::vector<Fact>> factsInGroup(FactKind kind, const std::string& group) = 0;
  virtual absl::Status forEachFact(FactKind kind, const std::function<absl::Status(const Fact&)>& visit) = 0;
  virtual absl::StatusOr<std::optional<RollupRow>> rollup(const std::string& area_id, std::int64_t month) = 0;
  // Rows changed after a sequence, in the order of their changes.
  virtual absl::StatusOr<std::vector<RollupRow>> rollupsAfter(std::uint64_t sequence, std::size_t limit) = 0;

  virtual absl::StatusOr<std::vector<FreezeRow>> freezes() = 0;  // by month
  virtual absl::StatusOr<std::vector<FrozenRow>> frozenRows(std::int64_t month) = 0;
  virtual absl::Status forEachFrozenFact(std::int64_t month, const std::function<absl::Status(const Fact&)>& visit) = 0;

  // Small named values of the service's own: the day the figures were last evaluated …
  virtual absl::StatusOr<std::optional<std::string>> note(const std::string& name) = 0;
};

class DistrictWriter : public DistrictReader {
 public:
  // From now on revisions bear this epoch, which is greater than the one before; sequences go on.
  virtual absl::Status beginEpoch(std::uint64_t epoch) = 0;
  // The next in the district's order: one for each record or row that is put.
  virtual absl::StatusOr<v1::Revision> nextRevision() = 0;
  virtual absl::Status putRecord(const StoredRecord& record) = 0;
  virtual absl::Status putFieldRevisions(const std::string& record_id, const replication::FieldRevisions& fields) = 0;
  absl::Status addKey(const IndexKey& key, const std::string& record_id) { return addKey(key, record_id, {}); }
  // `excerpt`: the encoded record without what readers of this key never ask for; they lie together, records do not.
  virtual absl::Status addKey(const IndexKey& key, const std::string& record_id, std::string_view excerpt) = 0;
  virtual absl::Status removeKey(const IndexKey& key, const std::string& record_id) = 0;
  // Marks in a household's feed that a record is no longer in it.
  virtual absl::Status putRemoval(const std::string& household_id, v1::RecordKind kind, const std::string& record_id,
                                  const v1::Revision& revision) = 0;

  virtual absl::Status putReplica(const ReplicaRow& replica) = 0;
  virtual absl::Status putConsumed(const ConsumedChange& change) = 0;
  // One that is there already is replaced.
  virtual absl::Status putQuarantined(const QuarantineRow& row) = 0;
  virtual absl::Status removeQuarantined(const std::string& change_id) = 0;
  // Of a change that was consumed before.
  virtual absl::Status replaceReceipt(const std::string& replica_id, std::uint64_t sequence,
                                      const v1::Receipt& receipt) = 0;
  virtual absl::Status putOutcome(const OutcomeRow& row) = 0;
  virtual absl::Status putHelloMarks(const std::string& replica_id,
                                     const std::vector<replication::HelloMark>& marks) = 0;

  virtual absl::Status putFact(const Fact& fact) = 0;
  virtual absl::Status removeFact(FactKind kind, const std::string& subject, const std::string& part) = 0;
  virtual absl::Status putRollup(const RollupRow& row) = 0;
  virtual absl::Status putFreeze(const FreezeRow& row) = 0;  // ALREADY_EXISTS: a month is frozen once
  virtual absl::Status putFrozenRow(std::int64_t month, const FrozenRow& row) = 0;
  virtual absl::Status putFrozenFact(std::int64_t month, const Fact& fact) = 0;
  virtual absl::Status putNote(const std::string& name, const std::string& value) = 0;
};

// What belongs to no single district: who may come in, and what was done.
class RegistryReader {
 public:
  virtual ~RegistryReader() = default;
  virtual absl::StatusOr<std::vector<std::string>> districts() = 0;  // whatever was ever written to, in that order
  virtual absl::StatusOr<std::optional<DeviceRow>> device(const std::string& fingerprint) = 0;
  virtual absl::StatusOr<std::vector<DeviceRow>> devices() = 0;  // by time of enrolment
  virtual absl::StatusOr<std::optional<CodeRow>> code(const std::string& locator) = 0;
  virtual absl::StatusOr<std::optional<AuditRow>> lastAudit() = 0;
  virtual absl::Status forEachAudit(const std::function<absl::Status(const AuditRow&)>& visit) = 0;  // from 1
};

class RegistryWriter : public RegistryReader {
 public:
  virtual absl::Status putDevice(const DeviceRow& device) = 0;
  virtual absl::Status putCode(const CodeRow& code) = 0;
  virtual absl::Status appendAudit(const AuditRow& row) = 0;  // ALREADY_EXISTS when the number is taken
};

// An unchanging view of everything committed when it was made.
class Snapshot {
 public:
  virtual ~Snapshot() = default;
  virtual DistrictReader& district(const std::string& district_id) = 0;
  virtual RegistryReader& registry() = 0;
  // Writes exactly this view into a new file, encrypted as the ledger is, while others read and write.
  virtual absl::Status copyTo(const std::string& path) = 0;
};

// All or nothing; rolls back when it goes without commit().
class Transaction {
 public:
  virtual ~Transaction() = default;
  virtual DistrictWriter& district(const std::string& district_id) = 0;
  virtual RegistryWriter& registry() = 0;
  // On the disk when it returns OK.
  virtual absl::Status commit() = 0;
};

class Ledger {
 public:
  virtual ~Ledger() = default;
  // Any thread, any number at a time; never waits for the writer. Keep it short.
  virtual absl::StatusOr<std::unique_ptr<Snapshot>> read() = 0;
  // One at a time, on one thread.
  virtual absl::StatusOr<std::unique_ptr<Transaction>> write() = 0;
};

}  // namespace doorstep::service
