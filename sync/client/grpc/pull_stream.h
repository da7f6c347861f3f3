#pragma once

#include <grpcpp/support/client_callback.h>

#include <deque>
#include <functional>
#include <mutex>
#include <optional>

#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/client/grpc/stream_call.h"

namespace doorstep::client {

// One pull. A few pages are read ahead of what was handed over, and unpacked on gRPC's thread; no more, so that a slow
// store holds the service back instead of filling memory.
class PullStream final : public StreamCall<grpc::ClientReadReactor<v1::PullReply>> {
 public:
  using OnPage = std::function<absl::Status(const v1::PullReply&)>;
  using Done = std::function<void(absl::Status)>;
  using Base = StreamCall<grpc::ClientReadReactor<v1::PullReply>>;

  PullStream(outside::Executor& executor, std::shared_ptr<CallCounter> counter, StreamLimits limits,
             v1::PullRequest request, OnPage on_page, Done done);
  void start(v1::Sync::Stub& stub);

 private:
  void OnReadDone(bool ok) override;
  void handOver();
  std::optional<v1::PullReply> next();
  void end();
  void closed(absl::Status status) override;

  v1::PullRequest request_;
  v1::PullReply page_;  // gRPC's, while a read is under way
  std::mutex mutex_;
  std::deque<v1::PullReply> arrived_;  // not handed over yet
  bool reading_ = true;
  bool posted_ = false;    // handOver() is, or runs
  absl::Status unpacked_;  // why a page could not be
  absl::Status kept_;
  OnPage on_page_;
  Done done_;
};

}  // namespace doorstep::client
