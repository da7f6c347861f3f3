#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "sync/service/arrived_change.h"
#include "sync/service/commit_work.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

// What a device that is no longer, or not yet again, welcome still holds (architecture decisions 7 and 14): it
// is put aside for a person to look at. Nothing of it is applied, nothing is sent back but how far it went.
namespace doorstep::service {

// A certificate of ours that no other call admits.
struct Sender {
  std::string fingerprint;
  std::string district_id;  // empty: the ledger does not know the device
  std::string worker_id;    // empty likewise
};

// Why a sender may call HandIn and nothing else. OK: its certificate was revoked, and it must destroy its
// keys once it has handed in; UNAUTHENTICATED: it is not known; PERMISSION_DENIED: its worker has left.
struct Admission {
  Sender sender;
  absl::Status reason;
};

// PERMISSION_DENIED in the outer status when the device is welcome, and pushes like any other. `revoked`:
// what is known of the certificate outside the ledger.
absl::StatusOr<Admission> admitSender(RegistryReader& registry, const Directory& directory,
                                      const std::string& fingerprint, bool revoked, absl::Time now);

// As Applier::applyBatch(), with everything quarantined.
struct HandedIn {
  std::uint64_t last_sequence = 0;
  std::uint64_t taken = 0;  // of these changes
  absl::Status stopped;
};

// Takes changes of one replica aside, or only says how far it came when there are none. `stopped` is NOT_FOUND
// when nothing says to which district they belong.
absl::StatusOr<HandedIn> takeAside(CommitWork& commit, const Sender& sender, const std::string& replica_id,
                                   std::span<const ArrivedChange> changes);

// Once for each stream that brought something.
absl::Status auditHandIn(CommitWork& commit, const Sender& sender, const std::string& replica_id);

}  // namespace doorstep::service
