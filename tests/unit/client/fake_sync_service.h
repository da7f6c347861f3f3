#pragma once

#include <grpcpp/server.h>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "doorstep/v1/admin.grpc.pb.h"
#include "doorstep/v1/coverage.grpc.pb.h"
#include "doorstep/v1/sync.grpc.pb.h"

namespace doorstep::tests {

// Sync, Coverage and Admin over real gRPC, doing as the test says. Handlers run on gRPC's threads.
class FakeSyncService final {
 public:
  FakeSyncService(std::shared_ptr<grpc::ServerCredentials> credentials, int port = 0);
  ~FakeSyncService();
  FakeSyncService(const FakeSyncService&) = delete;
  FakeSyncService& operator=(const FakeSyncService&) = delete;

  int port() const { return port_; }
  std::string address() const { return "127.0.0.1:" + std::to_string(port_); }

  // Set before the call they serve. A handler that blocks uses waitForCancel.
  std::function<grpc::Status(grpc::ServerContext&, const v1::HelloRequest&, v1::HelloReply&)> on_hello;
  std::function<grpc::Status(grpc::ServerContext&, grpc::ServerReaderWriter<v1::PushReply, v1::PushRequest>&)> on_push;
  std::function<grpc::Status(grpc::ServerContext&, const v1::PullRequest&, grpc::ServerWriter<v1::PullReply>&)> on_pull;
  std::function<grpc::Status(grpc::ServerContext&, const v1::GetCoverageRequest&, v1::GetCoverageReply&)> on_coverage;
  std::function<grpc::Status(grpc::ServerContext&, grpc::ServerReaderWriter<v1::ImportReply, v1::ImportRequest>&)>
      on_import;

  // Returns when the caller has gone away or the service is being shut down.
  static grpc::Status waitForCancel(grpc::ServerContext& context);

 private:
  class SyncHandlers;
  class CoverageHandlers;
  class AdminHandlers;
  std::unique_ptr<SyncHandlers> sync_;
  std::unique_ptr<CoverageHandlers> coverage_;
  std::unique_ptr<AdminHandlers> admin_;
  std::unique_ptr<grpc::Server> server_;
  int port_ = 0;
};

}  // namespace doorstep::tests
