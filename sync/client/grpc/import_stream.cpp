#include "sync/client/grpc/import_stream.h"

#include <algorithm>
#include <utility>

namespace doorstep::client {

ImportStream::ImportStream(outside::Executor& executor, std::shared_ptr<CallCounter> counter, StreamLimits limits,
                           std::vector<v1::ImportRow> rows, OnReply on_reply, Done done)
    : Base(executor, std::move(counter), limits),
      rows_(std::move(rows)),
      on_reply_(std::move(on_reply)),
      done_(std::move(done)) {}

void ImportStream::start(v1::Admin::Stub& stub) {
  stub.async()->Import(&context(), this);
  begin();
  StartRead(&reply_);
  sendNext();
  StartCall();
}

void ImportStream::sendNext() {
  answered_ = false;
  const std::size_t until = std::min(rows_.size(), sent_ + kMostRows);
  request_.Clear();
  for (; sent_ < until; ++sent_) {
    *request_.add_rows() = std::move(rows_[sent_]);
  }
  request_.set_last(sent_ == rows_.size());
  writing_ = true;
  arm();
  StartWrite(&request_);
}

void ImportStream::OnWriteDone(bool) {
  // A write that failed shows in the read, too: the stream is broken.
  postTask([this] {
    writing_ = false;
    if (held() && answered_) {
      sendNext();
    }
  });
}

void ImportStream::OnReadDone(bool ok) {
  postTask([this, ok] {
    if (ok) {
      receive();
    } else {
      release();
    }
  });
}

void ImportStream::receive() {
  if (!held()) {
    return;  // cancelled while the reply was on its way
  }
  if (complete_ || answered_) {
    return breakOff();  // an answer to nothing
  }
  disarm();
  const v1::ImportReply reply = std::move(reply_);
  StartRead(&reply_);
  if (sent_ == rows_.size()) {
    complete_ = true;
    arm();  // the service closes the file
    StartWritesDone();
  } else if (writing_) {
    answered_ = true;
  } else {
    sendNext();
  }
  on_reply_(reply);
}

void ImportStream::closed(absl::Status status) {
  over_ = true;
  on_reply_ = nullptr;
  const Done done = std::exchange(done_, nullptr);
  done(status.ok() && !complete_ ? absl::UnavailableError("the service ended the stream early") : std::move(status));
}

}  // namespace doorstep::client
