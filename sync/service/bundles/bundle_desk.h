#pragma once

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "sync/bundle/changes.h"
#include "sync/bundle/envelope.h"
#include "sync/service/arrived_change.h"
#include "sync/service/caller.h"
#include "sync/service/commit_work.h"
#include "sync/service/identity/own_identity.h"

// Changes that came as a file (sync/bundle/README.md). They take the same way as a push by the device that
// signed them: who brings the file adds no right and takes none away. A refusal is a bundle::Refusal.
namespace doorstep::service {

// A bundle of changes, opened: whole, unchanged, sealed to this service, signed under its authority.
struct OpenedBundle {
  bundle::Envelope envelope;
  std::vector<ArrivedChange> changes;
};

// Takes time for each byte: not on the writer's thread.
absl::StatusOr<OpenedBundle> openBundle(const OwnIdentity& identity, std::string_view file);

// All of it or nothing, in this commit; on the writer's thread. What a revoked or unknown device signed is put aside
// as if it had handed it in, without receipts. `stopped` says why nothing was taken: kGap, kForked, kOtherDistrict,
// kOtherReplica, kUnknownDevice. The error of the call is the ledger's.
struct BundleOutcome {
  bundle::Answer answer;
  absl::Status stopped;
  std::string device_name;  // as enrolled
};
absl::StatusOr<BundleOutcome> takeBundle(CommitWork& commit, const Caller& carrier, const OpenedBundle& opened);

// The receipts, sealed to the store that wrote the bundle.
absl::StatusOr<std::string> answerBundle(const OwnIdentity& identity, const OpenedBundle& opened,
                                         const BundleOutcome& outcome, std::string bundle_id, absl::Time now);

}  // namespace doorstep::service
