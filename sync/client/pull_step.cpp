#include "sync/client/pull_step.h"

#include <utility>

namespace doorstep::client {

PullStep::PullStep(Replica& replica, Remote& remote) : replica_(replica), remote_(remote) {}

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
        return self && self->done_ ? self->keep(page) : absl::CancelledError("pull: abandoned");
      },
      [weak = weak_from_this()](const absl::Status& status) {
        const auto self = weak.lock();
        if (!self || !self->done_) {
          return;
        }
        if (!self->kept_.ok()) {
          self->end(storeFailure(self->kept_));
        } else {
          self->end(status.ok() ? std::nullopt : std::optional(remoteFailure(status)));
        }
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

absl::Status PullStep::keep(const v1::PullReply& page) {
  kept_ = replica_.keepPage(page);
  if (kept_.ok()) {
    on_page_(page);
  }
  return done_ ? kept_ : absl::CancelledError("pull: abandoned");
}

void PullStep::end(std::optional<Failure> failure) {
  if (const Done done = std::exchange(done_, nullptr)) {
    done(std::move(failure));
  }
}

}  // namespace doorstep::client
