#include "sync/service/rpc/hand_in_call.h"

#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "sync/outside/attempt.h"
#include "sync/service/rpc/door.h"
#include "sync/service/rpc/parts.h"

namespace doorstep::service {

HandInCall* HandInCall::start(Parts& parts, grpc::CallbackServerContext* context) {
  const std::shared_ptr<HandInCall> call(new HandInCall(parts, context));
  call->self_ = call;
  parts.readers.post([call] { call->admitCaller(); });
  return call.get();
}

HandInCall::HandInCall(Parts& parts, grpc::CallbackServerContext* context)
    : parts_(parts), context_(context), began_(absl::Now()) {}

void HandInCall::admitCaller() {
  auto admitted = admitToHandIn(parts_, *context_);
  if (!admitted.ok()) {
    end(admitted.status());
    return;
  }
  admission_ = *std::move(admitted);
  StartRead(&request_);
}

void HandInCall::OnReadDone(bool ok) {
  if (!ok) {
    end(admission_.reason);
  } else if (request_.changes_size() > kMostChangesOfMessage) {
    end(absl::InvalidArgumentError("a batch has at most 500 changes"));
  } else {
    take();
  }
}

void HandInCall::take() {
  struct Batch {
    std::string replica_id;
    std::vector<ArrivedChange> changes;
    HandedIn handed;
  };
  const auto batch = std::make_shared<Batch>();
  batch->replica_id = request_.replica_id();
  for (std::string& change : *request_.mutable_changes()) {
    batch->changes.push_back(arrived(std::move(change), parts_.identity));
  }
  parts_.writer.post(
      [batch, sender = admission_.sender, audited = audited_](CommitWork& commit) -> absl::Status {
        DOORSTEP_ASSIGN(batch->handed, takeAside(commit, sender, batch->replica_id, batch->changes));
        return batch->handed.taken > 0 && !audited ? auditHandIn(commit, sender, batch->replica_id) : absl::OkStatus();
      },
      [self = shared_from_this(), batch](const absl::Status& committed) { self->answer(batch->handed, committed); });
}

void HandInCall::answer(const HandedIn& handed, const absl::Status& committed) {
  if (!committed.ok() || !handed.stopped.ok()) {
    end(committed.ok() ? handed.stopped : committed);
    return;
  }
  audited_ = audited_ || handed.taken > 0;
  reply_.set_last_sequence(handed.last_sequence);
  StartWrite(&reply_);
}

void HandInCall::OnWriteDone(bool ok) {
  if (ok) {
    StartRead(&request_);
  } else {
    end(absl::CancelledError("the device has gone"));
  }
}

void HandInCall::end(const absl::Status& status) {
  noteCall(parts_, "Sync.HandIn", status, began_);
  Finish(toGrpc(status));
}

void HandInCall::OnDone() {
  self_.reset();
}

}  // namespace doorstep::service
