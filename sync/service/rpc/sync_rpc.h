#pragma once

#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/service/rpc/parts.h"

namespace doorstep::service {

class SyncRpc final : public v1::Sync::CallbackService {
 public:
  explicit SyncRpc(Parts& parts) : parts_(parts) {}

  grpc::ServerUnaryReactor* Hello(grpc::CallbackServerContext* context, const v1::HelloRequest* request,
                                  v1::HelloReply* reply) override;
  grpc::ServerBidiReactor<v1::PushRequest, v1::PushReply>* Push(grpc::CallbackServerContext* context) override;
  grpc::ServerWriteReactor<v1::PullReply>* Pull(grpc::CallbackServerContext* context,
                                                const v1::PullRequest* request) override;
  grpc::ServerBidiReactor<v1::BundlePart, v1::BundlePart>* TakeBundle(grpc::CallbackServerContext* context) override;
  grpc::ServerBidiReactor<v1::HandInRequest, v1::HandInReply>* HandIn(grpc::CallbackServerContext* context) override;
  grpc::ServerBidiReactor<v1::AttachmentChunk, v1::AttachmentState>* SendAttachments(
      grpc::CallbackServerContext* context) override;
  grpc::ServerWriteReactor<v1::AttachmentChunk>* FetchAttachment(grpc::CallbackServerContext* context,
                                                                 const v1::FetchAttachmentRequest* request) override;

  grpc::ServerUnaryReactor* Reconcile(grpc::CallbackServerContext* context, const v1::ReconcileRequest* request,
                                      v1::ReconcileReply* reply) override;

 private:
  Parts& parts_;
};

}  // namespace doorstep::service
