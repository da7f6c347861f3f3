#include "sync/client/attachments/fetch_contents.h"

#include <utility>

namespace doorstep::client {

void FetchContents::run(std::deque<TravellingContent> contents, OnProgress on_progress, Done done) {
  contents_ = std::move(contents);
  on_progress_ = std::move(on_progress);
  done_ = std::move(done);
  goOn();
}

void FetchContents::hurry() {
  hurried_ = true;
  stopTimer();
  if (done_) {
    goOn();
  }
}

void FetchContents::abandon() {
  done_ = nullptr;
  stopTimer();
}

void FetchContents::goOn() {
  if (asked_ || timer_) {
    return;
  }
  if (contents_.empty() || hurried_) {
    return end(std::nullopt);
  }
  if (const absl::Duration delay = pace_.wait(parts_.clock.monotonic()); delay > absl::ZeroDuration()) {
    waitFor(delay);
  } else {
    ask();
  }
}

void FetchContents::ask() {
  v1::FetchAttachmentRequest request;
  request.set_content_hash(contents_.front().hash);
  request.set_offset(contents_.front().received);
  asked_ = true;
  parts_.remote.fetchContent(request, [weak = weak_from_this()](absl::StatusOr<v1::AttachmentChunk> answer) {
    const auto self = weak.lock();
    if (self && self->done_) {
      self->asked_ = false;
      self->receive(std::move(answer));
    }
  });
}

void FetchContents::receive(absl::StatusOr<v1::AttachmentChunk> answer) {
  if (absl::IsNotFound(answer.status())) {
    contents_.pop_front();
    return goOn();
  }
  if (!answer.ok()) {
    return end(transferFailure(answer.status()));
  }
  const TravellingContent& content = contents_.front();
  if (answer->content_hash() != content.hash || answer->offset() != content.received || answer->content().empty() ||
      answer->content().size() > kContentChunkBytes) {
    return end(protocolFailure("attachments: not the chunk that was asked for"));
  }
  keep(*answer);
}

void FetchContents::keep(const v1::AttachmentChunk& chunk) {
  TravellingContent& content = contents_.front();
  const absl::StatusOr<bool> kept = parts_.contents.keepChunk(content.hash, content.received, chunk.content());
  if (!kept.ok()) {
    return end(storeFailure(kept.status()));
  }
  if (!*kept) {
    return end(protocolFailure("attachments: a content is not what its hash says"));
  }
  pace_.note(chunk.content().size(), parts_.clock.monotonic());
  content.received += chunk.content().size();
  const bool complete = content.received >= content.bytes;
  if (complete) {
    contents_.pop_front();
  }
  on_progress_(chunk.content().size(), complete);
  if (done_) {
    goOn();
  }
}

void FetchContents::waitFor(absl::Duration delay) {
  timer_ = parts_.executor.postAfter(delay, [weak = weak_from_this()] {
    const auto self = weak.lock();
    if (self && self->timer_) {
      self->timer_.reset();
      if (self->done_) {
        self->goOn();
      }
    }
  });
}

void FetchContents::stopTimer() {
  if (timer_) {
    parts_.executor.cancel(*timer_);
    timer_.reset();
  }
}

void FetchContents::end(std::optional<Failure> failure) {
  stopTimer();
  if (const Done done = std::exchange(done_, nullptr)) {
    done(std::move(failure));
  }
}

}  // namespace doorstep::client
