#pragma once

#include <grpcpp/support/server_callback.h>

#include <memory>
#include <optional>

#include "doorstep/v1/admin.grpc.pb.h"
#include "sync/service/import/import_file.h"
#include "sync/service/rpc/parts.h"

namespace doorstep::service {

// One file coming in. A request is one commit and answered before the next is read.
class ImportCall final : public grpc::ServerBidiReactor<v1::ImportRequest, v1::ImportReply>,
                         public std::enable_shared_from_this<ImportCall> {
 public:
  static ImportCall* start(Parts& parts, grpc::CallbackServerContext* context);

  void OnReadDone(bool ok) override;
  void OnWriteDone(bool ok) override;
  void OnDone() override;

 private:
  ImportCall(Parts& parts, grpc::CallbackServerContext* context);
  void admitCaller();
  void take();
  void end(const absl::Status& status);
  void finish(const absl::Status& status);

  Parts& parts_;
  grpc::CallbackServerContext* context_;
  absl::Time began_;
  std::shared_ptr<ImportCall> self_;  // until OnDone
  Caller caller_;
  std::optional<ImportFile> file_;  // once the caller is admitted
  std::size_t rows_ = 0;
  v1::ImportRequest request_;
  v1::ImportReply reply_;
};

}  // namespace doorstep::service
