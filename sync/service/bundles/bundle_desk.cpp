#include "sync/service/bundles/bundle_desk.h"

#include <algorithm>

#include "sync/bundle/refusal.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/service/apply.h"
#include "sync/service/audit.h"
#include "sync/service/handin/hand_in.h"

namespace doorstep::service {
namespace {

using bundle::Refusal;

absl::Status reasonOf(const absl::Status& stopped) {
  switch (stopped.code()) {
    case absl::StatusCode::kFailedPrecondition:
      return bundle::refused(Refusal::kGap);
    case absl::StatusCode::kAborted:
      return bundle::refused(Refusal::kForked);
    case absl::StatusCode::kPermissionDenied:
      return bundle::refused(Refusal::kOtherReplica);
    case absl::StatusCode::kNotFound:
      return bundle::refused(Refusal::kUnknownDevice);
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

bool belongs(const std::optional<DeviceRow>& device, const Caller& carrier, const std::string& district) {
  return (!device.has_value() || device->district_id == district) &&
         (carrier.is_operator || carrier.district_id == district);
}

// As the device itself would hand in: for a person to look at, and no receipts go back.
absl::StatusOr<BundleOutcome> putAside(CommitWork& commit, const std::optional<DeviceRow>& device,
                                       const OpenedBundle& opened, std::uint64_t known_until) {
  const v1::BundleManifest& manifest = opened.envelope.manifest;
  Sender sender{manifest.signer_fingerprint(), "", ""};
  BundleOutcome outcome;
  // It begins behind the device's last receipt, which says nothing about what a ledger that was set back holds: what is
  // missing here the device still has, and hands in itself.
  if (manifest.first_sequence() > known_until + 1) {
    outcome.stopped = bundle::refused(Refusal::kGap);
    return outcome;
  }
  if (device.has_value()) {
    sender.district_id = device->district_id;
    sender.worker_id = device->worker_id;
    outcome.device_name = device->device_name;
  }
  DOORSTEP_ASSIGN(const HandedIn handed, takeAside(commit, sender, manifest.replica_id(), opened.changes));
  if (!handed.stopped.ok()) {
    outcome.stopped = reasonOf(handed.stopped);
    return outcome;
  }
  const std::uint64_t before = std::min(std::max(known_until, manifest.first_sequence() - 1), manifest.last_sequence());
  outcome.answer.consumed = handed.last_sequence;
  outcome.answer.put_aside = static_cast<std::uint32_t>(std::min(manifest.last_sequence() - before, handed.taken));
  outcome.answer.known_before = static_cast<std::uint32_t>(handed.taken) - outcome.answer.put_aside;
  return outcome;
}

absl::StatusOr<BundleOutcome> apply(DistrictWork& work, const Caller& signer, const OpenedBundle& opened,
                                    std::uint64_t known_until) {
  Applier applier(work, signer);
  DOORSTEP_ASSIGN(BatchOutcome batch, applier.applyBatch(opened.changes));
  DOORSTEP_TRY(applier.finish());
  BundleOutcome outcome;
  // Changes of one chain: what stops does so before the first that is new (sync/bundle, openChanges).
  if (!batch.stopped.ok()) {
    outcome.stopped = reasonOf(batch.stopped);
    return outcome;
  }
  outcome.answer = sumUp(std::move(batch.receipts), known_until);
  outcome.answer.consumed = std::max(known_until, opened.envelope.manifest.last_sequence());
  return outcome;
}

}  // namespace

absl::StatusOr<OpenedBundle> openBundle(const OwnIdentity& identity, std::string_view file) {
  OpenedBundle opened;
  DOORSTEP_ASSIGN(opened.envelope, bundle::read(file));
  // Before anything is decrypted: only a certificate of ours may make us work.
  if (!bundle::isIssuedBy(opened.envelope.certificate, identity.authority_der)) {
    return bundle::refused(Refusal::kOtherService);
  }
  DOORSTEP_ASSIGN(auto changes, bundle::openChanges(opened.envelope, *identity.bundle_secret_key));
  for (std::string& change : changes) {
    opened.changes.push_back(arrived(std::move(change), identity));
  }
  return opened;
}

absl::StatusOr<BundleOutcome> takeBundle(CommitWork& commit, const Caller& carrier, const OpenedBundle& opened) {
  const v1::BundleManifest& manifest = opened.envelope.manifest;
  BundleOutcome outcome;
  DOORSTEP_ASSIGN(const auto device, commit.registry().device(manifest.signer_fingerprint()));
  if (!belongs(device, carrier, manifest.district_id())) {
    outcome.stopped = bundle::refused(Refusal::kOtherDistrict);
    return outcome;
  }
  DistrictWork& work = commit.district(manifest.district_id());
  DOORSTEP_ASSIGN(const auto replica, work.ledger.replica(manifest.replica_id()));
  const std::uint64_t known_until = replica.has_value() ? replica->last_sequence : 0;
  const absl::StatusOr<Caller> signer =
      device.has_value() ? callerOf(*device, commit.directory(), commit.now())
                         : absl::StatusOr<Caller>(absl::NotFoundError("this certificate is not known"));
  if (!signer.ok() && !absl::IsPermissionDenied(signer.status()) && !absl::IsNotFound(signer.status())) {
    return signer.status();
  }
  if (signer.ok()) {
    DOORSTEP_ASSIGN(outcome, apply(work, *signer, opened, known_until));
  } else {
    DOORSTEP_ASSIGN(outcome, putAside(commit, device, opened, known_until));
  }
  if (!outcome.stopped.ok()) {
    return outcome;
  }
  if (device.has_value()) {
    outcome.device_name = device->device_name;
    DOORSTEP_TRY(noteDevice(commit, *device, outcome.answer));
  }
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
