#include "sync/client/engine.h"

#include <optional>
#include <utility>

#include "sync/client/backoff.h"
#include "sync/client/exchange.h"

namespace doorstep::client {

// When to exchange. At any time there is at most one exchange and at most one timer: either an
// exchange runs, or the timer of the next one does.
class Engine::State : public std::enable_shared_from_this<State> {
 public:
  State(Exchange::Doors doors, outside::Executor& executor, EngineSettings settings, Observer observer)
      : doors_(doors),
        executor_(executor),
        settings_(std::move(settings)),
        observer_(std::move(observer)),
        backoff_(settings_.first_retry, settings_.longest_retry, doors.random) {}

  void start();
  void syncNow();
  void networkReturned();
  void changesWaiting();
  void contentsWanted();
  void setTransferRules(const TransferRules& rules);
  void compareNow();
  void stop();
  void close() { observer_ = nullptr; }
  const SyncStatus& status() const { return status_; }

 private:
  void begin();
  void finished(const std::optional<Failure>& failure);
  void succeeded();
  void failed(const Failure& failure);
  void schedule(absl::Duration delay, bool gathering = false);
  void unschedule();
  void readStore();
  void publish();

  Exchange::Doors doors_;
  outside::Executor& executor_;
  EngineSettings settings_;
  Observer observer_;
  Backoff backoff_;
  SyncStatus status_;
  std::shared_ptr<Exchange> exchange_;
  std::optional<outside::Executor::Timer> timer_;
  bool started_ = false;
  bool gathering_ = false;     // the timer runs because something was saved
  bool saved_since_ = false;   // something was saved since the exchange under way began
  bool wanted_since_ = false;  // a picture was asked for since then
  bool compare_wanted_ = false;
  TransferRules rules_;
};

void Engine::State::start() {
  if (started_) {
    return;
  }
  started_ = true;
  backoff_.reset();
  begin();
}

void Engine::State::syncNow() {
  started_ = true;
  backoff_.reset();
  if (exchange_) {
    saved_since_ = true;  // what it has passed already goes with another one right after it
    return;
  }
  begin();
}

void Engine::State::networkReturned() {
  backoff_.reset();
  if (started_ && !exchange_ && (status_.waiting > 0 || status_.trouble != Trouble::kNone)) {
    begin();
  }
}

void Engine::State::changesWaiting() {
  readStore();
  if (exchange_) {
    saved_since_ = true;
    exchange_->hurry();
  } else if (started_ && status_.trouble == Trouble::kNone && !gathering_) {
    schedule(settings_.gather, true);
  }
  publish();
}

void Engine::State::contentsWanted() {
  if (exchange_) {
    wanted_since_ = true;
    exchange_->hurry();
  } else {
    started_ = true;
    begin();
  }
}

void Engine::State::compareNow() {
  if (exchange_) {
    exchange_->compareByHand();
  } else {
    compare_wanted_ = true;
    syncNow();
  }
}

void Engine::State::setTransferRules(const TransferRules& rules) {
  if (rules_ == rules) {
    return;
  }
  rules_ = rules;
  if (exchange_) {
    wanted_since_ = wanted_since_ || status_.phase == Phase::kTransferring;
    exchange_->follow(rules);
  } else if (started_ && status_.contents_held_back && rules.allowed) {
    schedule(settings_.gather);
  }
}

void Engine::State::stop() {
  started_ = false;
  unschedule();
  if (const auto exchange = std::exchange(exchange_, nullptr)) {
    exchange->abandon();
    doors_.remote.cancel();
  }
  status_.phase = Phase::kIdle;
  publish();
}

void Engine::State::begin() {
  unschedule();
  saved_since_ = wanted_since_ = false;
  readStore();
  status_.pushed = status_.to_push = 0;
  status_.pulled_households = status_.to_pull_households = status_.pulled_records = 0;
  status_.quarantined = status_.conflicts = 0;
  status_.contents_moved = status_.contents_to_move = status_.content_bytes_moved = 0;
  const auto exchange = std::make_shared<Exchange>(doors_, settings_, status_, [weak = weak_from_this()] {
    if (const auto self = weak.lock()) {
      self->publish();
    }
  });
  exchange_ = exchange;
  if (std::exchange(compare_wanted_, false)) {
    exchange->compareByHand();
  }
  exchange->begin(rules_, [weak = weak_from_this()](const std::optional<Failure>& failure) {
    if (const auto self = weak.lock()) {
      self->finished(failure);
    }
  });
}

void Engine::State::finished(const std::optional<Failure>& failure) {
  exchange_->abandon();
  wanted_since_ = wanted_since_ || exchange_->sendsAgain();
  exchange_ = nullptr;
  if (failure) {
    doors_.remote.cancel();  // what is still in flight is of no use any more
    failed(*failure);
  } else {
    succeeded();
  }
  publish();
}

void Engine::State::succeeded() {
  backoff_.reset();
  status_.phase = Phase::kIdle;
  status_.trouble = Trouble::kNone;
  status_.trouble_code = absl::StatusCode::kOk;
  readStore();
  const bool go_on = (saved_since_ && status_.waiting > 0) || wanted_since_;
  schedule(go_on ? settings_.gather : settings_.idle_interval, go_on);
}

void Engine::State::failed(const Failure& failure) {
  status_.trouble = failure.trouble;
  status_.trouble_code = failure.status.code();
  if (failure.trouble == Trouble::kRevoked) {  // nothing is left to be exchanged
    started_ = false;
    status_.phase = Phase::kIdle;
    return;
  }
  readStore();
  if (status_.content_bytes_moved > 0) {
    backoff_.reset();  // a line that breaks every few seconds is still one that carries
  }
  const absl::Duration delay = backoff_.next();
  schedule(delay);
  status_.phase = Phase::kWaitingToRetry;
  status_.retry_at = doors_.clock.now() + delay;
}

void Engine::State::schedule(absl::Duration delay, bool gathering) {
  unschedule();
  gathering_ = gathering;
  timer_ = executor_.postAfter(delay, [weak = weak_from_this()] {
    const auto self = weak.lock();
    if (self && self->started_ && !self->exchange_) {
      self->timer_.reset();
      self->begin();
    }
  });
}

void Engine::State::unschedule() {
  if (timer_) {
    executor_.cancel(*timer_);
    timer_.reset();
  }
  gathering_ = false;
  status_.retry_at = absl::InfiniteFuture();
}

void Engine::State::readStore() {
  if (const auto state = doors_.replica.state(); state.ok()) {
    status_.waiting = state->waiting;
    if (state->last_sync != absl::InfinitePast()) {
      status_.last_sync = state->last_sync;
    }
  }
  if (doors_.contents.contents != nullptr) {
    if (const auto waiting = doors_.contents.contents->waiting(); waiting.ok()) {
      status_.contents_waiting = *waiting;
    }
  }
}

void Engine::State::publish() {
  if (observer_) {
    observer_(status_);
  }
}

Engine::Engine(Replica& replica, Remote& remote, const outside::Clock& clock, outside::Random& random,
               outside::Executor& executor, EngineSettings settings, Observer observer, ContentDoors contents)
    : state_(std::make_shared<State>(Exchange::Doors{replica, remote, clock, random, contents, &executor}, executor,
                                     std::move(settings), std::move(observer))) {}

Engine::~Engine() {
  state_->close();
  state_->stop();
}

void Engine::start() {
  state_->start();
}
void Engine::syncNow() {
  state_->syncNow();
}
void Engine::networkReturned() {
  state_->networkReturned();
}
void Engine::changesWaiting() {
  state_->changesWaiting();
}
void Engine::contentsWanted() {
  state_->contentsWanted();
}
void Engine::compareNow() {
  state_->compareNow();
}
void Engine::setTransferRules(const TransferRules& rules) {
  state_->setTransferRules(rules);
}
void Engine::stop() {
  state_->stop();
}
const SyncStatus& Engine::status() const {
  return state_->status();
}

}  // namespace doorstep::client
