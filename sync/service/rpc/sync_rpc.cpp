#include "sync/service/rpc/sync_rpc.h"

#include "sync/outside/attempt.h"
#include "sync/service/exchange/hello.h"
#include "sync/service/rpc/bundle_call.h"
#include "sync/service/rpc/pull_call.h"
#include "sync/service/rpc/push_call.h"
#include "sync/service/rpc/unary.h"

namespace doorstep::service {
namespace {

absl::Status answer(Parts& parts, const Caller& caller, const v1::HelloRequest& request, v1::HelloReply& reply) {
  DOORSTEP_ASSIGN(const auto snapshot, parts.ledger.read());
  DOORSTEP_ASSIGN(reply, answerHello(snapshot->district(caller.district_id), parts.writer.directory(), caller, request,
                                     parts.clock.now()));
  // A store that says its own key asks for ours.
  if (!request.reply_key().empty()) {
    reply.set_bundle_key(parts.identity.bundle_public_key);
  }
  return absl::OkStatus();
}

// For the list of devices; nobody waits for it.
void noteHello(Parts& parts, const Caller& caller, const v1::HelloRequest& request) {
  parts.writer.post(
      [fingerprint = caller.fingerprint, last = request.last_sequence(),
       waiting = request.waiting()](CommitWork& commit) {
        DOORSTEP_ASSIGN(auto device, commit.registry().device(fingerprint));
        if (!device.has_value()) {
          return absl::OkStatus();
        }
        device->last_hello_at = commit.now();
        device->last_sequence = last;
        device->waiting = waiting;
        return commit.registry().putDevice(*device);
      },
      [](const absl::Status&) {});
}

}  // namespace

grpc::ServerUnaryReactor* SyncRpc::Hello(grpc::CallbackServerContext* context, const v1::HelloRequest* request,
                                         v1::HelloReply* reply) {
  return UnaryCall(parts_, context, "Sync.Hello")
      .run([this, request, reply](const Caller& caller, const UnaryCall::Finish& finish) {
        noteHello(parts_, caller, *request);
        finish(answer(parts_, caller, *request, *reply));
      });
}

grpc::ServerBidiReactor<v1::PushRequest, v1::PushReply>* SyncRpc::Push(grpc::CallbackServerContext* context) {
  return PushCall::start(parts_, context);
}

grpc::ServerWriteReactor<v1::PullReply>* SyncRpc::Pull(grpc::CallbackServerContext* context,
                                                       const v1::PullRequest* request) {
  return PullCall::start(parts_, context, *request);
}

grpc::ServerBidiReactor<v1::BundlePart, v1::BundlePart>* SyncRpc::TakeBundle(grpc::CallbackServerContext* context) {
  return BundleCall::start(parts_, context);
}

}  // namespace doorstep::service
