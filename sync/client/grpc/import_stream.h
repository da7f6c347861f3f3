#pragma once

#include <grpcpp/support/client_callback.h>

#include <functional>
#include <vector>

#include "doorstep/v1/admin.grpc.pb.h"
#include "sync/client/grpc/stream_call.h"

namespace doorstep::client {

// The rows of one file: a batch goes out when the one before it was answered, so that stopping stops
// behind what has been answered and at most one batch.
class ImportStream final : public StreamCall<grpc::ClientBidiReactor<v1::ImportRequest, v1::ImportReply>> {
 public:
  using OnReply = std::function<void(const v1::ImportReply&)>;
  using Done = std::function<void(absl::Status)>;
  using Base = StreamCall<grpc::ClientBidiReactor<v1::ImportRequest, v1::ImportReply>>;

  static constexpr std::size_t kMostRows = 500;  // of one batch (admin.proto)

  // At least one row.
  ImportStream(outside::Executor& executor, std::shared_ptr<CallCounter> counter, StreamLimits limits,
               std::vector<v1::ImportRow> rows, OnReply on_reply, Done done);
  void start(v1::Admin::Stub& stub);
  bool isOver() const { return over_; }

 private:
  void OnWriteDone(bool ok) override;
  void OnReadDone(bool ok) override;
  void sendNext();
  void receive();
  void closed(absl::Status status) override;

  std::vector<v1::ImportRow> rows_;
  std::size_t sent_ = 0;
  OnReply on_reply_;
  Done done_;
  v1::ImportRequest request_;  // gRPC's while a write is under way, the executor's otherwise
  v1::ImportReply reply_;      // likewise with a read
  bool writing_ = false;
  bool answered_ = false;  // the last batch's reply came while its write was not yet reported done
  bool complete_ = false;
  bool over_ = false;
};

}  // namespace doorstep::client
