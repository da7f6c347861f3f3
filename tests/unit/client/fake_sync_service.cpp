#include "tests/unit/client/fake_sync_service.h"

#include <grpcpp/server_builder.h>

#include <chrono>
#include <thread>

namespace doorstep::tests {

class FakeSyncService::SyncHandlers final : public v1::Sync::Service {
 public:
  explicit SyncHandlers(FakeSyncService& test) : test_(test) {}
  grpc::Status Hello(grpc::ServerContext* context, const v1::HelloRequest* request, v1::HelloReply* reply) override {
    return test_.on_hello(*context, *request, *reply);
  }
  grpc::Status Push(grpc::ServerContext* context,
                    grpc::ServerReaderWriter<v1::PushReply, v1::PushRequest>* stream) override {
    return test_.on_push(*context, *stream);
  }
  grpc::Status Pull(grpc::ServerContext* context, const v1::PullRequest* request,
                    grpc::ServerWriter<v1::PullReply>* writer) override {
    return test_.on_pull(*context, *request, *writer);
  }

 private:
  FakeSyncService& test_;
};

class FakeSyncService::CoverageHandlers final : public v1::Coverage::Service {
 public:
  explicit CoverageHandlers(FakeSyncService& test) : test_(test) {}
  grpc::Status GetCoverage(grpc::ServerContext* context, const v1::GetCoverageRequest* request,
                           v1::GetCoverageReply* reply) override {
    return test_.on_coverage(*context, *request, *reply);
  }

 private:
  FakeSyncService& test_;
};

class FakeSyncService::AdminHandlers final : public v1::Admin::Service {
 public:
  explicit AdminHandlers(FakeSyncService& test) : test_(test) {}
  grpc::Status Import(grpc::ServerContext* context,
                      grpc::ServerReaderWriter<v1::ImportReply, v1::ImportRequest>* stream) override {
    return test_.on_import(*context, *stream);
  }

 private:
  FakeSyncService& test_;
};

FakeSyncService::FakeSyncService(std::shared_ptr<grpc::ServerCredentials> credentials, int port)
    : sync_(std::make_unique<SyncHandlers>(*this)),
      coverage_(std::make_unique<CoverageHandlers>(*this)),
      admin_(std::make_unique<AdminHandlers>(*this)) {
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:" + std::to_string(port), std::move(credentials), &port_);
  builder.RegisterService(sync_.get());
  builder.RegisterService(coverage_.get());
  builder.RegisterService(admin_.get());
  server_ = builder.BuildAndStart();
}

FakeSyncService::~FakeSyncService() {
  if (server_) {
    server_->Shutdown(std::chrono::system_clock::now());
    server_->Wait();
  }
}

grpc::Status FakeSyncService::waitForCancel(grpc::ServerContext& context) {
  while (!context.IsCancelled()) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));  // gRPC has nothing to wait on here
  }
  return grpc::Status::CANCELLED;
}

}  // namespace doorstep::tests
