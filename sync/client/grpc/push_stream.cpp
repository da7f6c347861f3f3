#include "sync/client/grpc/push_stream.h"

#include <utility>

#include "sync/wire/blocks.h"

namespace doorstep::client {

PushStream::PushStream(outside::Executor& executor, std::shared_ptr<CallCounter> counter, StreamLimits limits)
    : Base(executor, std::move(counter), limits) {}

void PushStream::start(v1::Sync::Stub& stub) {
  context().set_compression_algorithm(GRPC_COMPRESS_NONE);  // batches are compressed already
  stub.async()->Push(&context(), this);
  begin();
  StartRead(&reply_);
  StartCall();
}

void PushStream::send(const v1::PushRequest& request, Done done) {
  batches_.push_back({request, std::move(done)});
  wire::pack(batches_.back().request);
  if (batches_.size() == 1) {
    arm();
  }
  writeNext();
}

void PushStream::writeNext() {
  if (!held() || writing_ || finished_ || written_ == batches_.size()) {
    return;
  }
  writing_ = true;
  StartWrite(&batches_[written_++].request);
}

void PushStream::OnWriteDone(bool) {
  // A write that failed shows in the read, too: the stream is broken.
  postTask([this] {
    writing_ = false;
    writeNext();
  });
}

void PushStream::OnReadDone(bool ok) {
  postTask([this, ok] {
    if (ok) {
      receive();
    } else {
      release();
    }
  });
}

void PushStream::receive() {
  if (!held()) {
    return;  // cancelled while the reply was on its way
  }
  if (written_ == 0) {
    return breakOff();  // an answer to nothing
  }
  const Done done = std::move(batches_.front().done);
  batches_.pop_front();
  --written_;
  if (batches_.empty()) {
    disarm();
  } else {
    arm();
  }
  const v1::PushReply reply = std::move(reply_);
  StartRead(&reply_);
  done(reply);
}

void PushStream::finish() {
  if (held() && !finished_) {
    finished_ = true;
    StartWritesDone();
  }
}

void PushStream::closed(absl::Status status) {
  over_ = true;
  const absl::Status reason = status.ok() ? absl::UnavailableError("the service ended the stream early") : status;
  for (Batch& batch : std::exchange(batches_, {})) {
    batch.done(reason);
  }
}

}  // namespace doorstep::client
