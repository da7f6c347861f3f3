#include "sync/client/grpc/bundle_stream.h"

#include <utility>

namespace doorstep::client {
namespace {

constexpr std::size_t kPart = std::size_t{256} << 10;
constexpr std::size_t kMostReceipts = std::size_t{16} << 20;  // as large as a bundle may be

}  // namespace

BundleStream::BundleStream(outside::Executor& executor, std::shared_ptr<CallCounter> counter, StreamLimits limits,
                           std::string bundle, Done done)
    : Base(executor, std::move(counter), limits), bundle_(std::move(bundle)), done_(std::move(done)) {}

void BundleStream::start(v1::Sync::Stub& stub) {
  stub.async()->TakeBundle(&context(), this);
  begin();
  StartRead(&in_);
  sendNext();
  StartCall();
}

void BundleStream::sendNext() {
  arm();
  if (sent_ == bundle_.size()) {
    StartWritesDone();
    return;
  }
  out_.set_content(bundle_.substr(sent_, kPart));
  sent_ += out_.content().size();
  StartWrite(&out_);
}

void BundleStream::OnWriteDone(bool ok) {
  // A write that failed shows in the read, too: the stream is broken.
  postTask([this, ok] {
    if (ok && held()) {
      sendNext();
    }
  });
}

void BundleStream::OnReadDone(bool ok) {
  postTask([this, ok] {
    if (!ok) {
      return release();
    }
    if (!held()) {
      return;  // cancelled while the answer was on its way
    }
    if (receipts_.size() + in_.content().size() > kMostReceipts) {
      return breakOff();
    }
    arm();
    receipts_.append(in_.content());
    StartRead(&in_);
  });
}

void BundleStream::closed(absl::Status status) {
  const Done done = std::exchange(done_, nullptr);
  if (status.ok() && receipts_.empty()) {
    status = absl::UnavailableError("the service ended the stream early");
  }
  done(status.ok() ? absl::StatusOr<std::string>(std::move(receipts_)) : std::move(status));
}

}  // namespace doorstep::client
