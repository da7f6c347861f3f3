#include "sync/service/rpc/sync_rpc.h"

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/service/attachments/content_access.h"
#include "sync/service/exchange/hello.h"
#include "sync/service/exchange/hello_marks.h"
#include "sync/service/reconcile/compare.h"
#include "sync/service/rpc/bundle_call.h"
#include "sync/service/rpc/fetch_attachment_call.h"
#include "sync/service/rpc/hand_in_call.h"
#include "sync/service/rpc/pull_call.h"
#include "sync/service/rpc/push_call.h"
#include "sync/service/rpc/send_attachments_call.h"
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

absl::StatusOr<bool> looksBehind(Parts& parts, const Caller& caller, const v1::HelloRequest& request) {
  DOORSTEP_ASSIGN(const auto snapshot, parts.ledger.read());
  return isBehind(snapshot->district(caller.district_id), caller, request);
}

// For the list of devices; nobody waits for it.
void noteHello(Parts& parts, const Caller& caller, const v1::HelloRequest& request) {
  parts.writer.postAlong([fingerprint = caller.fingerprint, district = caller.district_id,
                          last = request.last_sequence(), waiting = request.waiting(), request](CommitWork& commit) {
    DOORSTEP_TRY(keepHelloMark(commit.district(district).ledger, fingerprint, request, commit.now()));
    DOORSTEP_ASSIGN(auto device, commit.registry().device(fingerprint));
    if (!device.has_value()) {
      return absl::OkStatus();
    }
    device->last_hello_at = commit.now();
    device->last_sequence = last;
    device->waiting = waiting;
    return commit.registry().putDevice(*device);
  });
}

absl::Status addContents(Parts& parts, DistrictReader& ledger, const Caller& caller, const Sight& sight,
                         v1::ReconcileReply& reply) {
  std::vector<std::string> households;
  for (const auto& [id, scopes] : sight.households()) {
    households.push_back(id);
  }
  DOORSTEP_ASSIGN(const NamedContents contents, contentsOf(ledger, parts.contents, caller.district_id, households));
  reply.set_attachments(contents.complete.size());
  for (const std::string& hash : contents.missing) {
    reply.add_missing_content(hash);
  }
  return absl::OkStatus();
}

absl::Status answer(Parts& parts, const Caller& caller, const v1::ReconcileRequest& request,
                    v1::ReconcileReply& reply) {
  const Directory directory = parts.writer.directory();
  DOORSTEP_ASSIGN(const auto snapshot, parts.ledger.read());
  DistrictReader& ledger = snapshot->district(caller.district_id);
  const absl::CivilDay today = care::dayOf(parts.clock.now(), directory.zone(caller.district_id));
  DOORSTEP_ASSIGN(Sight sight, Sight::of(ledger, directory, caller, today));
  DOORSTEP_ASSIGN(reply, compare(ledger, directory, caller, sight, request));
  return isFirstQuestion(request) ? addContents(parts, ledger, caller, sight, reply) : absl::OkStatus();
}

// Rows of figures change with nearly every commit: they would differ at any moment of an evening.
std::uint64_t recordsIn(const google::protobuf::RepeatedPtrField<v1::DigestCell>& cells) {
  std::uint64_t count = 0;
  for (const v1::DigestCell& cell : cells) {
    count += cell.kind() == v1::RECORD_KIND_COVERAGE_ROW ? 0 : cell.count();
  }
  return count;
}

// For the end of the day; nobody waits for it. What is found one by one adds to what the first question noted.
void noteComparison(Parts& parts, const Caller& caller, const v1::ReconcileRequest& request,
                    const v1::ReconcileReply& reply) {
  const bool first = isFirstQuestion(request);
  const std::uint64_t held = recordsIn(request.cells());
  const std::uint64_t due = recordsIn(reply.cells());
  const auto differing =
      static_cast<std::uint64_t>(reply.repair_size()) + static_cast<std::uint64_t>(reply.surplus_size());
  parts.writer.postAlong([fingerprint = caller.fingerprint, first, held, due, differing](CommitWork& commit) {
    DOORSTEP_ASSIGN(auto device, commit.registry().device(fingerprint));
    if (!device.has_value()) {
      return absl::OkStatus();
    }
    // Counted once more right after something was put right: that is the same comparison.
    const bool again = device->compared_at.has_value() && commit.now() - *device->compared_at < absl::Minutes(5);
    if (first) {
      device->records_differing = again ? device->records_differing : 0;
      device->compared_at = commit.now();
      device->records_held = held;
      device->records_due = due;
    } else {
      device->records_differing += differing;
    }
    return commit.registry().putDevice(*device);
  });
}

}  // namespace

grpc::ServerUnaryReactor* SyncRpc::Reconcile(grpc::CallbackServerContext* context, const v1::ReconcileRequest* request,
                                             v1::ReconcileReply* reply) {
  return UnaryCall(parts_, context, "Sync.Reconcile")
      .run([this, request, reply](const Caller& caller, const UnaryCall::Finish& finish) {
        const absl::Status status = answer(parts_, caller, *request, *reply);
        if (status.ok()) {
          noteComparison(parts_, caller, *request, *reply);
        }
        finish(status);
      });
}

grpc::ServerUnaryReactor* SyncRpc::Hello(grpc::CallbackServerContext* context, const v1::HelloRequest* request,
                                         v1::HelloReply* reply) {
  return UnaryCall(parts_, context, "Sync.Hello")
      .run([this, request, reply](const Caller& caller, const UnaryCall::Finish& finish) {
        noteHello(parts_, caller, *request);
        const absl::StatusOr<bool> behind = looksBehind(parts_, caller, *request);
        if (!behind.ok() || !*behind) {
          finish(behind.ok() ? answer(parts_, caller, *request, *reply) : behind.status());
          return;
        }
        parts_.writer.post([caller, request](CommitWork& commit) { return beginEpoch(commit, caller, *request); },
                           [this, caller, request, reply, finish](const absl::Status& begun) {
                             parts_.readers.post([this, begun, caller, request, reply, finish] {
                               finish(begun.ok() ? answer(parts_, caller, *request, *reply) : begun);
                             });
                           });
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

grpc::ServerBidiReactor<v1::HandInRequest, v1::HandInReply>* SyncRpc::HandIn(grpc::CallbackServerContext* context) {
  return HandInCall::start(parts_, context);
}

grpc::ServerBidiReactor<v1::AttachmentChunk, v1::AttachmentState>* SyncRpc::SendAttachments(
    grpc::CallbackServerContext* context) {
  return SendAttachmentsCall::start(parts_, context);
}

grpc::ServerWriteReactor<v1::AttachmentChunk>* SyncRpc::FetchAttachment(grpc::CallbackServerContext* context,
                                                                        const v1::FetchAttachmentRequest* request) {
  return FetchAttachmentCall::start(parts_, context, *request);
}

}  // namespace doorstep::service
