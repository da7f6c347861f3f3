#include "sync/client/hand_in_step.h"

#include <algorithm>
#include <utility>

#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"

namespace doorstep::client {
namespace {

// The service gives none: all that is known of a change that was handed in is that it waits for a person.
v1::Receipt putAside(std::uint64_t sequence) {
  v1::Receipt receipt;
  receipt.set_sequence(sequence);
  receipt.set_outcome(v1::RECEIPT_OUTCOME_QUARANTINED);
  receipt.add_problems()->set_code(v1::PROBLEM_CODE_DEVICE_REVOKED);
  return receipt;
}

}  // namespace

void HandInStep::run(OnTaken on_taken, Done done) {
  on_taken_ = std::move(on_taken);
  done_ = std::move(done);
  ask();
}

void HandInStep::ask() {
  const auto state = parts_.replica.state();
  if (!state.ok()) {
    return end(storeFailure(state.status()));
  }
  replica_id_ = state->replica_id;
  v1::HandInRequest request;
  request.set_replica_id(replica_id_);
  parts_.withdrawal.remote->handIn(request, [weak = weak_from_this()](const absl::StatusOr<v1::HandInReply>& answer) {
    const auto self = weak.lock();
    if (self && self->done_) {
      self->goOnFrom(answer);
    }
  });
}

void HandInStep::goOnFrom(const absl::StatusOr<v1::HandInReply>& position) {
  if (!position.ok()) {
    return end(remoteFailure(position.status()));
  }
  // A restored service may have less of it than there are receipts for: that goes, too.
  const std::string other_id = outside::IdentifierSource(parts_.clock, parts_.random).next();
  if (const absl::Status kept = parts_.replica.sendAgainAfter(position->last_sequence(), other_id); !kept.ok()) {
    return end(storeFailure(kept));
  }
  const auto state = parts_.replica.state();
  if (!state.ok()) {
    return end(storeFailure(state.status()));
  }
  if (state->replica_id != replica_id_) {
    return ask();
  }
  taken_ = position->last_sequence();
  sent_ = std::max(taken_, state->last_acknowledged);
  unsure_ = state->waiting > 0 && taken_ > state->last_acknowledged;
  sendNextBatch();
}

// What waits lies before the service's position: it came before, and only the word of it was lost; or another store
// has gone on under this replica's name, and the service has other changes in their place. What is sent behind the
// position shows that by its predecessor; where there is nothing, the last one goes once more, to be compared.
void HandInStep::compareLast() {
  auto last = parts_.replica.outgoingAfter(taken_ - 1, 1, limits_.batch_bytes);
  if (!last.ok()) {
    return end(storeFailure(last.status()));
  }
  if (last->empty()) {
    return beginAnew();  // more than this store ever made
  }
  v1::HandInRequest request;
  request.set_replica_id(replica_id_);
  request.add_changes(last->front().encoded);
  parts_.withdrawal.remote->handIn(request, [weak = weak_from_this()](const absl::StatusOr<v1::HandInReply>& answer) {
    const auto self = weak.lock();
    if (self && self->done_) {
      absl::IsAborted(answer.status()) ? self->beginAnew()
      : answer.ok()                    ? self->finish()
                                       : self->end(remoteFailure(answer.status()));
    }
  });
}

void HandInStep::sendNextBatch() {
  auto batch = parts_.replica.outgoingAfter(sent_, limits_.batch_changes, limits_.batch_bytes);
  if (!batch.ok()) {
    return end(storeFailure(batch.status()));
  }
  if (batch->empty()) {
    return std::exchange(unsure_, false) ? compareLast() : finish();
  }
  unsure_ = false;
  v1::HandInRequest request;
  request.set_replica_id(replica_id_);
  for (const OutgoingChange& change : *batch) {
    request.add_changes(change.encoded);
  }
  parts_.withdrawal.remote->handIn(
      request, [weak = weak_from_this(), batch = *std::move(batch)](const absl::StatusOr<v1::HandInReply>& answer) {
        const auto self = weak.lock();
        if (self && self->done_) {
          self->receive(batch, answer);
        }
      });
}

void HandInStep::receive(const std::vector<OutgoingChange>& batch, const absl::StatusOr<v1::HandInReply>& answer) {
  if (absl::IsAborted(answer.status())) {
    return beginAnew();
  }
  if (!answer.ok()) {
    return end(remoteFailure(answer.status()));
  }
  if (answer->last_sequence() < batch.back().sequence) {
    return end(protocolFailure("hand in: less was taken than was sent"));
  }
  std::vector<v1::Receipt> receipts;
  for (const OutgoingChange& change : batch) {
    receipts.push_back(putAside(change.sequence));
  }
  if (const absl::Status kept = parts_.replica.keepReceipts(receipts); !kept.ok()) {
    return end(storeFailure(kept));
  }
  sent_ = batch.back().sequence;
  on_taken_(batch.size());
  if (done_) {
    sendNextBatch();
  }
}

// The service knows other changes under this replica's sequences.
void HandInStep::beginAnew() {
  if (began_anew_) {
    return end(protocolFailure("hand in: a replica that has just begun was not taken"));
  }
  began_anew_ = true;
  const std::string id = outside::IdentifierSource(parts_.clock, parts_.random).next();
  if (const absl::Status begun = parts_.replica.beginNewReplica(id); !begun.ok()) {
    return end(storeFailure(begun));
  }
  ask();
}

void HandInStep::finish() {
  parts_.withdrawal.remote->endHandIn([weak = weak_from_this()](const absl::Status& reason) {
    const auto self = weak.lock();
    if (self && self->done_) {
      self->judge(reason);
    }
  });
}

void HandInStep::judge(const absl::Status& reason) {
  if (absl::IsUnauthenticated(reason)) {
    const absl::Status kept = keepWhatWasTakenBefore();
    return end(kept.ok() ? Failure{Trouble::kNotKnown, reason} : storeFailure(kept));
  }
  if (!reason.ok()) {
    return end(remoteFailure(reason));
  }
  if (!parts_.withdrawal.destroy_keys) {
    return end({Trouble::kRefused, absl::PermissionDeniedError("hand in: revoked")});
  }
  const absl::Status destroyed = parts_.withdrawal.destroy_keys();
  end(destroyed.ok() ? Failure{Trouble::kRevoked, absl::PermissionDeniedError("hand in: revoked")}
                     : storeFailure(destroyed));
}

// A hand-in that broke off after the service's commit: only by handing in can it have them.
absl::Status HandInStep::keepWhatWasTakenBefore() {
  DOORSTEP_ASSIGN(const ReplicaState state, parts_.replica.state());
  std::vector<v1::Receipt> receipts;
  for (std::uint64_t sequence = state.last_acknowledged + 1; sequence <= taken_; ++sequence) {
    receipts.push_back(putAside(sequence));
  }
  return receipts.empty() ? absl::OkStatus() : parts_.replica.keepReceipts(receipts);
}

void HandInStep::end(Failure failure) {
  if (const Done done = std::exchange(done_, nullptr)) {
    done(std::move(failure));
  }
}

}  // namespace doorstep::client
