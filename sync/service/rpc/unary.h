#pragma once

#include <grpcpp/support/server_callback.h>

#include <functional>
#include <string>
#include <utility>

#include "absl/time/clock.h"
#include "sync/service/rpc/door.h"

namespace doorstep::service {

// Answers one unary call: admits the caller on a reader's thread and lets `answer` finish it, at once or
// from another thread. The context lives until the reactor has been finished.
class UnaryCall {
 public:
  UnaryCall(Parts& parts, grpc::CallbackServerContext* context, std::string method)
      : parts_(parts),
        context_(context),
        reactor_(context->DefaultReactor()),
        method_(std::move(method)),
        began_(absl::Now()) {}

  using Finish = std::function<void(absl::Status)>;
  using Answer = std::function<void(const Caller&, Finish)>;

  grpc::ServerUnaryReactor* run(Answer answer) {
    parts_.readers.post([call = *this, answer = std::move(answer)] {
      const absl::StatusOr<Caller> caller = admit(call.parts_, *call.context_, call.method_);
      if (caller.ok()) {
        answer(*caller, call.finish());
      } else {
        call.finish()(caller.status());
      }
    });
    return reactor_;
  }
  // Without a certificate.
  grpc::ServerUnaryReactor* runOpen(const std::function<void(Finish)>& answer) {
    const absl::Status status = checkDeadline(*context_);
    status.ok() ? answer(finish()) : finish()(status);
    return reactor_;
  }

 private:
  Finish finish() const {
    return [call = *this](const absl::Status& status) {
      noteCall(call.parts_, call.method_, status, call.began_);
      call.reactor_->Finish(toGrpc(status));
    };
  }

  Parts& parts_;
  grpc::CallbackServerContext* context_;
  grpc::ServerUnaryReactor* reactor_;
  std::string method_;
  absl::Time began_;
};

}  // namespace doorstep::service
