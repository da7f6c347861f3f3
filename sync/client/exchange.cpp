#include "sync/client/exchange.h"

#include <algorithm>
#include <utility>

namespace doorstep::client {
namespace {

PushLimits limitsOf(const EngineSettings& settings) {
  return {settings.batch_changes, settings.batch_bytes, settings.batches_in_flight};
}

}  // namespace

Exchange::Exchange(Doors doors, const EngineSettings& settings, SyncStatus& status, Progress progress)
    : doors_(doors),
      withdrawal_(settings.withdrawal),
      comparison_(settings.comparison),
      status_(status),
      progress_(std::move(progress)),
      hello_(std::make_shared<HelloStep>(doors.replica, doors.remote, doors.clock, doors.random, settings.app_version)),
      push_(std::make_shared<PushStep>(doors.replica, doors.remote, limitsOf(settings))),
      pull_(std::make_shared<PullStep>(doors.replica, doors.remote, *doors.executor)),
      hand_in_(std::make_shared<HandInStep>(HandInStep::Parts{doors.replica, withdrawal_, doors.clock, doors.random},
                                            limitsOf(settings))) {}

void Exchange::begin(const TransferRules& rules, Done done) {
  rules_ = rules;
  done_ = std::move(done);
  if (doors_.contents.contents != nullptr) {
    if (const absl::Status released = doors_.contents.contents->release(); !released.ok()) {
      return end(storeFailure(released));
    }
  }
  status_.phase = Phase::kHello;
  progress_();
  if (!done_) {
    return;  // abandoned by whom it was reported to
  }
  hello_->run([weak = weak_from_this()](std::variant<Greeting, Failure> outcome) {
    const auto self = weak.lock();
    if (!self) {
      return;
    }
    if (auto* failure = std::get_if<Failure>(&outcome)) {
      self->handIn(std::move(*failure));
    } else {
      self->push(std::get<Greeting>(outcome));
    }
  });
}

// Any other failure of the hello just ends the exchange.
void Exchange::handIn(Failure refusal) {
  if (refusal.trouble != Trouble::kRefused || withdrawal_.remote == nullptr) {
    return end(std::move(refusal));
  }
  status_.phase = Phase::kPushing;
  status_.to_push = status_.waiting;
  progress_();
  if (!done_) {
    return;
  }
  hand_in_->run(
      [weak = weak_from_this()](std::size_t changes) {
        if (const auto self = weak.lock()) {
          self->countHandedIn(changes);
        }
      },
      [weak = weak_from_this()](Failure failure) {
        if (const auto self = weak.lock()) {
          self->end(std::move(failure));
        }
      });
}

void Exchange::countHandedIn(std::uint64_t changes) {
  status_.pushed += changes;
  status_.to_push = std::max(status_.to_push, status_.pushed);
  status_.waiting -= std::min(status_.waiting, changes);
  progress_();
}

void Exchange::push(const Greeting& greeting) {
  status_.phase = Phase::kPushing;
  status_.waiting = greeting.state.waiting;
  status_.to_push = greeting.state.waiting;
  progress_();
  if (!done_) {
    return;
  }
  const bool too_old = greeting.reply.verdict() == v1::HELLO_VERDICT_TOO_OLD;
  push_->run(
      greeting.state.last_acknowledged,
      [weak = weak_from_this()](const std::vector<v1::Receipt>& receipts) {
        if (const auto self = weak.lock()) {
          self->count(receipts);
        }
      },
      [weak = weak_from_this(), too_old, name_held = greeting.reply.scope_changed(),
       nothing_new = greeting.reply.has_nothing_new_until()](std::optional<Failure> failure) {
        const auto self = weak.lock();
        if (!self) {
          return;
        }
        if (failure) {
          self->end(std::move(failure));
        } else if (too_old) {
          self->end(Failure{Trouble::kAppTooOld, absl::FailedPreconditionError("hello: the app is too old to pull")});
        } else if (nothing_new && self->push_->sentOnlyCreations() && self->all_applied_) {
          self->doors_.remote.endPush();
          self->complete();  // what has just been taken is here already
        } else {
          self->pull(name_held);
        }
      });
}

void Exchange::count(const std::vector<v1::Receipt>& receipts) {
  status_.pushed += receipts.size();
  status_.to_push = std::max(status_.to_push, status_.pushed);  // more may be saved while we push
  status_.waiting -= std::min<std::uint64_t>(status_.waiting, receipts.size());
  for (const v1::Receipt& receipt : receipts) {
    status_.quarantined += receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED ? 1 : 0;
    status_.conflicts += static_cast<std::uint64_t>(receipt.conflict_ids_size());
    // With a note it was taken in other than it was made, and has to be pulled.
    all_applied_ = all_applied_ && receipt.outcome() == v1::RECEIPT_OUTCOME_APPLIED && receipt.problems().empty();
  }
  progress_();
}

void Exchange::pull(bool name_held) {
  status_.phase = Phase::kPulling;
  progress_();
  if (!done_) {
    return;
  }
  pull_->run(
      name_held,
      [weak = weak_from_this()](const v1::PullReply& page) {
        if (const auto self = weak.lock()) {
          self->count(page);
        }
      },
      [weak = weak_from_this()](std::optional<Failure> failure) {
        const auto self = weak.lock();
        if (!self) {
          return;
        }
        if (failure) {
          self->end(std::move(failure));
        } else {
          self->complete();
        }
      });
}

void Exchange::count(const v1::PullReply& page) {
  status_.pulled_records += static_cast<std::uint64_t>(page.entries_size());
  status_.pulled_households = page.done_households();
  status_.to_pull_households = page.total_households();
  progress_();
}

void Exchange::complete() {
  const absl::Time now = doors_.clock.now();
  if (const absl::Status kept = doors_.replica.keepLastSync(now); !kept.ok()) {
    return end(storeFailure(kept));
  }
  status_.last_sync = now;
  transfer();
}

// The records are through, whatever becomes of the pictures.
void Exchange::transfer() {
  const ContentDoors& doors = doors_.contents;
  if (doors.contents == nullptr) {
    return compare();
  }
  transfer_ = std::make_shared<TransferStep>(
      TransferParts{*doors.contents, *doors.remote, doors_.clock, *doors_.executor}, rules_);
  const absl::StatusOr<std::uint64_t> planned = transfer_->plan();
  if (!planned.ok()) {
    return end(storeFailure(planned.status()));
  }
  status_.contents_held_back = *planned > 0 && !rules_.allowed;
  if (*planned == 0 || !rules_.allowed) {
    return compare();
  }
  status_.phase = Phase::kTransferring;
  status_.contents_to_move = *planned;
  progress_();
  if (!done_) {
    return;
  }
  transfer_->run(
      [weak = weak_from_this()](std::uint64_t bytes, bool complete) {
        if (const auto self = weak.lock()) {
          self->count(bytes, complete);
        }
      },
      [weak = weak_from_this()](std::optional<Failure> failure) {
        if (const auto self = weak.lock()) {
          failure ? self->end(std::move(failure)) : self->compare();
        }
      });
}

// By hand, or once in the evening.
void Exchange::compare() {
  if (!done_) {
    return;
  }
  if (comparison_.store == nullptr || comparison_.remote == nullptr) {
    return end(std::nullopt);
  }
  const absl::StatusOr<absl::Time> last = comparison_.store->lastComparison();
  if (!last.ok()) {
    return end(storeFailure(last.status()));
  }
  if (!compare_by_hand_ && !comparisonIsDue(*last, doors_.clock.now())) {
    return end(std::nullopt);
  }
  status_.phase = Phase::kComparing;
  progress_();
  if (!done_) {
    return;
  }
  compare_ = std::make_shared<CompareStep>(doors_.replica, comparison_, doors_.clock);
  compare_->run([weak = weak_from_this()](CompareStep::Outcome outcome) {
    if (const auto self = weak.lock()) {
      self->sends_again_ = outcome.sends_again;
      self->end(std::move(outcome.failure));
    }
  });
}

void Exchange::count(std::uint64_t bytes, bool complete) {
  status_.content_bytes_moved += bytes;
  status_.contents_moved += complete ? 1 : 0;
  progress_();
}

void Exchange::follow(const TransferRules& rules) {
  rules_ = rules;
  hurry();
}

void Exchange::hurry() {
  if (transfer_ && done_) {
    transfer_->hurry();
  }
}

void Exchange::abandon() {
  done_ = nullptr;
  hello_->abandon();
  push_->abandon();
  pull_->abandon();
  hand_in_->abandon();
  if (compare_) {
    compare_->abandon();
  }
  if (transfer_) {
    transfer_->abandon();
  }
}

void Exchange::end(std::optional<Failure> failure) {
  if (const Done done = std::exchange(done_, nullptr)) {
    done(std::move(failure));
  }
}

}  // namespace doorstep::client
