#include "sync/service/rpc/door.h"

#include <grpc/grpc_security_constants.h>
#include <grpcpp/security/auth_context.h>

#include <chrono>

#include "absl/time/clock.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/service/audit.h"
#include "sync/service/rpc/callers.h"

namespace doorstep::service {
namespace {

// The certificate that the handshake checked against our authority.
absl::StatusOr<std::string> presentedFingerprint(const grpc::ServerContextBase& context) {
  const auto peer = context.auth_context();
  if (peer == nullptr || !peer->IsPeerAuthenticated()) {
    return absl::UnauthenticatedError("a certificate is needed");
  }
  const auto values = peer->FindPropertyValues(GRPC_X509_PEM_CERT_PROPERTY_NAME);
  if (values.size() != 1) {
    return absl::UnauthenticatedError("a certificate is needed");
  }
  DOORSTEP_ASSIGN(const std::string der, certificateDer(std::string_view(values[0].data(), values[0].size())));
  return fingerprintOf(der);
}

absl::StatusOr<Caller> identify(Parts& parts, const std::string& fingerprint) {
  DOORSTEP_ASSIGN(const auto snapshot, parts.ledger.read());
  DOORSTEP_ASSIGN(const auto device, snapshot->registry().device(fingerprint));
  if (!device.has_value()) {
    return absl::UnauthenticatedError("this certificate is not known");
  }
  return callerOf(*device, parts.writer.directory(), parts.clock.now());
}

void auditRefusal(Parts& parts, const std::string& fingerprint, const std::string& method) {
  parts.writer.post(
      [fingerprint, method](CommitWork& commit) {
        v1::AuditEvent event;
        event.set_verb(v1::AUDIT_VERB_REFUSED);
        event.set_subject(method + " " + outside::toHex(fingerprint));
        return appendAudit(commit, event);
      },
      [](const absl::Status&) {});
}

}  // namespace

absl::Status checkDeadline(const grpc::ServerContextBase& context) {
  return context.deadline() == std::chrono::system_clock::time_point::max()
             ? absl::InvalidArgumentError("a call needs a deadline")
             : absl::OkStatus();
}

absl::StatusOr<Caller> admit(Parts& parts, const grpc::ServerContextBase& context, const std::string& method) {
  DOORSTEP_TRY(checkDeadline(context));
  DOORSTEP_ASSIGN(const std::string fingerprint, presentedFingerprint(context));
  absl::StatusOr<Caller> caller = identify(parts, fingerprint);
  if (caller.ok()) {
    if (const absl::Status welcome = checkCaller(*caller, method); !welcome.ok()) {
      caller = welcome;
    }
  }
  if (absl::IsUnauthenticated(caller.status()) || absl::IsPermissionDenied(caller.status())) {
    auditRefusal(parts, fingerprint, method);
  }
  return caller;
}

absl::StatusOr<Admission> admitToHandIn(Parts& parts, const grpc::ServerContextBase& context) {
  DOORSTEP_TRY(checkDeadline(context));
  DOORSTEP_ASSIGN(const std::string fingerprint, presentedFingerprint(context));
  DOORSTEP_ASSIGN(const auto snapshot, parts.ledger.read());
  auto admission = admitSender(snapshot->registry(), parts.writer.directory(), fingerprint,
                               parts.notes.isRevoked(fingerprint), parts.clock.now());
  if (absl::IsPermissionDenied(admission.status())) {
    auditRefusal(parts, fingerprint, "Sync.HandIn");
  }
  return admission;
}

absl::Status stillWelcome(RegistryReader& registry, const Caller& caller) {
  DOORSTEP_ASSIGN(const auto device, registry.device(caller.fingerprint));
  return device.has_value() && !device->revoked ? absl::OkStatus()
                                                : absl::PermissionDeniedError("this certificate has been revoked");
}

grpc::Status toGrpc(const absl::Status& status) {
  // The codes are the same numbers on both sides.
  return status.ok() ? grpc::Status::OK
                     : grpc::Status(static_cast<grpc::StatusCode>(status.code()), std::string(status.message()));
}

void noteCall(const Parts& parts, const std::string& method, const absl::Status& status, absl::Time began) {
  const bool ours = absl::IsInternal(status) || absl::IsDataLoss(status) || absl::IsUnknown(status);
  parts.journal.note(ours ? Journal::Level::kError : Journal::Level::kInfo, "call",
                     {{"method", method},
                      {"code", absl::StatusCodeToString(status.code())},
                      {"milliseconds", absl::ToInt64Milliseconds(absl::Now() - began)}});
}

}  // namespace doorstep::service
