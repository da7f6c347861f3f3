#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "sync/client/replica.h"

namespace doorstep::tests {

using Journal = std::vector<std::string>;  // who was asked what, in order

// A store in memory that fails on demand and writes into the journal what it was asked to keep.
class ScriptedReplica final : public client::Replica {
 public:
  explicit ScriptedReplica(Journal& journal) : journal_(journal) { state_.replica_id = std::string(16, 'r'); }

  void save(std::size_t changes);  // so many more wait
  void failNext(const std::string& call, absl::Status status) { failures_[call] = std::move(status); }
  void breakOff(std::uint64_t sequence) { gap_after_ = sequence; }

  absl::StatusOr<client::ReplicaState> state() override;
  absl::StatusOr<std::vector<client::OutgoingChange>> outgoingAfter(std::uint64_t sequence, std::size_t count,
                                                                    std::size_t bytes) override;
  absl::Status keepReceipts(const std::vector<v1::Receipt>& receipts) override;
  absl::Status keepPage(const v1::PullReply& page) override;
  absl::StatusOr<std::vector<std::string>> heldHouseholds() override;
  absl::Status keepHello(const v1::HelloReply& reply, absl::Duration service_offset) override;
  absl::Status keepLastSync(absl::Time at) override;
  absl::Status beginNewReplica(const std::string& replica_id) override;
  // Everything is still here: the identity stays.
  absl::Status sendAgainAfter(std::uint64_t consumed, const std::string& other_replica_id) override;
  absl::Status beginEpoch(std::uint64_t epoch, std::uint64_t consumed, const std::string& other_replica_id) override;

  std::vector<std::string> held;
  std::map<std::uint64_t, v1::Receipt> receipts;
  std::set<std::string> kept_records;
  std::vector<std::string> replica_ids_begun;
  absl::Duration service_offset;

 private:
  absl::Status fault(const std::string& call);

  Journal& journal_;
  client::ReplicaState state_;
  std::vector<std::string> changes_;  // ids; the sequence is the place, from 1
  std::map<std::string, absl::Status> failures_;
  std::uint64_t gap_after_ = 0;
};

}  // namespace doorstep::tests
