#include "app/store/bundles.h"

#include <utility>

#include "app/store/replica_row.h"
#include "app/store/rows.h"
#include "sync/bundle/changes.h"
#include "sync/bundle/envelope.h"
#include "sync/bundle/refusal.h"
#include "sync/escrow/escrow.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

using bundle::Refusal;

absl::StatusOr<escrow::Secret> secretOf(std::string_view bytes) {
  std::optional<escrow::Secret> secret = escrow::Secret::of(bytes);
  return secret.has_value() ? absl::StatusOr<escrow::Secret>(*std::move(secret))
                            : absl::DataLossError("the store has lost its key for receipts");
}

// One for each sequence, from one that the store may have no receipt for yet.
absl::Status checkSequences(const std::vector<v1::Receipt>& receipts, std::uint64_t last_acknowledged) {
  for (std::size_t at = 0; at < receipts.size(); ++at) {
    if (receipts[at].sequence() != receipts.front().sequence() + at) {
      return bundle::refused(Refusal::kChanged);
    }
  }
  return receipts.empty() || receipts.front().sequence() <= last_acknowledged + 1 ? absl::OkStatus()
                                                                                  : bundle::refused(Refusal::kGap);
}

}  // namespace

absl::StatusOr<Bundles::Keys> Bundles::keys() {
  Keys keys;
  DOORSTEP_TRY(
      forEachRow(database_, "SELECT reply_secret, service_key FROM bundle_key", [&keys](const sqlite::Statement& row) {
        keys.reply_secret = bytesOf(row, 0);
        keys.service_key = bytesOf(row, 1);
      }));
  return keys;
}

absl::StatusOr<std::string> Bundles::serviceKey() {
  DOORSTEP_ASSIGN(Keys both, keys());
  return std::move(both.service_key);
}

absl::Status Bundles::ensureReplyKey(outside::Random& random) {
  DOORSTEP_ASSIGN(const bool made, hasRow(database_, "SELECT 1 FROM bundle_key"));
  return made ? absl::OkStatus()
              : database_.execute("INSERT INTO bundle_key VALUES (1, ?1, x'')",
                                  blob(random.bytes(escrow::Secret::kSize)));
}

absl::StatusOr<std::string> Bundles::replyKey() {
  DOORSTEP_ASSIGN(const Keys keys, this->keys());
  DOORSTEP_ASSIGN(const escrow::Secret secret, secretOf(keys.reply_secret));
  return escrow::publicKeyOf(secret);
}

absl::Status Bundles::keepServiceKey(std::string_view service_key) {
  return service_key.size() != escrow::kPublicKeySize
             ? absl::OkStatus()
             : database_.execute("UPDATE bundle_key SET service_key = ?1", blob(service_key));
}

absl::StatusOr<std::optional<WaitingBundle>> Bundles::sealWaiting(OutgoingQueue& outgoing,
                                                                  outside::IdentifierSource& identifiers,
                                                                  const outside::Clock& clock,
                                                                  const bundle::Signer& device,
                                                                  const std::string& device_name) {
  DOORSTEP_ASSIGN(const client::ReplicaState state, outgoing.state());
  if (state.waiting == 0) {
    return std::nullopt;
  }
  DOORSTEP_ASSIGN(const Keys keys, this->keys());
  if (keys.service_key.empty()) {
    return absl::FailedPreconditionError("the service's key is not known yet");
  }
  DOORSTEP_ASSIGN(auto waiting,
                  outgoing.after(state.last_acknowledged, bundle::kMostChanges, bundle::kMostChangeBytes));
  std::vector<std::string> changes;
  for (client::OutgoingChange& change : waiting) {
    if (change.sequence != state.last_acknowledged + 1 + changes.size()) {
      return absl::DataLossError("the sequences that wait have a gap");
    }
    changes.push_back(std::move(change.encoded));
  }
  DOORSTEP_ASSIGN(const ReplicaRow replica, loadReplica(database_));
  DOORSTEP_ASSIGN(const std::string reply_key, replyKey());
  WaitingBundle bundle;
  DOORSTEP_ASSIGN(bundle.file,
                  bundle::sealChanges({identifiers.next(), replica.district_id, replica.id, device_name, clock.now()},
                                      state.last_acknowledged + 1, changes, reply_key, keys.service_key, device));
  DOORSTEP_ASSIGN(const v1::BundleManifest manifest, bundle::peek(bundle.file));
  bundle.file_name = bundle::fileNameOf(manifest);
  bundle.changes = changes.size();
  return bundle;
}

absl::StatusOr<std::vector<v1::Receipt>> Bundles::receiptsIn(OutgoingQueue& outgoing, std::string_view file,
                                                             const std::string& authority) {
  DOORSTEP_ASSIGN(const bundle::Envelope envelope, bundle::read(file));
  DOORSTEP_ASSIGN(const client::ReplicaState state, outgoing.state());
  if (envelope.manifest.kind() != v1::BUNDLE_KIND_RECEIPTS) {
    return bundle::refused(Refusal::kWrongKind);
  }
  if (envelope.manifest.replica_id() != state.replica_id) {
    return bundle::refused(Refusal::kOtherReplica);
  }
  DOORSTEP_ASSIGN(const Keys keys, this->keys());
  DOORSTEP_ASSIGN(const escrow::Secret secret, secretOf(keys.reply_secret));
  DOORSTEP_ASSIGN(bundle::OpenedReceipts opened, bundle::openReceipts(envelope, secret, authority));
  DOORSTEP_TRY(checkSequences(opened.receipts, state.last_acknowledged));
  return std::move(opened.receipts);
}

}  // namespace doorstep::store
