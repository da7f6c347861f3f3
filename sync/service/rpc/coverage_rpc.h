#pragma once

#include "doorstep/v1/coverage.grpc.pb.h"
#include "sync/service/rpc/parts.h"

namespace doorstep::service {

class CoverageRpc final : public v1::Coverage::CallbackService {
 public:
  explicit CoverageRpc(Parts& parts) : parts_(parts) {}

  grpc::ServerUnaryReactor* GetCoverage(grpc::CallbackServerContext* context, const v1::GetCoverageRequest* request,
                                        v1::GetCoverageReply* reply) override;
  grpc::ServerUnaryReactor* ListMissed(grpc::CallbackServerContext* context, const v1::ListMissedRequest* request,
                                       v1::ListMissedReply* reply) override;
  grpc::ServerUnaryReactor* GetEndOfDay(grpc::CallbackServerContext* context, const v1::GetEndOfDayRequest* request,
                                        v1::EndOfDay* reply) override;
  grpc::ServerWriteReactor<v1::ExportReply>* Export(grpc::CallbackServerContext* context,
                                                    const v1::ExportRequest* request) override;

 private:
  Parts& parts_;
};

}  // namespace doorstep::service
