#pragma once

#include <grpcpp/support/server_callback.h>

#include <memory>

#include "doorstep/v1/coverage.grpc.pb.h"
#include "sync/service/evening/export_stream.h"
#include "sync/service/rpc/parts.h"

namespace doorstep::service {

// An export page by page: the next is made when the one before is on the wire. Audited before the first; the
// caller is looked at again before each.
class ExportCall final : public grpc::ServerWriteReactor<v1::ExportReply>,
                         public std::enable_shared_from_this<ExportCall> {
 public:
  static ExportCall* start(Parts& parts, grpc::CallbackServerContext* context, const v1::ExportRequest& request);

  void OnWriteDone(bool ok) override;
  void OnDone() override;

 private:
  ExportCall(Parts& parts, grpc::CallbackServerContext* context, const v1::ExportRequest& request);
  void admitCaller();
  void open();
  absl::Status prepare();
  absl::StatusOr<std::optional<v1::ExportReply>> nextPage();
  void sendNext();
  void end(const absl::Status& status);

  Parts& parts_;
  grpc::CallbackServerContext* context_;
  const v1::ExportRequest& request_;
  absl::Time began_;
  std::shared_ptr<ExportCall> self_;  // until OnDone
  Caller caller_;
  std::unique_ptr<ExportStream> stream_;
  v1::ExportReply page_;
};

}  // namespace doorstep::service
