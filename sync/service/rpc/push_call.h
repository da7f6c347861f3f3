#pragma once

#include <grpcpp/support/server_callback.h>

#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/service/arrived_change.h"
#include "sync/service/caller.h"
#include "sync/service/rpc/parts.h"

namespace doorstep::service {

// One stream of batches up and receipts down. Several batches may wait for the writer together;
// replies keep their order. A batch that stops ends the stream after the receipts it still has.
class PushCall final : public grpc::ServerBidiReactor<v1::PushRequest, v1::PushReply>,
                       public std::enable_shared_from_this<PushCall> {
 public:
  static PushCall* start(Parts& parts, grpc::CallbackServerContext* context);

  void OnReadDone(bool ok) override;
  void OnWriteDone(bool ok) override;
  void OnDone() override;

 private:
  PushCall(Parts& parts, grpc::CallbackServerContext* context);

  void admitCaller();
  void take(std::vector<ArrivedChange> changes);
  void answer(v1::PushReply reply, const absl::Status& stopped);
  // With the lock held: what can be done next.
  void proceed();

  Parts& parts_;
  grpc::CallbackServerContext* context_;
  absl::Time began_;
  std::shared_ptr<PushCall> self_;  // until OnDone
  Caller caller_;
  v1::PushRequest request_;

  std::mutex mutex_;
  std::deque<v1::PushReply> replies_;
  std::size_t in_flight_ = 0;
  bool reading_ = false;
  bool writing_ = false;
  bool ended_ = false;  // nothing more is read
  bool finished_ = false;
  absl::Status status_;
};

}  // namespace doorstep::service
