#include "sync/service/arrived_change.h"

#include <utility>

#include "absl/status/statusor.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/replication/sealed_change.h"

namespace doorstep::service {
namespace {

absl::StatusOr<std::string> opened(const std::string& sealed, const OwnIdentity& identity) {
  if (!identity.bundle_secret_key) {
    return absl::PermissionDeniedError("no key to open it");
  }
  return replication::openChange(sealed, identity.bundle_public_key, identity.bundle_secret_key->view());
}

// What was done, in the place where it now stands.
void openWithin(ArrivedChange& arrived, const OwnIdentity& identity) {
  const v1::Change& around = *arrived.change;
  const absl::StatusOr<std::string> content = opened(around.sealed(), identity);
  absl::StatusOr<v1::Change> within =
      content.ok() ? replication::decodeChange(*content) : absl::StatusOr<v1::Change>(content.status());
  if (!within.ok() || within->id() != around.id() || within->has_sealed()) {
    return;
  }
  within->set_replica_id(around.replica_id());
  within->set_sequence(around.sequence());
  within->set_predecessor(around.predecessor());
  arrived.encoded = replication::encode(*within);
  arrived.change = *std::move(within);
}

}  // namespace

ArrivedChange arrived(std::string sent, const OwnIdentity& identity) {
  if (replication::isSealed(sent)) {
    if (absl::StatusOr<std::string> content = opened(sent, identity); content.ok()) {
      sent = *std::move(content);
    }
  }
  ArrivedChange one = arrived(std::move(sent));
  if (one.change.has_value() && one.change->has_sealed()) {
    openWithin(one, identity);
  }
  return one;
}

ArrivedChange arrived(std::string encoded) {
  ArrivedChange one;
  one.hash = replication::sha256(encoded);
  if (auto change = replication::decodeChange(encoded); change.ok()) {
    one.change = *std::move(change);
  }
  one.encoded = std::move(encoded);
  return one;
}

std::vector<ArrivedChange> arrived(std::span<const std::string> encoded_changes) {
  std::vector<ArrivedChange> all;
  all.reserve(encoded_changes.size());
  for (const std::string& encoded : encoded_changes) {
    all.push_back(arrived(encoded));
  }
  return all;
}

}  // namespace doorstep::service
