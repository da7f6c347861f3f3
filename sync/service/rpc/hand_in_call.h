#pragma once

#include <grpcpp/support/server_callback.h>

#include <memory>

#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/service/handin/hand_in.h"
#include "sync/service/rpc/parts.h"

namespace doorstep::service {

// Batch by batch, each committed before it is answered; one at a time. The end says why the device is here:
// OK, revoked; UNAUTHENTICATED, not known; PERMISSION_DENIED, its worker has left, or it is welcome and should push.
class HandInCall final : public grpc::ServerBidiReactor<v1::HandInRequest, v1::HandInReply>,
                         public std::enable_shared_from_this<HandInCall> {
 public:
  static HandInCall* start(Parts& parts, grpc::CallbackServerContext* context);

  void OnReadDone(bool ok) override;
  void OnWriteDone(bool ok) override;
  void OnDone() override;

 private:
  HandInCall(Parts& parts, grpc::CallbackServerContext* context);
  void admitCaller();
  void take();
  void answer(const HandedIn& handed, const absl::Status& committed);
  void end(const absl::Status& status);

  Parts& parts_;
  grpc::CallbackServerContext* context_;
  absl::Time began_;
  std::shared_ptr<HandInCall> self_;  // until OnDone
  Admission admission_;
  bool audited_ = false;
  v1::HandInRequest request_;
  v1::HandInReply reply_;
};

}  // namespace doorstep::service
