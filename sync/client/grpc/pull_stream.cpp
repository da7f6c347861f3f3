#include "sync/client/grpc/pull_stream.h"

#include <utility>

namespace doorstep::client {

PullStream::PullStream(outside::Executor& executor, std::shared_ptr<CallCounter> counter, StreamLimits limits,
                       v1::PullRequest request, OnPage on_page, Done done)
    : Base(executor, std::move(counter), limits),
      request_(std::move(request)),
      on_page_(std::move(on_page)),
      done_(std::move(done)) {}

void PullStream::start(v1::Sync::Stub& stub) {
  stub.async()->Pull(&context(), &request_, this);
  begin();
  read();
  StartCall();
}

void PullStream::read() {
  arm();
  StartRead(&page_);
}

void PullStream::OnReadDone(bool ok) {
  postTask([this, ok] {
    if (ok) {
      keepPage();
    } else {
      release();
    }
  });
}

void PullStream::keepPage() {
  if (!held()) {
    return;  // cancelled while the page was on its way
  }
  disarm();
  kept_ = on_page_(page_);
  if (!kept_.ok()) {
    breakOff();
  } else if (held()) {
    read();
  }
}

void PullStream::closed(absl::Status status) {
  on_page_ = nullptr;
  const Done done = std::exchange(done_, nullptr);
  done(kept_.ok() ? std::move(status) : kept_);
}

}  // namespace doorstep::client
