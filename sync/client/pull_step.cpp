#include "sync/client/pull_step.h"

#include <cstddef>
#include <iterator>
#include <utility>

namespace doorstep::client {
namespace {

constexpr std::size_t kMostGathered = 10;

}  // namespace

PullStep::PullStep(Replica& replica, Remote& remote, outside::Executor& executor)
    : replica_(replica), remote_(remote), executor_(executor) {}

void PullStep::run(bool name_held, OnPage on_page, Done done) {
  on_page_ = std::move(on_page);
  done_ = std::move(done);
  const auto wanted = request(name_held);
  if (!wanted.ok()) {
    return end(storeFailure(wanted.status()));
  }
  remote_.pull(
      *wanted,
      [weak = weak_from_this()](const v1::PullReply& page) {
        const auto self = weak.lock();
        return self && self->done_ ? self->take(page) : absl::CancelledError("pull: abandoned");
      },
      [weak = weak_from_this()](const absl::Status& status) {
        const auto self = weak.lock();
        if (!self || !self->done_) {
          return;
        }
        self->ended_ = status;
        self->conclude();
      });
}

absl::StatusOr<v1::PullRequest> PullStep::request(bool name_held) {
  const auto state = replica_.state();
  if (!state.ok()) {
    return state.status();
  }
  v1::PullRequest request;
  request.set_replica_id(state->replica_id);
  *request.mutable_cursor() = state->cursor;
  if (!name_held) {
    return request;
  }
  const auto held = replica_.heldHouseholds();
  if (!held.ok()) {
    return held.status();
  }
  request.set_names_held(true);
  request.mutable_held_household_ids()->Add(held->begin(), held->end());
  return request;
}

absl::Status PullStep::take(const v1::PullReply& page) {
  if (kept_.ok()) {
    pages_.push_back(page);
    // No more are gathered than are kept together: who hands pages over waits here for a slow store.
    if (pages_.size() < kMostGathered) {
      keepLater();
    } else {
      keep();
    }
  }
  return done_ ? kept_ : absl::CancelledError("pull: abandoned");
}

void PullStep::keepLater() {
  if (keeping_) {
    return;
  }
  keeping_ = true;
  executor_.post([weak = weak_from_this()] {
    const auto self = weak.lock();
    if (self && self->done_ && self->keeping_) {
      self->keep();
    }
  });
}

void PullStep::keep() {
  keeping_ = false;
  const absl::StatusOr<std::size_t> count = replica_.keepPages(pages_, [this] { return executor_.isWanted(); });
  kept_ = count.status();
  if (!kept_.ok()) {
    pages_.clear();
    return end(storeFailure(kept_));
  }
  const auto behind = pages_.begin() + static_cast<std::ptrdiff_t>(*count);
  const std::vector<v1::PullReply> kept(std::make_move_iterator(pages_.begin()), std::make_move_iterator(behind));
  pages_.erase(pages_.begin(), behind);
  for (const v1::PullReply& page : kept) {
    on_page_(page);
    if (!done_) {
      return;  // abandoned by whom it was reported to
    }
  }
  if (!pages_.empty()) {
    keepLater();
  }
  conclude();
}

void PullStep::conclude() {
  if (ended_ && pages_.empty()) {
    end(ended_->ok() ? std::nullopt : std::optional(remoteFailure(*ended_)));
  }
}

void PullStep::end(std::optional<Failure> failure) {
  if (const Done done = std::exchange(done_, nullptr)) {
    done(std::move(failure));
  }
}

}  // namespace doorstep::client
