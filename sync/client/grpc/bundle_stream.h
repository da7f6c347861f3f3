#pragma once

#include <grpcpp/support/client_callback.h>

#include <string>

#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/client/grpc/stream_call.h"
#include "sync/client/remote.h"

namespace doorstep::client {

// One sealed bundle up, part by part, and the sealed receipts down.
class BundleStream final : public StreamCall<grpc::ClientBidiReactor<v1::BundlePart, v1::BundlePart>> {
 public:
  using Done = Remote::Done<std::string>;
  using Base = StreamCall<grpc::ClientBidiReactor<v1::BundlePart, v1::BundlePart>>;

  BundleStream(outside::Executor& executor, std::shared_ptr<CallCounter> counter, StreamLimits limits,
               std::string bundle, Done done);
  void start(v1::Sync::Stub& stub);

 private:
  void OnWriteDone(bool ok) override;
  void OnReadDone(bool ok) override;
  void sendNext();
  void closed(absl::Status status) override;

  std::string bundle_;
  std::size_t sent_ = 0;
  std::string receipts_;
  v1::BundlePart out_;
  v1::BundlePart in_;  // gRPC's while a read is under way, the executor's otherwise
  Done done_;
};

}  // namespace doorstep::client
