#include "sync/client/grpc/content_stream.h"

#include <utility>

namespace doorstep::client {

ContentStream::ContentStream(outside::Executor& executor, std::shared_ptr<CallCounter> counter, StreamLimits limits)
    : Base(executor, std::move(counter), limits) {
  context().set_compression_algorithm(GRPC_COMPRESS_NONE);  // pictures are compressed already
}

void ContentStream::start(v1::Sync::Stub& stub) {
  stub.async()->SendAttachments(&context(), this);
  begin();
  StartRead(&state_);
  StartCall();
}

void ContentStream::send(const v1::AttachmentChunk& chunk, Done done) {
  chunks_.push_back({chunk, std::move(done)});
  if (chunks_.size() == 1) {
    arm();
  }
  writeNext();
}

void ContentStream::writeNext() {
  if (!held() || writing_ || finished_ || written_ == chunks_.size()) {
    return;
  }
  writing_ = true;
  StartWrite(&chunks_[written_++].chunk);
}

void ContentStream::OnWriteDone(bool) {
  // A write that failed shows in the read, too: the stream is broken.
  postTask([this] {
    writing_ = false;
    writeNext();
  });
}

void ContentStream::OnReadDone(bool ok) {
  postTask([this, ok] {
    if (ok) {
      receive();
    } else {
      release();
    }
  });
}

void ContentStream::receive() {
  if (!held()) {
    return;  // cancelled while the answer was on its way
  }
  if (written_ == 0) {
    return breakOff();  // an answer to nothing
  }
  const Done done = std::move(chunks_.front().done);
  chunks_.pop_front();
  --written_;
  if (chunks_.empty()) {
    disarm();
  } else {
    arm();
  }
  const v1::AttachmentState state = std::move(state_);
  StartRead(&state_);
  done(state);
}

void ContentStream::finish() {
  if (held() && !finished_) {
    finished_ = true;
    StartWritesDone();
  }
}

void ContentStream::closed(absl::Status status) {
  over_ = true;
  const absl::Status reason = status.ok() ? absl::UnavailableError("the service ended the stream early") : status;
  for (Sent& sent : std::exchange(chunks_, {})) {
    sent.done(reason);
  }
}

}  // namespace doorstep::client
