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
      status_(status),
      progress_(std::move(progress)),
      hello_(std::make_shared<HelloStep>(doors.replica, doors.remote, doors.clock, doors.random, settings.app_version)),
      push_(std::make_shared<PushStep>(doors.replica, doors.remote, limitsOf(settings))),
      pull_(std::make_shared<PullStep>(doors.replica, doors.remote)) {}

void Exchange::begin(Done done) {
  done_ = std::move(done);
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
      self->end(std::move(*failure));
    } else {
      self->push(std::get<Greeting>(outcome));
    }
  });
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
      [weak = weak_from_this(), too_old, name_held = greeting.reply.scope_changed()](std::optional<Failure> failure) {
        const auto self = weak.lock();
        if (!self) {
          return;
        }
        if (failure) {
          self->end(std::move(failure));
        } else if (too_old) {
          self->end(Failure{Trouble::kAppTooOld, absl::FailedPreconditionError("hello: the app is too old to pull")});
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
  end(std::nullopt);
}

void Exchange::abandon() {
  done_ = nullptr;
  hello_->abandon();
  push_->abandon();
  pull_->abandon();
}

void Exchange::end(std::optional<Failure> failure) {
  if (const Done done = std::exchange(done_, nullptr)) {
    done(std::move(failure));
  }
}

}  // namespace doorstep::client
