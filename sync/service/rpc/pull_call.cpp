#include "sync/service/rpc/pull_call.h"

#include "absl/time/clock.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/service/rpc/door.h"
#include "sync/wire/blocks.h"

namespace doorstep::service {

PullCall* PullCall::start(Parts& parts, grpc::CallbackServerContext* context, const v1::PullRequest& request) {
  const std::shared_ptr<PullCall> call(new PullCall(parts, context, request));
  call->self_ = call;
  parts.readers.post([call] { call->admitCaller(); });
  return call.get();
}

PullCall::PullCall(Parts& parts, grpc::CallbackServerContext* context, const v1::PullRequest& request)
    : parts_(parts), context_(context), request_(request), began_(absl::Now()) {
  context_->set_compression_algorithm(GRPC_COMPRESS_NONE);  // pages are compressed already
}

void PullCall::admitCaller() {
  auto caller = admit(parts_, *context_, "Sync.Pull");
  if (!caller.ok()) {
    end(caller.status());
    return;
  }
  caller_ = *std::move(caller);
  const absl::TimeZone zone = parts_.writer.directory().zone(caller_.district_id);
  stream_.emplace(caller_, request_, care::dayOf(parts_.clock.now(), zone));
  parts_.writer.whenCurrent(caller_.district_id, [self = shared_from_this()](const absl::Status& current) {
    if (!current.ok()) {
      self->end(current);
      return;
    }
    self->parts_.readers.post([self] { self->sendNext(); });
  });
}

absl::StatusOr<std::optional<v1::PullReply>> PullCall::nextPage() {
  DOORSTEP_ASSIGN(const auto snapshot, parts_.ledger.read());
  DOORSTEP_TRY(stillWelcome(snapshot->registry(), caller_));
  return stream_->next(snapshot->district(caller_.district_id), parts_.writer.directory());
}

void PullCall::sendNext() {
  if (context_->IsCancelled()) {
    end(absl::CancelledError("the device has gone"));
    return;
  }
  auto page = nextPage();
  if (!page.ok()) {
    end(page.status());
  } else if (!page->has_value()) {
    end(absl::OkStatus());
  } else {
    page_ = **std::move(page);
    wire::pack(page_);
    StartWrite(&page_);
  }
}

void PullCall::OnWriteDone(bool ok) {
  if (!ok) {
    end(absl::CancelledError("the device has gone"));
    return;
  }
  parts_.readers.post([self = shared_from_this()] { self->sendNext(); });
}

void PullCall::end(const absl::Status& status) {
  noteCall(parts_, "Sync.Pull", status, began_);
  Finish(toGrpc(status));
}

void PullCall::OnDone() {
  self_.reset();
}

}  // namespace doorstep::service
