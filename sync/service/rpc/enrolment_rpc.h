#pragma once

#include "doorstep/v1/enrolment.grpc.pb.h"
#include "sync/service/rpc/parts.h"

namespace doorstep::service {

class EnrolmentRpc final : public v1::Enrolment::CallbackService {
 public:
  explicit EnrolmentRpc(Parts& parts) : parts_(parts) {}

  grpc::ServerUnaryReactor* Enrol(grpc::CallbackServerContext* context, const v1::EnrolRequest* request,
                                  v1::EnrolReply* reply) override;

 private:
  Parts& parts_;
};

}  // namespace doorstep::service
