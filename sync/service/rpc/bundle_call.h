#pragma once

#include <grpcpp/support/server_callback.h>

#include <memory>
#include <string>

#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/service/bundles/bundle_desk.h"
#include "sync/service/caller.h"
#include "sync/service/rpc/parts.h"

namespace doorstep::service {

// One bundle coming in part by part; when it is whole it is judged and taken, and the receipts go back in
// parts. A few at a time, so that memory stays bounded: one more is told to come again.
class BundleCall final : public grpc::ServerBidiReactor<v1::BundlePart, v1::BundlePart>,
                         public std::enable_shared_from_this<BundleCall> {
 public:
  static BundleCall* start(Parts& parts, grpc::CallbackServerContext* context);
  ~BundleCall() override;

  void OnReadDone(bool ok) override;
  void OnWriteDone(bool ok) override;
  void OnDone() override;

 private:
  BundleCall(Parts& parts, grpc::CallbackServerContext* context);
  void admitCaller();
  void take();
  void answer();
  void sendNext();
  void end(const absl::Status& status);

  Parts& parts_;
  grpc::CallbackServerContext* context_;
  absl::Time began_;
  std::shared_ptr<BundleCall> self_;  // until OnDone
  bool counted_ = false;              // among those under way
  Caller caller_;
  std::string file_;  // first the bundle, then the receipts
  std::size_t sent_ = 0;
  OpenedBundle opened_;
  BundleOutcome outcome_;
  v1::BundlePart part_;
};

}  // namespace doorstep::service
