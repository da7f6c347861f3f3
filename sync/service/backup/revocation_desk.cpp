#include "sync/service/backup/revocation_desk.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/service/audit.h"

namespace doorstep::service {
namespace {

constexpr std::size_t kLongestReason = 200;

absl::StatusOr<bool> isMeant(CommitWork& commit, const v1::RevokeRequest& request, const DeviceRow& device) {
  if (device.is_operator) {
    return false;
  }
  if (request.replica_id().empty()) {
    const Directory::Person* person = commit.directory().person(device.worker_id);
    return person != nullptr && person->worker.staff_number() == request.staff_number();
  }
  if (device.replica_id == request.replica_id()) {
    return true;
  }
  // One that began anew after a fork has several.
  DOORSTEP_ASSIGN(const auto replica, commit.district(device.district_id).ledger.replica(request.replica_id()));
  return replica.has_value() && replica->owner == device.fingerprint;
}

}  // namespace

absl::StatusOr<absl::StatusOr<v1::RevokeReply>> revoke(CommitWork& commit, const Caller& caller,
                                                       const v1::RevokeRequest& request) {
  using Outcome = absl::StatusOr<v1::RevokeReply>;
  if (request.replica_id().empty() == request.staff_number().empty()) {
    return Outcome(absl::InvalidArgumentError("one device, or one worker"));
  }
  if (request.reason().size() > kLongestReason) {
    return Outcome(absl::InvalidArgumentError("a reason has at most 200 bytes"));
  }
  DOORSTEP_ASSIGN(const auto devices, commit.registry().devices());
  bool found = commit.directory().personByStaffNumber(request.staff_number()) != nullptr;
  v1::RevokeReply reply;
  for (DeviceRow device : devices) {
    DOORSTEP_ASSIGN(const bool meant, isMeant(commit, request, device));
    found = found || meant;
    if (!meant || device.revoked) {
      continue;
    }
    device.revoked = true;
    DOORSTEP_TRY(commit.registry().putDevice(device));
    v1::AuditEvent event =
        auditEvent(v1::AUDIT_VERB_REVOKE, caller,
                   absl::StrCat("Admin.Revoke ", outside::toHex(device.fingerprint), " ", request.reason()));
    event.set_replica_id(device.replica_id);
    DOORSTEP_TRY(appendAudit(commit, event));
    reply.set_revoked(reply.revoked() + 1);
  }
  return found ? Outcome(reply) : Outcome(absl::NotFoundError("there is no such device or worker"));
}

}  // namespace doorstep::service
