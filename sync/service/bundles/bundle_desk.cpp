#include "sync/service/bundles/bundle_desk.h"

#include <algorithm>

#include "sync/bundle/refusal.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/service/apply.h"
#include "sync/service/audit.h"

namespace doorstep::service {
namespace {

using bundle::Refusal;

// Whose changes these are: the device that signed, as the ledger knows it now. Its owner's own rights count.
absl::StatusOr<Caller> signerOf(const DeviceRow& device, const Directory& directory, absl::Time now) {
  absl::StatusOr<Caller> signer = callerOf(device, directory, now);
  if (absl::IsPermissionDenied(signer.status())) {
    return bundle::refused(Refusal::kRevoked);
  }
  return signer.ok() ? signer : absl::StatusOr<Caller>(bundle::refused(Refusal::kUnknownDevice));
}

absl::Status reasonOf(const absl::Status& stopped) {
  switch (stopped.code()) {
    case absl::StatusCode::kFailedPrecondition:
      return bundle::refused(Refusal::kGap);
    case absl::StatusCode::kAborted:
      return bundle::refused(Refusal::kForked);
    case absl::StatusCode::kPermissionDenied:
      return bundle::refused(Refusal::kOtherReplica);
    default:
      return bundle::refused(Refusal::kChanged);
  }
}

bundle::Answer sumUp(std::vector<v1::Receipt> receipts, std::uint64_t known_until) {
  bundle::Answer answer;
  for (const v1::Receipt& receipt : receipts) {
    if (receipt.sequence() <= known_until) {
      ++answer.known_before;
    } else if (receipt.outcome() == v1::RECEIPT_OUTCOME_QUARANTINED) {
      ++answer.put_aside;
    } else {
      ++answer.taken;
    }
  }
  answer.receipts = std::move(receipts);
  return answer;
}

// The list of devices shows the tablet as heard from, as after a hello.
absl::Status noteDevice(CommitWork& commit, DeviceRow device, const bundle::Answer& answer) {
  device.last_hello_at = commit.now();
  device.last_sequence = std::max(device.last_sequence, answer.consumed);
  device.waiting -= std::min<std::uint64_t>(device.waiting, answer.receipts.size());
  return commit.registry().putDevice(device);
}

absl::Status audit(CommitWork& commit, const Caller& carrier, const v1::BundleManifest& manifest) {
  v1::AuditEvent event =
      auditEvent(v1::AUDIT_VERB_BUNDLE, carrier, "Sync.TakeBundle " + outside::toHex(manifest.content_hash()));
  event.set_replica_id(manifest.replica_id());
  return appendAudit(commit, event);
}

}  // namespace

absl::StatusOr<OpenedBundle> openBundle(const OwnIdentity& identity, std::string_view file) {
  OpenedBundle opened;
  DOORSTEP_ASSIGN(opened.envelope, bundle::read(file));
  // Before anything is decrypted: only a certificate of ours may make us work.
  if (!bundle::isIssuedBy(opened.envelope.certificate, identity.authority_der)) {
    return bundle::refused(Refusal::kOtherService);
  }
  DOORSTEP_ASSIGN(opened.changes, bundle::openChanges(opened.envelope, *identity.bundle_secret_key));
  return opened;
}

absl::StatusOr<BundleOutcome> takeBundle(CommitWork& commit, const Caller& carrier, const OpenedBundle& opened) {
  const v1::BundleManifest& manifest = opened.envelope.manifest;
  BundleOutcome outcome;
  DOORSTEP_ASSIGN(const auto device, commit.registry().device(manifest.signer_fingerprint()));
  if (!device.has_value()) {
    outcome.stopped = bundle::refused(Refusal::kUnknownDevice);
    return outcome;
  }
  if (device->district_id != manifest.district_id() ||
      (!carrier.is_operator && carrier.district_id != manifest.district_id())) {
    outcome.stopped = bundle::refused(Refusal::kOtherDistrict);
    return outcome;
  }
  const absl::StatusOr<Caller> signer = signerOf(*device, commit.directory(), commit.now());
  if (!signer.ok()) {
    outcome.stopped = signer.status();
    return outcome;
  }
  DistrictWork& work = commit.district(manifest.district_id());
  DOORSTEP_ASSIGN(const auto replica, work.ledger.replica(manifest.replica_id()));
  const std::uint64_t known_until = replica.has_value() ? replica->last_sequence : 0;
  Applier applier(work, *signer);
  DOORSTEP_ASSIGN(BatchOutcome batch, applier.applyBatch(opened.changes));
  DOORSTEP_TRY(applier.finish());
  // Changes of one chain: what stops does so before the first that is new (sync/bundle, openChanges).
  if (!batch.stopped.ok()) {
    outcome.stopped = reasonOf(batch.stopped);
    return outcome;
  }
  outcome.device_name = device->device_name;
  outcome.answer = sumUp(std::move(batch.receipts), known_until);
  outcome.answer.consumed = std::max(known_until, manifest.last_sequence());
  DOORSTEP_TRY(noteDevice(commit, *device, outcome.answer));
  DOORSTEP_TRY(audit(commit, carrier, manifest));
  return outcome;
}

absl::StatusOr<std::string> answerBundle(const OwnIdentity& identity, const OpenedBundle& opened,
                                         const BundleOutcome& outcome, std::string bundle_id, absl::Time now) {
  const v1::BundleManifest& manifest = opened.envelope.manifest;
  const bundle::Writing writing{std::move(bundle_id), manifest.district_id(), manifest.replica_id(),
                                outcome.device_name, now};
  return bundle::sealReceipts(writing, manifest, outcome.answer, identity.bundle_signer);
}

}  // namespace doorstep::service
