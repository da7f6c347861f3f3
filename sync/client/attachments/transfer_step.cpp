#include "sync/client/attachments/transfer_step.h"

#include <utility>

namespace doorstep::client {

absl::StatusOr<std::uint64_t> TransferStep::plan() {
  auto down = parts_.contents.toFetch();
  auto up = parts_.contents.toSend();
  if (!down.ok() || !up.ok()) {
    return down.ok() ? up.status() : down.status();
  }
  down_ = {down->begin(), down->end()};
  up_ = {up->begin(), up->end()};
  return down_.size() + up_.size();
}

void TransferStep::run(OnProgress on_progress, Done done) {
  on_progress_ = std::move(on_progress);
  done_ = std::move(done);
  fetching_ = std::make_shared<FetchContents>(parts_, pace_);
  fetching_->run(std::exchange(down_, {}), on_progress_,
                 [weak = weak_from_this()](const std::optional<Failure>& failure) {
                   const auto self = weak.lock();
                   if (self && self->done_) {
                     failure ? self->end(failure) : self->send();
                   }
                 });
}

void TransferStep::send() {
  if (hurried_ || up_.empty()) {
    return end(std::nullopt);
  }
  sending_ = std::make_shared<SendContents>(parts_, pace_);
  sending_->run(std::exchange(up_, {}), on_progress_, [weak = weak_from_this()](const std::optional<Failure>& failure) {
    const auto self = weak.lock();
    if (self && self->done_) {
      self->end(failure);
    }
  });
}

void TransferStep::hurry() {
  hurried_ = true;
  if (sending_) {
    sending_->hurry();
  } else if (fetching_) {
    fetching_->hurry();
  }
}

void TransferStep::abandon() {
  done_ = nullptr;
  if (fetching_) {
    fetching_->abandon();
  }
  if (sending_) {
    sending_->abandon();
  }
}

void TransferStep::end(std::optional<Failure> failure) {
  parts_.remote.endContents();
  if (const Done done = std::exchange(done_, nullptr)) {
    done(std::move(failure));
  }
}

}  // namespace doorstep::client
