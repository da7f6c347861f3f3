#pragma once

#include <grpcpp/client_context.h>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "sync/client/grpc/call_counter.h"
#include "sync/client/grpc/call_status.h"
#include "sync/outside/executor.h"

namespace doorstep::client {

struct StreamLimits {
  absl::Duration deadline = absl::Minutes(30);  // of the whole stream
  absl::Duration stall = absl::Seconds(60);     // the longest silence while an answer is awaited
};

// What both streams share. Everything but gRPC's reactions lives on the executor, and reactions only
// post. A hold keeps the call open, so that reads and writes may be started from the executor; it
// keeps itself alive until gRPC has let go of it, and goes on the executor (see UnaryCall).
template <typename Reactor>
class StreamCall : public Reactor, public Cancellable, public std::enable_shared_from_this<StreamCall<Reactor>> {
 public:
  StreamCall(outside::Executor& executor, std::shared_ptr<CallCounter> counter, StreamLimits limits)
      : executor_(executor), counter_(std::move(counter)), limits_(limits) {
    context_.set_deadline(std::chrono::system_clock::now() + absl::ToChronoMilliseconds(limits.deadline));
  }

  void cancel() override {
    cancelled_ = true;
    breakOff();
  }

 protected:
  // Before StartCall.
  void begin() {
    self_ = this->shared_from_this();
    counter_->begin();
    this->AddHold();
    held_ = true;
  }

  // No read or write is started after this; the status arrives when gRPC is done with the rest.
  void release() {
    disarm();
    if (held_) {
      held_ = false;
      this->RemoveHold();
    }
  }

  void breakOff() {
    context_.TryCancel();
    release();
  }

  // The answer that is awaited has to come within the stall limit from now.
  void arm() {
    disarm();
    stall_timer_ = executor_.postAfter(limits_.stall, [weak = this->weak_from_this()] {
      if (const auto self = weak.lock(); self && self->stall_timer_) {
        self->stall_timer_.reset();
        self->stalled_ = true;
        self->breakOff();
      }
    });
  }

  void disarm() {
    if (stall_timer_) {
      executor_.cancel(*stall_timer_);
      stall_timer_.reset();
    }
  }

  bool held() const { return held_; }
  grpc::ClientContext& context() { return context_; }

  // From a reaction: runs on the executor, with this call alive.
  template <typename Task>
  void postTask(Task task) {
    executor_.post([self = this->shared_from_this(), task = std::move(task)] { task(); });
  }

  // Others wait for the executor.
  bool isWanted() { return executor_.isWanted(); }

  // The call is over; on the executor, exactly once.
  virtual void closed(absl::Status status) = 0;

 private:
  void OnDone(const grpc::Status& status) override {
    const auto counter = counter_;
    executor_.post([self = std::move(self_), status] {
      self->disarm();
      if (self->stalled_ && !self->cancelled_) {
        self->closed(absl::DeadlineExceededError("the service fell silent"));
      } else {
        self->closed(callStatus(status, self->cancelled_));
      }
    });
    counter->end();  // this may already be gone
  }

  outside::Executor& executor_;
  std::shared_ptr<CallCounter> counter_;
  StreamLimits limits_;
  grpc::ClientContext context_;
  std::shared_ptr<StreamCall> self_;
  std::optional<outside::Executor::Timer> stall_timer_;
  bool held_ = false;
  bool cancelled_ = false;
  bool stalled_ = false;
};

}  // namespace doorstep::client
