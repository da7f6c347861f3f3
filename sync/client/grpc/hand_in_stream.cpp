#include "sync/client/grpc/hand_in_stream.h"

#include <utility>

namespace doorstep::client {

HandInStream::HandInStream(outside::Executor& executor, std::shared_ptr<CallCounter> counter, StreamLimits limits)
    : Base(executor, std::move(counter), limits) {}

void HandInStream::start(v1::Sync::Stub& stub) {
  stub.async()->HandIn(&context(), this);
  begin();
  StartRead(&reply_);
  StartCall();
}

void HandInStream::send(const v1::HandInRequest& request, Done done) {
  done_ = std::move(done);
  if (!held()) {
    return;  // broken: closed() says what broke it
  }
  request_ = request;
  arm();
  StartWrite(&request_);
}

void HandInStream::finish(Ended ended) {
  ended_ = std::move(ended);
  if (held()) {
    arm();
    StartWritesDone();
  }
}

void HandInStream::OnReadDone(bool ok) {
  postTask([this, ok] {
    if (ok) {
      receive();
    } else {
      release();
    }
  });
}

void HandInStream::receive() {
  if (!held()) {
    return;  // cancelled while the reply was on its way
  }
  if (!done_) {
    return breakOff();  // an answer to nothing
  }
  disarm();
  const Done done = std::exchange(done_, nullptr);
  const v1::HandInReply reply = std::move(reply_);
  StartRead(&reply_);
  done(reply);
}

void HandInStream::closed(absl::Status status) {
  over_ = true;
  if (const Done done = std::exchange(done_, nullptr)) {
    done(status.ok() ? absl::UnavailableError("the service ended the stream early") : status);
  }
  if (const Ended ended = std::exchange(ended_, nullptr)) {
    ended(status);
  }
}

}  // namespace doorstep::client
