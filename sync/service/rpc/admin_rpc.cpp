#include "sync/service/rpc/admin_rpc.h"

#include "sync/care/calendar.h"
#include "sync/enrolment/code.h"
#include "sync/enrolment/proof.h"
#include "sync/outside/attempt.h"
#include "sync/service/admin_desk.h"
#include "sync/service/audit.h"
#include "sync/service/backup/revocation_desk.h"
#include "sync/service/coverage/coverage_desk.h"
#include "sync/service/coverage/recount.h"
#include "sync/service/enrolment/enrolment_desk.h"
#include "sync/service/rpc/backup_call.h"
#include "sync/service/rpc/import_call.h"
#include "sync/service/rpc/unary.h"

namespace doorstep::service {
namespace {

constexpr std::uint32_t kUsualMinutes = 24 * 60;
constexpr std::uint32_t kMostMinutes = 30 * 24 * 60;
constexpr int kAttempts = 5;

// A new code, unless its beginning is taken; then another.
void issue(Parts& parts, const Caller& caller, const v1::IssueCodeRequest& request, v1::IssueCodeReply& reply,
           const UnaryCall::Finish& finish, int attempts_left) {
  NewCode wanted;
  wanted.code = enrolment::newCode(parts.random);
  wanted.staff_number = request.staff_number();
  const std::uint32_t minutes = request.valid_minutes() == 0 ? kUsualMinutes : request.valid_minutes();
  wanted.valid_for = absl::Minutes(std::min(minutes, kMostMinutes));
  auto key = enrolment::deriveKey(wanted.code);
  if (!key.ok()) {
    finish(key.status());
    return;
  }
  wanted.key = *std::move(key);
  const auto outcome = std::make_shared<absl::Status>();
  const absl::Time expires = parts.clock.now() + wanted.valid_for;
  parts.writer.post(
      [caller, wanted, outcome](CommitWork& commit) {
        DOORSTEP_ASSIGN(*outcome, issueCode(commit, caller, wanted));
        return absl::OkStatus();
      },
      [&parts, caller, &request, &reply, finish, attempts_left, outcome, code = wanted.code,
       expires](const absl::Status& committed) {
        if (committed.ok() && absl::IsAlreadyExists(*outcome) && attempts_left > 1) {
          parts.readers.post([&parts, caller, &request, &reply, finish, attempts_left] {
            issue(parts, caller, request, reply, finish, attempts_left - 1);
          });
          return;
        }
        reply.set_code(code);
        *reply.mutable_expires_at() = care::toTimestamp(expires);
        finish(committed.ok() ? *outcome : committed);
      });
}

absl::Status recountNow(Parts& parts, const Caller& caller, const v1::RecountRequest& request,
                        v1::RecountReply& reply) {
  const Directory directory = parts.writer.directory();
  DOORSTEP_ASSIGN(const std::string district, districtFor(directory, caller));
  DOORSTEP_ASSIGN(const auto snapshot, parts.ledger.read());
  DOORSTEP_ASSIGN(reply, recount(*snapshot, directory, district, request));
  return absl::OkStatus();
}

absl::Status rulesNow(Parts& parts, const Caller& caller, const v1::GetRulesRequest& request,
                      v1::GetRulesReply& reply) {
  const Directory directory = parts.writer.directory();
  std::string code = request.district_code();
  if (code.empty()) {
    DOORSTEP_ASSIGN(const std::string district, districtFor(directory, caller));
    const Directory::Place* place = directory.place(district);
    code = place == nullptr ? std::string() : place->area.code();
  }
  DOORSTEP_ASSIGN(reply, getRules(directory, caller, code));
  return absl::OkStatus();
}

}  // namespace

grpc::ServerBidiReactor<v1::ImportRequest, v1::ImportReply>* AdminRpc::Import(grpc::CallbackServerContext* context) {
  return ImportCall::start(parts_, context);
}

grpc::ServerUnaryReactor* AdminRpc::IssueCode(grpc::CallbackServerContext* context, const v1::IssueCodeRequest* request,
                                              v1::IssueCodeReply* reply) {
  return UnaryCall(parts_, context, "Admin.IssueCode")
      .run([this, request, reply](const Caller& caller, const UnaryCall::Finish& finish) {
        issue(parts_, caller, *request, *reply, finish, kAttempts);
      });
}

grpc::ServerUnaryReactor* AdminRpc::ListDevices(grpc::CallbackServerContext* context,
                                                const v1::ListDevicesRequest* /*request*/,
                                                v1::ListDevicesReply* reply) {
  return UnaryCall(parts_, context, "Admin.ListDevices")
      .run([this, reply](const Caller& caller, const UnaryCall::Finish& finish) {
        const auto answer = [this, caller, reply]() -> absl::Status {
          DOORSTEP_ASSIGN(const auto snapshot, parts_.ledger.read());
          DOORSTEP_ASSIGN(*reply, listDevices(snapshot->registry(), parts_.writer.directory(), caller));
          return absl::OkStatus();
        };
        // Who works with which device is shown only once it is written down who asked.
        parts_.writer.post(
            [caller](CommitWork& commit) {
              return appendAudit(commit, auditEvent(v1::AUDIT_VERB_VIEW, caller, "Admin.ListDevices"));
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

grpc::ServerUnaryReactor* AdminRpc::Recount(grpc::CallbackServerContext* context, const v1::RecountRequest* request,
                                            v1::RecountReply* reply) {
  return UnaryCall(parts_, context, "Admin.Recount")
      .run([this, request, reply](const Caller& caller, const UnaryCall::Finish& finish) {
        parts_.writer.post(
            [caller](CommitWork& commit) {
              return appendAudit(commit, auditEvent(v1::AUDIT_VERB_RECOUNT, caller, "Admin.Recount"));
            },
            [this, caller, request, reply, finish](const absl::Status& committed) {
              if (!committed.ok()) {
                finish(committed);
                return;
              }
              parts_.readers.post(
                  [this, caller, request, reply, finish] { finish(recountNow(parts_, caller, *request, *reply)); });
            });
      });
}

grpc::ServerUnaryReactor* AdminRpc::SetRules(grpc::CallbackServerContext* context, const v1::SetRulesRequest* request,
                                             v1::SetRulesReply* reply) {
  return UnaryCall(parts_, context, "Admin.SetRules")
      .run([this, request, reply](const Caller& caller, const UnaryCall::Finish& finish) {
        const auto outcome = std::make_shared<absl::StatusOr<v1::SetRulesReply>>();
        parts_.writer.post(
            [caller, request, outcome](CommitWork& commit) {
              DOORSTEP_ASSIGN(*outcome, setRules(commit, caller, *request));
              return absl::OkStatus();
            },
            [outcome, reply, finish](const absl::Status& committed) {
              if (committed.ok() && outcome->ok()) {
                *reply = **outcome;
              }
              finish(committed.ok() ? outcome->status() : committed);
            });
      });
}

grpc::ServerUnaryReactor* AdminRpc::GetRules(grpc::CallbackServerContext* context, const v1::GetRulesRequest* request,
                                             v1::GetRulesReply* reply) {
  return UnaryCall(parts_, context, "Admin.GetRules")
      .run([this, request, reply](const Caller& caller, const UnaryCall::Finish& finish) {
        finish(rulesNow(parts_, caller, *request, *reply));
      });
}

grpc::ServerUnaryReactor* AdminRpc::ListConflicts(grpc::CallbackServerContext* context,
                                                  const v1::ListConflictsRequest* /*request*/,
                                                  v1::ListConflictsReply* reply) {
  return UnaryCall(parts_, context, "Admin.ListConflicts")
      .run([this, reply](const Caller& /*caller*/, const UnaryCall::Finish& finish) {
        finish([&]() -> absl::Status {
          DOORSTEP_ASSIGN(const auto snapshot, parts_.ledger.read());
          DOORSTEP_ASSIGN(*reply, listConflicts(*snapshot, parts_.writer.directory()));
          return absl::OkStatus();
        }());
      });
}

grpc::ServerUnaryReactor* AdminRpc::ListQuarantined(grpc::CallbackServerContext* context,
                                                    const v1::ListQuarantinedRequest* /*request*/,
                                                    v1::ListQuarantinedReply* reply) {
  return UnaryCall(parts_, context, "Admin.ListQuarantined")
      .run([this, reply](const Caller& /*caller*/, const UnaryCall::Finish& finish) {
        finish([&]() -> absl::Status {
          DOORSTEP_ASSIGN(const auto snapshot, parts_.ledger.read());
          DOORSTEP_ASSIGN(*reply, listQuarantined(*snapshot, parts_.writer.directory()));
          return absl::OkStatus();
        }());
      });
}

// Answered once it also stands in the file that no restore touches.
grpc::ServerUnaryReactor* AdminRpc::Revoke(grpc::CallbackServerContext* context, const v1::RevokeRequest* request,
                                           v1::RevokeReply* reply) {
  return UnaryCall(parts_, context, "Admin.Revoke")
      .run([this, request, reply](const Caller& caller, const UnaryCall::Finish& finish) {
        const auto outcome = std::make_shared<absl::StatusOr<v1::RevokeReply>>();
        parts_.writer.post(
            [caller, request, outcome](CommitWork& commit) {
              DOORSTEP_ASSIGN(*outcome, revoke(commit, caller, *request));
              return absl::OkStatus();
            },
            [this, outcome, reply, finish](const absl::Status& committed) {
              if (!committed.ok() || !outcome->ok()) {
                finish(committed.ok() ? outcome->status() : committed);
                return;
              }
              *reply = **outcome;
              parts_.readers.post([this, finish] { finish(parts_.notes.catchUp(parts_.ledger)); });
            });
      });
}

grpc::ServerWriteReactor<v1::BackupReply>* AdminRpc::Backup(grpc::CallbackServerContext* context,
                                                            const v1::BackupRequest* /*request*/) {
  return BackupCall::start(parts_, context);
}

}  // namespace doorstep::service
