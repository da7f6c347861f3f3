#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "sync/service/ledger.h"
#include "sync/sqlite/database.h"

namespace doorstep::service {

// One district's rows in an open transaction of one connection. In a read transaction only what
// DistrictReader offers works.
class EmbeddedDistrict final : public DistrictWriter {
 public:
  // Unknown districts have no rows; with `make` they get their number.
  static absl::StatusOr<EmbeddedDistrict> open(sqlite::Database& database, const std::string& id, bool make);
  // A district that could not be looked up: every call answers with the reason.
  static EmbeddedDistrict broken(sqlite::Database& database, absl::Status status);

  absl::StatusOr<v1::Revision> head() override;
  absl::StatusOr<std::optional<StoredRecord>> record(const std::string& id) override;
  absl::StatusOr<replication::FieldRevisions> fieldRevisions(const std::string& record_id) override;
  absl::StatusOr<std::vector<StoredRecord>> find(const IndexRange& range) override;
  absl::StatusOr<std::vector<std::string>> findIds(const IndexRange& range) override;
  absl::Status forEachFound(
      const IndexRange& range,
      const std::function<absl::Status(std::string_view id, std::string_view encoded)>& visit) override;
  absl::StatusOr<std::vector<FeedStep>> feed(const std::string& household_id, std::uint64_t after,
                                             std::size_t limit) override;
  absl::StatusOr<std::vector<DigestRow>> digests(const std::string& household_id) override;
  absl::Status forEachRecord(const std::function<absl::Status(const StoredRecord&)>& visit) override;

  absl::StatusOr<std::optional<ReplicaRow>> replica(const std::string& replica_id) override;
  absl::StatusOr<std::optional<ConsumedChange>> consumed(const std::string& replica_id,
                                                         std::uint64_t sequence) override;
  absl::StatusOr<std::vector<ReplicaRow>> replicas() override;
  absl::Status forEachConsumed(absl::Time from, absl::Time until,
                               const std::function<absl::Status(const ConsumedLine&)>& visit) override;
  absl::StatusOr<std::vector<QuarantineRow>> quarantined() override;
  absl::StatusOr<std::uint64_t> quarantinedCount() override;
  absl::StatusOr<std::vector<QuarantineRow>> quarantinedChange(const std::string& change_id) override;
  absl::StatusOr<std::vector<QuarantineRow>> quarantinedCreations(const std::string& record_id) override;
  absl::StatusOr<std::vector<QuarantineRow>> quarantinedWaiting(const std::string& record_id) override;
  absl::StatusOr<std::vector<OutcomeRow>> outcomesAfter(const std::string& owner, std::uint64_t sequence,
                                                        std::size_t limit) override;
  absl::StatusOr<std::vector<replication::HelloMark>> helloMarks(const std::string& replica_id) override;

  absl::StatusOr<std::vector<Fact>> facts(FactKind kind, const std::string& subject) override;
  absl::StatusOr<std::vector<Fact>> factsFrom(FactKind kind, const std::string& subject,
                                              const std::string& first_part) override;
  absl::StatusOr<std::vector<Fact>> factsInGroup(FactKind kind, const std::string& group) override;
  absl::Status forEachFact(FactKind kind, const std::function<absl::Status(const Fact&)>& visit) override;
  absl::StatusOr<std::optional<RollupRow>> rollup(const std::string& area_id, std::int64_t month) override;
  absl::StatusOr<std::vector<RollupRow>> rollupsAfter(std::uint64_t sequence, std::size_t limit) override;
  absl::StatusOr<std::vector<FreezeRow>> freezes() override;
  absl::StatusOr<std::vector<FrozenRow>> frozenRows(std::int64_t month) override;
  absl::Status forEachFrozenFact(std::int64_t month, const std::function<absl::Status(const Fact&)>& visit) override;
  absl::StatusOr<std::optional<std::string>> note(const std::string& name) override;

  absl::Status beginEpoch(std::uint64_t epoch) override;
  absl::StatusOr<v1::Revision> nextRevision() override;
  absl::Status putRecord(const StoredRecord& record) override;
  absl::Status putFieldRevisions(const std::string& record_id, const replication::FieldRevisions& fields) override;
  absl::Status addKey(const IndexKey& key, const std::string& record_id, std::string_view excerpt) override;
  absl::Status removeKey(const IndexKey& key, const std::string& record_id) override;
  absl::Status putRemoval(const std::string& household_id, v1::RecordKind kind, const std::string& record_id,
                          const v1::Revision& revision) override;

  absl::Status putReplica(const ReplicaRow& replica) override;
  absl::Status putConsumed(const ConsumedChange& change) override;
  absl::Status putQuarantined(const QuarantineRow& row) override;
  absl::Status removeQuarantined(const std::string& change_id) override;
  absl::Status replaceReceipt(const std::string& replica_id, std::uint64_t sequence,
                              const v1::Receipt& receipt) override;
  absl::Status putOutcome(const OutcomeRow& row) override;
  absl::Status putHelloMarks(const std::string& replica_id, const std::vector<replication::HelloMark>& marks) override;

  absl::Status putFact(const Fact& fact) override;
  absl::Status removeFact(FactKind kind, const std::string& subject, const std::string& part) override;
  absl::Status putRollup(const RollupRow& row) override;
  absl::Status putFreeze(const FreezeRow& row) override;
  absl::Status putFrozenRow(std::int64_t month, const FrozenRow& row) override;
  absl::Status putFrozenFact(std::int64_t month, const Fact& fact) override;
  absl::Status putNote(const std::string& name, const std::string& value) override;

  // Writes down how far nextRevision() has come and what records add up to; before the commit.
  absl::Status finish();

 private:
  EmbeddedDistrict(sqlite::Database& database, absl::Status state, std::int64_t number, v1::Revision head)
      : database_(&database), state_(std::move(state)), number_(number), head_(std::move(head)) {}

  // What a transaction adds to, or takes from, the digest of one kind in one household.
  struct DigestChange {
    std::int64_t count = 0;
    replication::Digest digest;
  };

  absl::StatusOr<sqlite::Statement> prepare(std::string_view sql);
  // The record as it stands, if any, no longer counts.
  absl::Status takeFromDigest(const std::string& record_id);
  void addToDigest(const StoredRecord& record);
  absl::Status writeDigests();

  sqlite::Database* database_;
  absl::Status state_;
  std::int64_t number_;
  v1::Revision head_;
  bool advanced_ = false;
  std::map<std::pair<std::string, int>, DigestChange> digest_changes_;
  std::string absent_;  // the record last looked for in vain
};

}  // namespace doorstep::service
