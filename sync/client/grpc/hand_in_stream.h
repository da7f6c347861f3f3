#pragma once

#include <grpcpp/support/client_callback.h>

#include <functional>

#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/client/grpc/stream_call.h"
#include "sync/client/remote.h"

namespace doorstep::client {

// What a refused device hands in: a batch goes when the last one was answered.
class HandInStream final : public StreamCall<grpc::ClientBidiReactor<v1::HandInRequest, v1::HandInReply>> {
 public:
  using Done = Remote::Done<v1::HandInReply>;
  using Ended = std::function<void(absl::Status)>;
  using Base = StreamCall<grpc::ClientBidiReactor<v1::HandInRequest, v1::HandInReply>>;

  HandInStream(outside::Executor& executor, std::shared_ptr<CallCounter> counter, StreamLimits limits);
  void start(v1::Sync::Stub& stub);
  void send(const v1::HandInRequest& request, Done done);
  void finish(Ended ended);
  bool isOver() const { return over_; }

 private:
  void OnReadDone(bool ok) override;
  void receive();
  void closed(absl::Status status) override;

  v1::HandInRequest request_;  // gRPC's until it was answered
  v1::HandInReply reply_;
  Done done_;    // of the batch under way
  Ended ended_;  // once nothing more is sent
  bool over_ = false;
};

}  // namespace doorstep::client
