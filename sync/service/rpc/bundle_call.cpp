#include "sync/service/rpc/bundle_call.h"

#include <algorithm>

#include "absl/time/clock.h"
#include "sync/bundle/refusal.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/service/rpc/door.h"

namespace doorstep::service {
namespace {

constexpr std::size_t kPart = std::size_t{256} << 10;
constexpr int kMostAtOnce = 4;

}  // namespace

BundleCall* BundleCall::start(Parts& parts, grpc::CallbackServerContext* context) {
  const std::shared_ptr<BundleCall> call(new BundleCall(parts, context));
  call->self_ = call;
  context->set_compression_algorithm(GRPC_COMPRESS_NONE);  // ciphertext gets no smaller
  parts.readers.post([call] { call->admitCaller(); });
  return call.get();
}

BundleCall::BundleCall(Parts& parts, grpc::CallbackServerContext* context)
    : parts_(parts), context_(context), began_(absl::Now()) {}

BundleCall::~BundleCall() {
  if (counted_) {
    --parts_.bundles_under_way;
  }
}

void BundleCall::admitCaller() {
  auto caller = admit(parts_, *context_, "Sync.TakeBundle");
  if (!caller.ok()) {
    end(caller.status());
    return;
  }
  caller_ = *std::move(caller);
  counted_ = true;
  if (++parts_.bundles_under_way > kMostAtOnce) {
    end(bundle::refused(bundle::Refusal::kBusy));
    return;
  }
  StartRead(&part_);
}

void BundleCall::OnReadDone(bool ok) {
  if (!ok) {
    parts_.readers.post([self = shared_from_this()] { self->take(); });
    return;
  }
  if (part_.content().size() > kPart || file_.size() + part_.content().size() > bundle::kLargestFile) {
    end(bundle::refused(bundle::Refusal::kTooLarge));
    return;
  }
  file_.append(part_.content());
  StartRead(&part_);
}

void BundleCall::take() {
  if (context_->IsCancelled()) {
    end(absl::CancelledError("whoever brought the bundle has gone"));
    return;
  }
  absl::StatusOr<OpenedBundle> opened = openBundle(parts_.identity, file_);
  if (!opened.ok()) {
    end(opened.status());
    return;
  }
  opened_ = *std::move(opened);
  parts_.writer.post(
      [self = shared_from_this()](CommitWork& commit) {
        self->outcome_ = BundleOutcome();
        if (absl::Status welcome = stillWelcome(commit.registry(), self->caller_); !welcome.ok()) {
          self->outcome_.stopped = welcome;
          return absl::OkStatus();
        }
        DOORSTEP_ASSIGN(self->outcome_, takeBundle(commit, self->caller_, self->opened_));
        return absl::OkStatus();
      },
      [self = shared_from_this()](const absl::Status& committed) {
        const absl::Status status = committed.ok() ? self->outcome_.stopped : committed;
        if (!status.ok()) {
          self->end(status);
          return;
        }
        self->parts_.readers.post([self] { self->answer(); });
      });
}

void BundleCall::answer() {
  std::string id = outside::IdentifierSource(parts_.clock, parts_.random).next();
  absl::StatusOr<std::string> receipts =
      answerBundle(parts_.identity, opened_, outcome_, std::move(id), parts_.clock.now());
  if (!receipts.ok()) {
    end(receipts.status());
    return;
  }
  file_ = *std::move(receipts);
  sendNext();
}

void BundleCall::sendNext() {
  if (sent_ == file_.size()) {
    end(absl::OkStatus());
    return;
  }
  part_.set_content(file_.substr(sent_, kPart));
  sent_ += part_.content().size();
  StartWrite(&part_);
}

void BundleCall::OnWriteDone(bool ok) {
  ok ? sendNext() : end(absl::CancelledError("whoever brought the bundle has gone"));
}

void BundleCall::end(const absl::Status& status) {
  noteCall(parts_, "Sync.TakeBundle", status, began_);
  Finish(toGrpc(status));
}

void BundleCall::OnDone() {
  self_.reset();
}

}  // namespace doorstep::service
