#include "sync/bundle/changes.h"

#include "absl/strings/str_cat.h"
#include "sync/bundle/refusal.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/replication/chain.h"
#include "sync/replication/sealed_change.h"

namespace doorstep::bundle {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10;  // of what it holds, but one change may be larger
constexpr std::size_t kNameFrom = 24;                       // of 32 digits; the first ones tell the time of enrolment

v1::BundleManifest manifestOf(const Writing& writing, v1::BundleKind kind) {
  v1::BundleManifest manifest;
  manifest.set_kind(kind);
  manifest.set_bundle_id(writing.bundle_id);
  manifest.set_district_id(writing.district_id);
  manifest.set_replica_id(writing.replica_id);
  manifest.set_device_name(writing.device_name);
  manifest.mutable_made_at()->set_seconds(absl::ToUnixSeconds(writing.made_at));
  return manifest;
}

// One chain from first_sequence to last_sequence, as far as the changes can be read.
absl::Status checkChain(const v1::BundleManifest& manifest, std::span<const std::string> changes) {
  const std::uint64_t first = manifest.first_sequence();
  if (first == 0 || changes.empty() || manifest.last_sequence() - first != changes.size() - 1) {
    return refused(Refusal::kChanged);
  }
  for (std::size_t at = 0; at < changes.size(); ++at) {
    const absl::StatusOr<v1::Change> change = replication::decodeChange(changes[at]);
    if (!change.ok()) {
      continue;
    }
    if (change->replica_id() != manifest.replica_id()) {
      return refused(Refusal::kOtherReplica);
    }
    // What was sealed before counts in the chain as it was within: whoever can open it looks at that.
    const bool chained = at == 0 || replication::isSealed(changes[at - 1]) ||
                         change->predecessor() == replication::sha256(changes[at - 1]);
    if (change->sequence() != first + at || !chained) {
      return refused(Refusal::kChanged);
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::string> sealChanges(const Writing& writing, std::uint64_t first,
                                        std::span<const std::string> changes, const std::string& reply_key,
                                        const std::string& service_key, const Signer& device) {
  if (changes.size() > kMostChanges) {
    return refused(Refusal::kTooLarge);
  }
  v1::BundleManifest manifest = manifestOf(writing, v1::BUNDLE_KIND_CHANGES);
  manifest.set_first_sequence(first);
  manifest.set_last_sequence(first + changes.size() - 1);
  manifest.set_reply_key(reply_key);
  std::vector<v1::BundleBlock> blocks;
  std::size_t filled = kBlockBytes;
  for (const std::string& change : changes) {
    if (filled + change.size() > kBlockBytes) {
      blocks.emplace_back();
      filled = 0;
    }
    blocks.back().add_changes(change);
    filled += change.size();
  }
  return seal(std::move(manifest), blocks, service_key, device);
}

absl::StatusOr<std::vector<std::string>> openChanges(const Envelope& envelope, const escrow::Secret& service_secret) {
  if (envelope.manifest.kind() != v1::BUNDLE_KIND_CHANGES) {
    return refused(Refusal::kWrongKind);
  }
  DOORSTEP_ASSIGN(std::vector<v1::BundleBlock> blocks, open(envelope, service_secret));
  std::vector<std::string> changes;
  for (v1::BundleBlock& block : blocks) {
    if (changes.size() + static_cast<std::size_t>(block.changes_size()) > kMostChanges) {
      return refused(Refusal::kTooLarge);
    }
    for (std::string& change : *block.mutable_changes()) {
      changes.push_back(std::move(change));
    }
  }
  DOORSTEP_TRY(checkChain(envelope.manifest, changes));
  return changes;
}

absl::StatusOr<std::string> sealReceipts(const Writing& writing, const v1::BundleManifest& answered,
                                         const Answer& answer, const Signer& service) {
  v1::BundleManifest manifest = manifestOf(writing, v1::BUNDLE_KIND_RECEIPTS);
  manifest.set_first_sequence(answered.first_sequence());
  manifest.set_last_sequence(answered.last_sequence());
  manifest.set_answers_bundle_id(answered.bundle_id());
  manifest.set_taken(answer.taken);
  manifest.set_put_aside(answer.put_aside);
  manifest.set_known_before(answer.known_before);
  std::vector<v1::BundleBlock> blocks(1);
  std::size_t filled = 0;
  for (const v1::Receipt& receipt : answer.receipts) {
    if (filled > kBlockBytes) {
      blocks.emplace_back();
      filled = 0;
    }
    *blocks.back().add_receipts() = receipt;
    filled += receipt.ByteSizeLong();
  }
  blocks.back().set_last_sequence(answer.consumed);
  return seal(std::move(manifest), blocks, answered.reply_key(), service);
}

absl::StatusOr<OpenedReceipts> openReceipts(const Envelope& envelope, const escrow::Secret& reply_secret,
                                            const std::string& authority) {
  if (envelope.manifest.kind() != v1::BUNDLE_KIND_RECEIPTS) {
    return refused(Refusal::kWrongKind);
  }
  // Whoever carried a bundle knows the reply key, and has a certificate of this authority, perhaps.
  if (!isIssuedBy(envelope.certificate, authority) || !isServiceCertificate(envelope.certificate)) {
    return refused(Refusal::kOtherService);
  }
  DOORSTEP_ASSIGN(std::vector<v1::BundleBlock> blocks, open(envelope, reply_secret));
  OpenedReceipts opened;
  for (v1::BundleBlock& block : blocks) {
    opened.consumed = block.last_sequence();
    for (v1::Receipt& receipt : *block.mutable_receipts()) {
      opened.receipts.push_back(std::move(receipt));
    }
  }
  return opened;
}

std::string fileNameOf(const v1::BundleManifest& manifest) {
  const bool receipts = manifest.kind() == v1::BUNDLE_KIND_RECEIPTS;
  return absl::StrCat("doorstep-", outside::toHex(manifest.replica_id()).substr(kNameFrom), "-",
                      manifest.first_sequence(), "-", manifest.last_sequence())
      .append(receipts ? kReceiptsEnding : kChangesEnding);
}

std::string receiptsPathFor(const std::string& bundle_path) {
  std::string path = bundle_path;
  if (path.ends_with(kChangesEnding)) {
    path.resize(path.size() - kChangesEnding.size());
  }
  return path.append(kReceiptsEnding);
}

}  // namespace doorstep::bundle
