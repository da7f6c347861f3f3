#include "sync/service/rpc/coverage_rpc.h"

#include "sync/outside/attempt.h"
#include "sync/service/audit.h"
#include "sync/service/coverage/coverage_desk.h"
#include "sync/service/evening/end_of_day.h"
#include "sync/service/rpc/asked_area.h"
#include "sync/service/rpc/export_call.h"
#include "sync/service/rpc/unary.h"

namespace doorstep::service {
namespace {

// Once the running day has been evaluated, on a reader's thread.
void whenCurrent(Parts& parts, const Caller& caller, const UnaryCall::Finish& finish, std::function<void()> then) {
  const auto district = districtFor(parts.writer.directory(), caller);
  if (!district.ok()) {
    finish(district.status());
    return;
  }
  parts.writer.whenCurrent(*district, [&parts, finish, then = std::move(then)](const absl::Status& current) {
    current.ok() ? parts.readers.post(then) : finish(current);
  });
}

// A list of names is shown only once it is written down who asked for it; so is a refusal.
void audited(Parts& parts, v1::AuditVerb verb, const Caller& caller, const std::string& subject,
             const absl::Status& outcome, const UnaryCall::Finish& finish) {
  parts.writer.post(
      [verb, caller, subject](CommitWork& commit) { return appendAudit(commit, auditEvent(verb, caller, subject)); },
      [outcome, finish](const absl::Status& committed) { finish(committed.ok() ? outcome : committed); });
}

absl::Status cover(Parts& parts, const Caller& caller, const v1::GetCoverageRequest& request,
                   v1::GetCoverageReply& reply) {
  DOORSTEP_ASSIGN(const auto snapshot, parts.ledger.read());
  DOORSTEP_ASSIGN(reply, answerCoverage(*snapshot, parts.writer.directory(), caller, request));
  return absl::OkStatus();
}

absl::Status listMissed(Parts& parts, const Caller& caller, const v1::ListMissedRequest& request,
                        v1::ListMissedReply& reply) {
  DOORSTEP_ASSIGN(const auto snapshot, parts.ledger.read());
  DOORSTEP_ASSIGN(reply, answerMissed(*snapshot, parts.writer.directory(), caller, request));
  return absl::OkStatus();
}

absl::Status endDay(Parts& parts, const Caller& caller, const v1::GetEndOfDayRequest& request, v1::EndOfDay& reply) {
  DOORSTEP_ASSIGN(const auto snapshot, parts.ledger.read());
  DOORSTEP_ASSIGN(reply, answerEndOfDay(*snapshot, parts.writer.directory(), caller, request, parts.clock.now()));
  return absl::OkStatus();
}

}  // namespace

grpc::ServerUnaryReactor* CoverageRpc::GetCoverage(grpc::CallbackServerContext* context,
                                                   const v1::GetCoverageRequest* request, v1::GetCoverageReply* reply) {
  return UnaryCall(parts_, context, "Coverage.GetCoverage")
      .run([this, request, reply](const Caller& caller, const UnaryCall::Finish& finish) {
        whenCurrent(parts_, caller, finish, [this, caller, request, reply, finish] {
          const absl::Status status = cover(parts_, caller, *request, *reply);
          if (absl::IsPermissionDenied(status)) {
            audited(parts_, v1::AUDIT_VERB_REFUSED, caller, askedArea("Coverage.GetCoverage", request->area_code()),
                    status, finish);
          } else {
            finish(status);
          }
        });
      });
}

grpc::ServerUnaryReactor* CoverageRpc::ListMissed(grpc::CallbackServerContext* context,
                                                  const v1::ListMissedRequest* request, v1::ListMissedReply* reply) {
  return UnaryCall(parts_, context, "Coverage.ListMissed")
      .run([this, request, reply](const Caller& caller, const UnaryCall::Finish& finish) {
        whenCurrent(parts_, caller, finish, [this, caller, request, reply, finish] {
          const absl::Status status = listMissed(parts_, caller, *request, *reply);
          const v1::AuditVerb verb = status.ok() ? v1::AUDIT_VERB_VIEW : v1::AUDIT_VERB_REFUSED;
          audited(parts_, verb, caller, askedArea("Coverage.ListMissed", request->area_code()), status, finish);
        });
      });
}

// Who carried which device, and what waits on it, is shown only once it is written down who asked.
grpc::ServerUnaryReactor* CoverageRpc::GetEndOfDay(grpc::CallbackServerContext* context,
                                                   const v1::GetEndOfDayRequest* request, v1::EndOfDay* reply) {
  return UnaryCall(parts_, context, "Coverage.GetEndOfDay")
      .run([this, request, reply](const Caller& caller, const UnaryCall::Finish& finish) {
        whenCurrent(parts_, caller, finish, [this, caller, request, reply, finish] {
          const absl::Status status = endDay(parts_, caller, *request, *reply);
          const v1::AuditVerb verb = absl::IsPermissionDenied(status) ? v1::AUDIT_VERB_REFUSED : v1::AUDIT_VERB_VIEW;
          audited(parts_, verb, caller, "Coverage.GetEndOfDay", status, finish);
        });
      });
}

grpc::ServerWriteReactor<v1::ExportReply>* CoverageRpc::Export(grpc::CallbackServerContext* context,
                                                               const v1::ExportRequest* request) {
  return ExportCall::start(parts_, context, *request);
}

}  // namespace doorstep::service
