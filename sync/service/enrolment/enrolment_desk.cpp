#include "sync/service/enrolment/enrolment_desk.h"

#include <algorithm>

#include "sync/enrolment/code.h"
#include "sync/enrolment/proof.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/replication/chain.h"
#include "sync/service/audit.h"

namespace doorstep::service {
namespace {

constexpr std::size_t kLongestName = 200;

absl::Status judge(const CodeRow& code, absl::Time now) {
  if (code.used) {
    return absl::AlreadyExistsError("this code has been used");
  }
  if (code.wrong_proofs >= kMostWrongProofs) {
    return absl::PermissionDeniedError("this code was tried wrongly too often");
  }
  return code.expires_at <= now ? absl::FailedPreconditionError("this code has expired") : absl::OkStatus();
}

v1::EnrolReply replyTo(const OwnIdentity& identity, const CodeRow& code, const std::string& certificate,
                       const v1::Worker& worker, const std::string& zone, std::uint32_t sync_port) {
  v1::EnrolReply reply;
  reply.set_certificate(certificate);
  reply.set_authority(identity.authority_der);
  reply.set_escrow_key(identity.escrow_public_key);
  reply.set_bundle_key(identity.bundle_public_key);
  reply.set_proof(enrolment::serviceProof(code.key, identity.authority_der, certificate, identity.escrow_public_key,
                                          identity.bundle_public_key));
  reply.set_sync_port(sync_port);
  reply.set_district_id(code.district_id);
  reply.set_worker_id(code.worker_id);
  reply.set_worker_name(worker.name());
  *reply.mutable_roles() = worker.roles();
  reply.set_zone(zone);
  return reply;
}

absl::Status keepDevice(CommitWork& commit, const CodeRow& code, const std::string& certificate,
                        const v1::EnrolRequest& request) {
  DeviceRow device;
  device.fingerprint = fingerprintOf(certificate);
  device.replica_id = request.replica_id();
  device.district_id = code.district_id;
  device.worker_id = code.worker_id;
  device.device_name = request.device_name();
  device.enrolled_at = commit.now();
  DOORSTEP_TRY(commit.registry().putDevice(device));
  DOORSTEP_TRY(commit.district(code.district_id)
                   .ledger.putReplica({request.replica_id(), device.fingerprint, 0, replication::chainStart(), false}));
  CodeRow used = code;
  used.used = true;
  DOORSTEP_TRY(commit.registry().putCode(used));
  v1::AuditEvent event;
  event.set_verb(v1::AUDIT_VERB_ENROL);
  event.set_worker_id(code.worker_id);
  event.set_replica_id(request.replica_id());
  event.set_subject(outside::toHex(device.fingerprint));
  return appendAudit(commit, event);
}

}  // namespace

absl::StatusOr<absl::Status> issueCode(CommitWork& commit, const Caller& caller, const NewCode& wanted) {
  const Directory::Person* person = commit.directory().personByStaffNumber(wanted.staff_number);
  if (person == nullptr) {
    return absl::NotFoundError("no worker has this staff number");
  }
  const auto& roles = person->worker.roles();
  const bool operates = std::find(roles.begin(), roles.end(), v1::ROLE_OPERATOR) != roles.end();
  if (!caller.administers(person->district_id) || (operates && !caller.has(v1::ROLE_OPERATOR))) {
    return refusal(commit, caller, "Admin.IssueCode", "this worker's codes are issued by the operator");
  }
  const std::string locator = enrolment::locatorOf(wanted.code);
  DOORSTEP_ASSIGN(const auto existing, commit.registry().code(locator));
  if (existing.has_value() && judge(*existing, commit.now()).ok()) {
    return absl::AlreadyExistsError("a code with this beginning is still open");
  }
  DOORSTEP_TRY(commit.registry().putCode(
      {locator, wanted.key, person->district_id, person->worker.id(), commit.now() + wanted.valid_for, 0, false}));
  v1::AuditEvent event = auditEvent(v1::AUDIT_VERB_ISSUE_CODE, caller, locator);
  event.set_record_kind(v1::RECORD_KIND_WORKER);
  event.set_record_id(person->worker.id());
  DOORSTEP_TRY(appendAudit(commit, event));
  return absl::OkStatus();
}

absl::StatusOr<absl::StatusOr<v1::EnrolReply>> enrol(CommitWork& commit, const OwnIdentity& identity,
                                                     std::uint32_t sync_port, const v1::EnrolRequest& request) {
  using Outcome = absl::StatusOr<v1::EnrolReply>;
  DOORSTEP_ASSIGN(const auto code, commit.registry().code(request.locator()));
  if (!code.has_value()) {
    return Outcome(absl::NotFoundError("there is no such code"));
  }
  if (const absl::Status status = judge(*code, commit.now()); !status.ok()) {
    return Outcome(status);
  }
  const std::string proof = enrolment::deviceProof(code->key, request.signing_request(), request.replica_id());
  if (!enrolment::sameProof(proof, request.proof())) {
    CodeRow wrong = *code;
    ++wrong.wrong_proofs;
    DOORSTEP_TRY(commit.registry().putCode(wrong));
    return Outcome(absl::PermissionDeniedError("the code is wrong"));
  }
  DOORSTEP_ASSIGN(const auto taken, commit.district(code->district_id).ledger.replica(request.replica_id()));
  if (request.replica_id().size() != outside::kIdentifierSize || taken.has_value()) {
    return Outcome(absl::InvalidArgumentError("replica_id must be 16 bytes of a new replica"));
  }
  if (request.device_name().size() > kLongestName) {
    return Outcome(absl::InvalidArgumentError("device_name is too long"));
  }
  const auto certificate =
      signRequest(identity.authority, request.signing_request(), outside::toHex(request.replica_id()));
  if (!certificate.ok()) {
    return Outcome(certificate.status());
  }
  const Directory::Person* person = commit.directory().person(code->worker_id);
  if (person == nullptr) {
    return Outcome(absl::NotFoundError("the worker this code was made for is not known"));
  }
  DOORSTEP_TRY(keepDevice(commit, *code, *certificate, request));
  return Outcome(replyTo(identity, *code, *certificate, person->worker,
                         commit.directory().zone(code->district_id).name(), sync_port));
}

}  // namespace doorstep::service
