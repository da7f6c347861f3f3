#include "sync/service/rpc/enrolment_rpc.h"

#include <memory>

#include "sync/outside/attempt.h"
#include "sync/service/enrolment/enrolment_desk.h"
#include "sync/service/rpc/unary.h"

namespace doorstep::service {

grpc::ServerUnaryReactor* EnrolmentRpc::Enrol(grpc::CallbackServerContext* context, const v1::EnrolRequest* request,
                                              v1::EnrolReply* reply) {
  return UnaryCall(parts_, context, "Enrolment.Enrol").runOpen([this, request, reply](UnaryCall::Finish finish) {
    const auto outcome = std::make_shared<absl::StatusOr<v1::EnrolReply>>();
    parts_.writer.post(
        [this, request, outcome](CommitWork& commit) {
          DOORSTEP_ASSIGN(*outcome, enrol(commit, parts_.identity, parts_.sync_port, *request));
          return absl::OkStatus();
        },
        [outcome, reply, finish = std::move(finish)](const absl::Status& committed) {
          if (committed.ok() && outcome->ok()) {
            *reply = **outcome;
          }
          finish(committed.ok() ? outcome->status() : committed);
        });
  });
}

}  // namespace doorstep::service
