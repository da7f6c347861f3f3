#pragma once

#include <grpcpp/support/server_callback.h>

#include <memory>

#include "absl/status/statusor.h"
#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/service/caller.h"
#include "sync/service/rpc/parts.h"

namespace doorstep::service {

// Contents up, chunk by chunk: each is answered when it is on the disk, and only then is the next one read, so
// that memory holds one. Several contents may share the stream. What a device may not send, or what was
// something else than its hash says, is answered with the reason and ends nothing; the caller and the records
// that name the content are looked at with each chunk.
class SendAttachmentsCall final : public grpc::ServerBidiReactor<v1::AttachmentChunk, v1::AttachmentState>,
                                  public std::enable_shared_from_this<SendAttachmentsCall> {
 public:
  static SendAttachmentsCall* start(Parts& parts, grpc::CallbackServerContext* context);

  void OnReadDone(bool ok) override;
  void OnWriteDone(bool ok) override;
  void OnDone() override;

 private:
  SendAttachmentsCall(Parts& parts, grpc::CallbackServerContext* context);

  void admitCaller();
  void take();
  absl::StatusOr<v1::AttachmentState> answer();
  void end(const absl::Status& status);

  Parts& parts_;
  grpc::CallbackServerContext* context_;
  absl::Time began_;
  std::shared_ptr<SendAttachmentsCall> self_;  // until OnDone
  Caller caller_;
  v1::AttachmentChunk chunk_;
  v1::AttachmentState state_;
};

}  // namespace doorstep::service
