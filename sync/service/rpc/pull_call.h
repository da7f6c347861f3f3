#pragma once

#include <grpcpp/support/server_callback.h>

#include <memory>
#include <optional>

#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/service/exchange/pull_stream.h"
#include "sync/service/rpc/parts.h"

namespace doorstep::service {

// Pages down, one at a time: the next is read when the one before is on the wire. The caller is looked
// at again before each.
class PullCall final : public grpc::ServerWriteReactor<v1::PullReply>, public std::enable_shared_from_this<PullCall> {
 public:
  static PullCall* start(Parts& parts, grpc::CallbackServerContext* context, const v1::PullRequest& request);

  void OnWriteDone(bool ok) override;
  void OnDone() override;

 private:
  PullCall(Parts& parts, grpc::CallbackServerContext* context, const v1::PullRequest& request);

  void admitCaller();
  void sendNext();
  absl::StatusOr<std::optional<v1::PullReply>> nextPage();
  void end(const absl::Status& status);

  Parts& parts_;
  grpc::CallbackServerContext* context_;
  const v1::PullRequest& request_;
  absl::Time began_;
  std::shared_ptr<PullCall> self_;  // until OnDone
  Caller caller_;
  std::optional<PullStream> stream_;
  v1::PullReply page_;
};

}  // namespace doorstep::service
