#include "sync/service/rpc/settling_rpc.h"

#include <memory>

#include "sync/outside/attempt.h"
#include "sync/service/audit.h"
#include "sync/service/rpc/unary.h"
#include "sync/service/settle/settling_desk.h"

namespace doorstep::service {
namespace {

// On the writer's thread; the answer goes out once it is committed.
template <typename Request, typename Reply>
void decide(Parts& parts, const Caller& caller, const Request& request, Reply& reply, const UnaryCall::Finish& finish,
            absl::StatusOr<absl::StatusOr<Reply>> (*decision)(CommitWork&, const Caller&, const Request&)) {
  const auto outcome = std::make_shared<absl::StatusOr<Reply>>();
  parts.writer.post(
      [caller, &request, outcome, decision](CommitWork& commit) {
        DOORSTEP_ASSIGN(*outcome, decision(commit, caller, request));
        return absl::OkStatus();
      },
      [outcome, &reply, finish](const absl::Status& committed) {
        if (committed.ok() && outcome->ok()) {
          reply = **outcome;
        }
        finish(committed.ok() ? outcome->status() : committed);
      });
}

}  // namespace

grpc::ServerUnaryReactor* SettlingRpc::ListDuplicates(grpc::CallbackServerContext* context,
                                                      const v1::ListDuplicatesRequest* request,
                                                      v1::ListDuplicatesReply* reply) {
  return UnaryCall(parts_, context, "Settling.ListDuplicates")
      .run([this, request, reply](const Caller& caller, const UnaryCall::Finish& finish) {
        const auto answer = [this, caller, request, reply]() -> absl::Status {
          DOORSTEP_ASSIGN(const auto snapshot, parts_.ledger.read());
          DOORSTEP_ASSIGN(*reply, listDuplicates(*snapshot, parts_.writer.directory(), caller, *request));
          return absl::OkStatus();
        };
        // Names are shown only once it is written down who asked.
        parts_.writer.post(
            [caller](CommitWork& commit) {
              return appendAudit(commit, auditEvent(v1::AUDIT_VERB_VIEW, caller, "Settling.ListDuplicates"));
            },
            [this, answer, finish](const absl::Status& committed) {
              if (!committed.ok()) {
                finish(committed);
                return;
              }
              parts_.readers.post([answer, finish] { finish(answer()); });
            });
      });
}

grpc::ServerUnaryReactor* SettlingRpc::Settle(grpc::CallbackServerContext* context, const v1::SettleRequest* request,
                                              v1::SettleReply* reply) {
  return UnaryCall(parts_, context, "Settling.Settle")
      .run([this, request, reply](const Caller& caller, const UnaryCall::Finish& finish) {
        decide(parts_, caller, *request, *reply, finish, &settle);
      });
}

grpc::ServerUnaryReactor* SettlingRpc::MergeElders(grpc::CallbackServerContext* context,
                                                   const v1::MergeEldersRequest* request, v1::MergeEldersReply* reply) {
  return UnaryCall(parts_, context, "Settling.MergeElders")
      .run([this, request, reply](const Caller& caller, const UnaryCall::Finish& finish) {
        decide(parts_, caller, *request, *reply, finish, &mergeElders);
      });
}

}  // namespace doorstep::service
