#pragma once

#include <grpcpp/client_context.h>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "sync/client/grpc/call_counter.h"
#include "sync/client/grpc/call_status.h"
#include "sync/outside/executor.h"

namespace doorstep::client {

// One request, one reply. gRPC's thread only posts; done runs on the executor, exactly once. The last
// hold on a call passes to the executor, too: its context holds the channel, and a channel that goes
// on gRPC's own thread makes that thread wait for itself (gRPC 1.51, CallbackAlternativeCQ).
template <typename Request, typename Reply>
class UnaryCall final : public Cancellable, public std::enable_shared_from_this<UnaryCall<Request, Reply>> {
 public:
  using Done = std::function<void(absl::StatusOr<Reply>)>;
  using Finished = std::function<void(grpc::Status)>;
  // A method of a stub's async interface, bound to the stub.
  using Method = std::function<void(grpc::ClientContext*, const Request*, Reply*, Finished)>;

  UnaryCall(outside::Executor& executor, std::shared_ptr<CallCounter> counter, Request request, Done done)
      : executor_(executor), counter_(std::move(counter)), request_(std::move(request)), done_(std::move(done)) {}

  void start(absl::Duration deadline, const Method& method) {
    context_.set_deadline(std::chrono::system_clock::now() + absl::ToChronoMilliseconds(deadline));
    counter_->begin();
    self_ = this->shared_from_this();
    method(&context_, &request_, &reply_, [this](const grpc::Status& status) {
      const auto counter = counter_;
      executor_.post([self = std::move(self_), status] { self->finish(status); });
      counter->end();  // this may already be gone
    });
  }

  void cancel() override {
    cancelled_ = true;
    context_.TryCancel();
  }

 private:
  void finish(const grpc::Status& status) {
    const Done done = std::exchange(done_, nullptr);
    if (status.ok()) {
      done(std::move(reply_));
    } else {
      done(callStatus(status, cancelled_));
    }
  }

  outside::Executor& executor_;
  std::shared_ptr<CallCounter> counter_;
  grpc::ClientContext context_;
  Request request_;
  Reply reply_;
  Done done_;
  std::shared_ptr<UnaryCall> self_;  // until gRPC has let go of it
  bool cancelled_ = false;
};

}  // namespace doorstep::client
