#pragma once

#include "doorstep/v1/settling.grpc.pb.h"
#include "sync/service/rpc/parts.h"

namespace doorstep::service {

// For the operator and a district's staff (callers.h).
class SettlingRpc final : public v1::Settling::CallbackService {
 public:
  explicit SettlingRpc(Parts& parts) : parts_(parts) {}

  grpc::ServerUnaryReactor* ListDuplicates(grpc::CallbackServerContext* context,
                                           const v1::ListDuplicatesRequest* request,
                                           v1::ListDuplicatesReply* reply) override;
  grpc::ServerUnaryReactor* Settle(grpc::CallbackServerContext* context, const v1::SettleRequest* request,
                                   v1::SettleReply* reply) override;
  grpc::ServerUnaryReactor* MergeElders(grpc::CallbackServerContext* context, const v1::MergeEldersRequest* request,
                                        v1::MergeEldersReply* reply) override;

 private:
  Parts& parts_;
};

}  // namespace doorstep::service
