#include "tests/unit/client/scripted_replica.h"

#include <utility>

#include "absl/strings/str_cat.h"

namespace doorstep::tests {

void ScriptedReplica::save(std::size_t changes) {
  for (std::size_t i = 0; i < changes; ++i) {
    changes_.push_back(absl::StrCat("change ", changes_.size() + 1));
  }
  state_.waiting += changes;
}

absl::Status ScriptedReplica::fault(const std::string& call) {
  const auto found = failures_.find(call);
  if (found == failures_.end()) {
    return absl::OkStatus();
  }
  const absl::Status status = found->second;
  failures_.erase(found);
  journal_.push_back(call + " fails");
  return status;
}

absl::StatusOr<client::ReplicaState> ScriptedReplica::state() {
  if (const absl::Status failed = fault("state"); !failed.ok()) {
    return failed;
  }
  return state_;
}

absl::StatusOr<std::vector<client::OutgoingChange>> ScriptedReplica::outgoingAfter(std::uint64_t sequence,
                                                                                   std::size_t count,
                                                                                   std::size_t bytes) {
  if (const absl::Status failed = fault("outgoingAfter"); !failed.ok()) {
    return failed;
  }
  std::vector<client::OutgoingChange> outgoing;
  std::size_t size = 0;
  for (std::uint64_t next = sequence + 1; next <= changes_.size() && outgoing.size() < count; ++next) {
    v1::Change change;
    change.set_id(changes_[next - 1]);
    change.set_replica_id(state_.replica_id);
    change.set_sequence(next);
    const std::string encoded = change.SerializeAsString();
    if (!outgoing.empty() && size + encoded.size() > bytes) {
      break;
    }
    size += encoded.size();
    outgoing.push_back({gap_after_ != 0 && next > gap_after_ ? next + 1 : next, encoded});
  }
  return outgoing;
}

absl::Status ScriptedReplica::keepReceipts(const std::vector<v1::Receipt>& batch) {
  if (const absl::Status failed = fault("keepReceipts"); !failed.ok()) {
    return failed;
  }
  journal_.push_back(absl::StrCat("receipts ", batch.front().sequence(), "-", batch.back().sequence()));
  for (const v1::Receipt& receipt : batch) {
    if (receipt.sequence() != state_.last_acknowledged + 1) {
      return absl::InternalError("receipts with a gap reached the store");
    }
    receipts.emplace(receipt.sequence(), receipt);
    state_.last_acknowledged = receipt.sequence();
    --state_.waiting;
  }
  return absl::OkStatus();
}

absl::Status ScriptedReplica::keepPage(const v1::PullReply& page) {
  if (const absl::Status failed = fault("keepPage"); !failed.ok()) {
    return failed;
  }
  journal_.push_back(absl::StrCat("page to ", page.cursor().sequence()));
  for (const v1::FeedEntry& entry : page.entries()) {
    kept_records.insert(entry.record_id());
  }
  state_.cursor = page.cursor();
  return absl::OkStatus();
}

absl::StatusOr<std::vector<std::string>> ScriptedReplica::heldHouseholds() {
  if (const absl::Status failed = fault("heldHouseholds"); !failed.ok()) {
    return failed;
  }
  return held;
}

absl::Status ScriptedReplica::keepHello(const v1::HelloReply&, absl::Duration offset) {
  if (const absl::Status failed = fault("keepHello"); !failed.ok()) {
    return failed;
  }
  journal_.push_back("keeps hello");
  service_offset = offset;
  return absl::OkStatus();
}

absl::Status ScriptedReplica::keepLastSync(absl::Time at) {
  if (const absl::Status failed = fault("keepLastSync"); !failed.ok()) {
    return failed;
  }
  journal_.push_back("last sync");
  state_.last_sync = at;
  return absl::OkStatus();
}

absl::Status ScriptedReplica::beginNewReplica(const std::string& replica_id) {
  if (const absl::Status failed = fault("beginNewReplica"); !failed.ok()) {
    return failed;
  }
  journal_.push_back("new replica");
  replica_ids_begun.push_back(replica_id);
  changes_.erase(changes_.begin(), changes_.begin() + static_cast<std::ptrdiff_t>(state_.last_acknowledged));
  receipts.clear();
  state_.replica_id = replica_id;
  state_.last_acknowledged = 0;
  state_.cursor.Clear();
  return absl::OkStatus();
}

absl::Status ScriptedReplica::sendAgainAfter(std::uint64_t consumed, const std::string&) {
  if (const absl::Status failed = fault("sendAgainAfter"); !failed.ok()) {
    return failed;
  }
  if (consumed < state_.last_acknowledged) {
    journal_.push_back(absl::StrCat("again after ", consumed));
    state_.waiting += state_.last_acknowledged - consumed;
    state_.last_acknowledged = consumed;
    receipts.erase(receipts.upper_bound(consumed), receipts.end());
  }
  return absl::OkStatus();
}

absl::Status ScriptedReplica::beginEpoch(std::uint64_t epoch, std::uint64_t consumed, const std::string& other) {
  if (const absl::Status failed = fault("beginEpoch"); !failed.ok()) {
    return failed;
  }
  journal_.push_back(absl::StrCat("epoch ", epoch));
  state_.cursor.set_epoch(epoch);
  state_.cursor.set_sequence(0);
  return sendAgainAfter(consumed, other);
}

}  // namespace doorstep::tests
