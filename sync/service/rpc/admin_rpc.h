#pragma once

#include "doorstep/v1/admin.grpc.pb.h"
#include "sync/service/rpc/parts.h"

namespace doorstep::service {

// For the operator, and in part for a district's staff (callers.h).
class AdminRpc final : public v1::Admin::CallbackService {
 public:
  explicit AdminRpc(Parts& parts) : parts_(parts) {}

  grpc::ServerBidiReactor<v1::ImportRequest, v1::ImportReply>* Import(grpc::CallbackServerContext* context) override;
  grpc::ServerUnaryReactor* IssueCode(grpc::CallbackServerContext* context, const v1::IssueCodeRequest* request,
                                      v1::IssueCodeReply* reply) override;
  grpc::ServerUnaryReactor* ListDevices(grpc::CallbackServerContext* context, const v1::ListDevicesRequest* request,
                                        v1::ListDevicesReply* reply) override;
  grpc::ServerUnaryReactor* Recount(grpc::CallbackServerContext* context, const v1::RecountRequest* request,
                                    v1::RecountReply* reply) override;
  grpc::ServerUnaryReactor* SetRules(grpc::CallbackServerContext* context, const v1::SetRulesRequest* request,
                                     v1::SetRulesReply* reply) override;
  grpc::ServerUnaryReactor* GetRules(grpc::CallbackServerContext* context, const v1::GetRulesRequest* request,
                                     v1::GetRulesReply* reply) override;
  grpc::ServerUnaryReactor* ListConflicts(grpc::CallbackServerContext* context, const v1::ListConflictsRequest* request,
                                          v1::ListConflictsReply* reply) override;
  grpc::ServerUnaryReactor* ListQuarantined(grpc::CallbackServerContext* context,
                                            const v1::ListQuarantinedRequest* request,
                                            v1::ListQuarantinedReply* reply) override;
  grpc::ServerUnaryReactor* Revoke(grpc::CallbackServerContext* context, const v1::RevokeRequest* request,
                                   v1::RevokeReply* reply) override;
  grpc::ServerWriteReactor<v1::BackupReply>* Backup(grpc::CallbackServerContext* context,
                                                    const v1::BackupRequest* request) override;

 private:
  Parts& parts_;
};

}  // namespace doorstep::service
