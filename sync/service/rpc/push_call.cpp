#include "sync/service/rpc/push_call.h"

#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "sync/outside/attempt.h"
#include "sync/service/apply.h"
#include "sync/service/rpc/door.h"
#include "sync/service/rpc/parts.h"
#include "sync/wire/blocks.h"

namespace doorstep::service {
namespace {

constexpr std::size_t kMostInFlight = 4;

}  // namespace

PushCall* PushCall::start(Parts& parts, grpc::CallbackServerContext* context) {
  const std::shared_ptr<PushCall> call(new PushCall(parts, context));
  call->self_ = call;
  parts.readers.post([call] { call->admitCaller(); });
  return call.get();
}

PushCall::PushCall(Parts& parts, grpc::CallbackServerContext* context)
    : parts_(parts), context_(context), began_(absl::Now()) {}

void PushCall::admitCaller() {
  auto caller = admit(parts_, *context_, "Sync.Push");
  const std::lock_guard lock(mutex_);
  if (caller.ok()) {
    caller_ = *std::move(caller);
  } else {
    ended_ = true;
    status_ = caller.status();
  }
  proceed();
}

void PushCall::OnReadDone(bool ok) {
  // Unpacked and read here, where several threads work beside each other, and not by the writer.
  absl::Status taken = ok ? wire::unpack(request_) : absl::OkStatus();
  if (taken.ok() && request_.changes_size() > kMostChangesOfMessage) {
    taken = absl::InvalidArgumentError("a batch has at most 500 changes");
  }
  std::vector<ArrivedChange> changes;
  if (ok && taken.ok()) {
    changes.reserve(static_cast<std::size_t>(request_.changes_size()));
    for (std::string& change : *request_.mutable_changes()) {
      changes.push_back(arrived(std::move(change), parts_.identity));
    }
  }
  request_.Clear();
  const std::lock_guard lock(mutex_);
  reading_ = false;
  if (!ok) {
    ended_ = true;
  } else if (!taken.ok()) {
    ended_ = true;
    status_.Update(taken);
  } else if (!ended_) {
    take(std::move(changes));
  }
  proceed();
}

void PushCall::take(std::vector<ArrivedChange> changes) {
  ++in_flight_;
  struct Batch {
    std::vector<ArrivedChange> changes;
    BatchOutcome outcome;
  };
  const auto batch = std::make_shared<Batch>();
  batch->changes = std::move(changes);
  parts_.writer.post(
      [batch, caller = caller_](CommitWork& commit) {
        batch->outcome = BatchOutcome();
        if (absl::Status welcome = stillWelcome(commit.registry(), caller); !welcome.ok()) {
          batch->outcome.stopped = welcome;
          return absl::OkStatus();
        }
        Applier applier(commit.district(caller.district_id), caller);
        DOORSTEP_ASSIGN(batch->outcome, applier.applyBatch(std::span<const ArrivedChange>(batch->changes)));
        return applier.finish();
      },
      [self = shared_from_this(), batch](const absl::Status& committed) {
        v1::PushReply reply;
        if (committed.ok()) {
          for (v1::Receipt& receipt : batch->outcome.receipts) {
            *reply.add_receipts() = std::move(receipt);
          }
        }
        self->answer(std::move(reply), committed.ok() ? batch->outcome.stopped : committed);
      });
}

void PushCall::answer(v1::PushReply reply, const absl::Status& stopped) {
  const std::lock_guard lock(mutex_);
  --in_flight_;
  const bool already_stopped = !status_.ok();
  if (!already_stopped && (stopped.ok() || reply.receipts_size() > 0)) {
    replies_.push_back(std::move(reply));
  }
  if (!stopped.ok()) {
    ended_ = true;
    status_.Update(stopped);
  }
  proceed();
}

void PushCall::proceed() {
  if (finished_) {
    return;
  }
  if (!writing_ && !replies_.empty()) {
    writing_ = true;
    StartWrite(&replies_.front());
  }
  if (!reading_ && !ended_ && in_flight_ < kMostInFlight) {
    reading_ = true;
    StartRead(&request_);
  }
  if (ended_ && in_flight_ == 0 && !writing_) {
    finished_ = true;
    noteCall(parts_, "Sync.Push", status_, began_);
    Finish(toGrpc(status_));
  }
}

void PushCall::OnWriteDone(bool ok) {
  const std::lock_guard lock(mutex_);
  writing_ = false;
  replies_.pop_front();
  if (!ok) {
    ended_ = true;
    replies_.clear();
  }
  proceed();
}

void PushCall::OnDone() {
  self_.reset();
}

}  // namespace doorstep::service
