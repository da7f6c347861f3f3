#include "sync/client/push_step.h"

#include <algorithm>
#include <utility>

#include "sync/client/batch_receipts.h"
#include "sync/outside/planted.h"

namespace doorstep::client {

namespace {

constexpr std::size_t kFew = 32;  // more are not looked into

bool areCreations(const std::vector<OutgoingChange>& changes) {
  return changes.size() <= kFew && std::all_of(changes.begin(), changes.end(), [](const OutgoingChange& change) {
           v1::Change decoded;
           return decoded.ParseFromString(change.encoded) && decoded.has_create();
         });
}

}  // namespace

PushStep::PushStep(Replica& replica, Remote& remote, PushLimits limits)
    : replica_(replica), remote_(remote), limits_(limits) {}

void PushStep::run(std::uint64_t after, OnReceipts on_receipts, Done done) {
  sent_ = outside::planted(outside::Fault::kSentFromTheBeginning) ? 0 : after;
  on_receipts_ = std::move(on_receipts);
  done_ = std::move(done);
  fillWindow();
}

void PushStep::fillWindow() {
  while (in_flight_ < limits_.batches_in_flight && sendNextBatch()) {
  }
  if (done_ && in_flight_ == 0) {
    end(std::nullopt);
  }
}

// False when nothing is left to send, or the step has ended.
bool PushStep::sendNextBatch() {
  const auto changes = replica_.outgoingAfter(sent_, limits_.batch_changes, limits_.batch_bytes);
  if (!changes.ok()) {
    end(storeFailure(changes.status()));
    return false;
  }
  if (changes->empty()) {
    return false;
  }
  const Batch batch{sent_ + 1, sent_ + changes->size()};
  if (changes->front().sequence != batch.first || changes->back().sequence != batch.last) {
    end(storeFailure(absl::DataLossError("push: the sequences that wait have a gap")));
    return false;
  }
  only_creations_ = only_creations_ && areCreations(*changes);
  v1::PushRequest request;
  for (const OutgoingChange& change : *changes) {
    request.add_changes(change.encoded);
  }
  sent_ = batch.last;
  ++in_flight_;
  remote_.push(request, [weak = weak_from_this(), batch](absl::StatusOr<v1::PushReply> answer) {
    const auto self = weak.lock();
    if (self && self->done_) {
      self->receive(batch, std::move(answer));
    }
  });
  return true;
}

void PushStep::receive(Batch batch, absl::StatusOr<v1::PushReply> answer) {
  --in_flight_;
  if (!answer.ok()) {
    return end(remoteFailure(answer.status()));
  }
  const BatchReceipts receipts = sortReceipts(*answer, batch.first, batch.last);
  if (!receipts.keep.empty()) {
    if (const absl::Status kept = replica_.keepReceipts(receipts.keep); !kept.ok()) {
      return end(storeFailure(kept));
    }
    on_receipts_(receipts.keep);
    if (!done_) {
      return;  // abandoned by whom it was reported to
    }
  }
  if (!receipts.status.ok()) {
    return end(Failure{Trouble::kServiceFault, receipts.status});
  }
  fillWindow();
}

void PushStep::end(std::optional<Failure> failure) {
  if (const Done done = std::exchange(done_, nullptr)) {
    done(std::move(failure));
  }
}

}  // namespace doorstep::client
