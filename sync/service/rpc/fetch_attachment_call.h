#pragma once

#include <grpcpp/support/server_callback.h>

#include <memory>

#include "absl/status/statusor.h"
#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/service/caller.h"
#include "sync/service/rpc/parts.h"

namespace doorstep::service {

// One chunk of a content down, the one at the offset that is asked for; nothing behind the end. A device asks
// for the next when it has kept this one, so that a break costs it one chunk at most: what gRPC has received
// beyond a message that was read is lost with its connection.
class FetchAttachmentCall final : public grpc::ServerWriteReactor<v1::AttachmentChunk>,
                                  public std::enable_shared_from_this<FetchAttachmentCall> {
 public:
  static FetchAttachmentCall* start(Parts& parts, grpc::CallbackServerContext* context,
                                    const v1::FetchAttachmentRequest& request);

  void OnWriteDone(bool ok) override;
  void OnDone() override;

 private:
  FetchAttachmentCall(Parts& parts, grpc::CallbackServerContext* context, const v1::FetchAttachmentRequest& request);

  void send();
  absl::StatusOr<v1::AttachmentChunk> answer();
  void end(const absl::Status& status);

  Parts& parts_;
  grpc::CallbackServerContext* context_;
  const v1::FetchAttachmentRequest& request_;
  absl::Time began_;
  std::shared_ptr<FetchAttachmentCall> self_;  // until OnDone
  v1::AttachmentChunk chunk_;
};

}  // namespace doorstep::service
