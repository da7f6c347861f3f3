#include "sync/service/rpc/coverage_rpc.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/service/audit.h"
#include "sync/service/coverage/coverage_desk.h"
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

// What was asked for, as far as it can be an area's code: the subject of an audit event.
std::string asked(const char* method, const std::string& area_code) {
  const bool is_code = area_code.size() <= 20 && std::all_of(area_code.begin(), area_code.end(),
                                                             [](char digit) { return digit >= '0' && digit <= '9'; });
  return absl::StrCat(method, " ", is_code ? area_code : "?");
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

}  // namespace

grpc::ServerUnaryReactor* CoverageRpc::GetCoverage(grpc::CallbackServerContext* context,
                                                   const v1::GetCoverageRequest* request, v1::GetCoverageReply* reply) {
  return UnaryCall(parts_, context, "Coverage.GetCoverage")
      .run([this, request, reply](const Caller& caller, const UnaryCall::Finish& finish) {
        whenCurrent(parts_, caller, finish, [this, caller, request, reply, finish] {
          const absl::Status status = cover(parts_, caller, *request, *reply);
          if (absl::IsPermissionDenied(status)) {
            audited(parts_, v1::AUDIT_VERB_REFUSED, caller, asked("Coverage.GetCoverage", request->area_code()), status,
                    finish);
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
          audited(parts_, verb, caller, asked("Coverage.ListMissed", request->area_code()), status, finish);
        });
      });
}

}  // namespace doorstep::service
