#include "sync/client/attachments/send_contents.h"

#include <algorithm>
#include <utility>

#include "sync/outside/planted.h"

namespace doorstep::client {
namespace {

constexpr std::size_t kMostQuestions = 32;

std::uint64_t nextSize(const TravellingContent& content, std::uint64_t offset) {
  return std::min<std::uint64_t>(kContentChunkBytes, content.bytes - offset);
}

}  // namespace

void SendContents::run(std::deque<TravellingContent> contents, OnProgress on_progress, Done done) {
  unasked_ = std::move(contents);
  on_progress_ = std::move(on_progress);
  done_ = std::move(done);
  goOn();
}

void SendContents::hurry() {
  hurried_ = true;
  stopTimer();
  if (done_) {
    goOn();
  }
}

void SendContents::abandon() {
  done_ = nullptr;
  stopTimer();
}

void SendContents::goOn() {
  while (done_ && !hurried_ && asked_ < kMostQuestions && !unasked_.empty()) {
    ask(std::exchange(unasked_.front(), {}));
    unasked_.pop_front();
  }
  while (done_ && !hurried_ && sendNext()) {
  }
  const bool nothing_left = unasked_.empty() && ready_.empty();
  if (done_ && asked_ == 0 && chunks_ == 0 && (hurried_ || nothing_left)) {
    end(std::nullopt);
  }
}

void SendContents::ask(const TravellingContent& content) {
  v1::AttachmentChunk question;
  question.set_content_hash(content.hash);
  question.set_content_bytes(content.bytes);
  ++asked_;
  parts_.remote.sendContent(question, [weak = weak_from_this(), content](absl::StatusOr<v1::AttachmentState> answer) {
    const auto self = weak.lock();
    if (self && self->done_) {
      self->heard(content, std::move(answer));
    }
  });
}

void SendContents::heard(const TravellingContent& content, absl::StatusOr<v1::AttachmentState> answer) {
  --asked_;
  if (!answer.ok()) {
    return end(transferFailure(answer.status()));
  }
  if (settle(content, *answer)) {
    goOn();
  }
}

// False when nothing can be sent now.
bool SendContents::sendNext() {
  if (ready_.empty() || timer_) {
    return false;
  }
  const Outgoing next = ready_.front();
  const std::uint64_t size = nextSize(next.content, next.offset);
  if (bytes_ > 0 && bytes_ + size > kContentChunkBytes) {
    return false;
  }
  if (const absl::Duration delay = pace_.wait(parts_.clock.monotonic()); delay > absl::ZeroDuration()) {
    waitFor(delay);
    return false;
  }
  ready_.pop_front();
  auto bytes = parts_.contents.chunk(next.content.hash, next.offset);
  if (!bytes.ok()) {
    end(storeFailure(bytes.status()));
    return false;
  }
  v1::AttachmentChunk chunk;
  chunk.set_content_hash(next.content.hash);
  chunk.set_content_bytes(next.content.bytes);
  chunk.set_offset(next.offset);
  chunk.set_content(*std::move(bytes));
  ++chunks_;
  bytes_ += size;
  pace_.note(size, parts_.clock.monotonic());
  parts_.remote.sendContent(chunk, [weak = weak_from_this(), next, size](absl::StatusOr<v1::AttachmentState> answer) {
    const auto self = weak.lock();
    if (self && self->done_) {
      self->arrived(next, size, std::move(answer));
    }
  });
  return true;
}

void SendContents::arrived(const Outgoing& sent, std::uint64_t size, absl::StatusOr<v1::AttachmentState> answer) {
  --chunks_;
  bytes_ -= size;
  if (!answer.ok()) {
    return end(transferFailure(answer.status()));
  }
  if (!answer->has_problem() && !answer->complete() && answer->received() <= sent.offset) {
    return end(protocolFailure("attachments: a chunk was taken and is not there"));
  }
  on_progress_(size, false);
  if (done_ && settle(sent.content, *answer)) {
    goOn();
  }
}

bool SendContents::settle(const TravellingContent& content, const v1::AttachmentState& state) {
  if (!state.has_problem() && !state.complete() && !outside::planted(outside::Fault::kContentHalfSent)) {
    if (state.received() % kContentChunkBytes != 0 || state.received() >= content.bytes) {
      end(protocolFailure("attachments: the service stands where no chunk begins"));
      return false;
    }
    // What was begun is brought to its end first.
    state.received() > 0 ? ready_.push_front({content, state.received()}) : ready_.push_back({content, 0});
    return true;
  }
  const absl::Status kept = state.has_problem() ? parts_.contents.keepRefusal(content.hash, state.problem())
                                                : parts_.contents.keepSent(content.hash);
  if (!kept.ok()) {
    end(storeFailure(kept));
    return false;
  }
  on_progress_(0, state.complete());
  return done_ != nullptr;
}

void SendContents::waitFor(absl::Duration delay) {
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

void SendContents::stopTimer() {
  if (timer_) {
    parts_.executor.cancel(*timer_);
    timer_.reset();
  }
}

void SendContents::end(std::optional<Failure> failure) {
  stopTimer();
  if (const Done done = std::exchange(done_, nullptr)) {
    done(std::move(failure));
  }
}

}  // namespace doorstep::client
