#pragma once

#include <grpcpp/support/client_callback.h>

#include <functional>
#include <optional>

#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/client/grpc/stream_call.h"

namespace doorstep::client {

// One chunk of a content down.
class ContentFetch final : public StreamCall<grpc::ClientReadReactor<v1::AttachmentChunk>> {
 public:
  using Done = std::function<void(absl::StatusOr<v1::AttachmentChunk>)>;
  using Base = StreamCall<grpc::ClientReadReactor<v1::AttachmentChunk>>;

  ContentFetch(outside::Executor& executor, std::shared_ptr<CallCounter> counter, StreamLimits limits,
               v1::FetchAttachmentRequest request, Done done);
  void start(v1::Sync::Stub& stub);

 private:
  void OnReadDone(bool ok) override;
  void closed(absl::Status status) override;

  v1::FetchAttachmentRequest request_;
  v1::AttachmentChunk chunk_;  // gRPC's while a read is under way
  bool came_ = false;
  Done done_;
};

}  // namespace doorstep::client
