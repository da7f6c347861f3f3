#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/sync.pb.h"

namespace doorstep::client {

// Where a replica stands, as kept in its store.
struct ReplicaState {
  std::string replica_id;
  std::uint64_t last_acknowledged = 0;  // highest sequence with a receipt, all below have one
  std::string acknowledged_head;        // hash of that change; chainStart() when there is none
  v1::Revision cursor;
  std::string scope_digest;                     // over the households held
  std::string content_digest;                   // of all that is held (sync/replication/digest.h), 32 bytes
  std::uint64_t waiting = 0;                    // changes without a receipt
  absl::Time last_sync = absl::InfinitePast();  // as given to keepLastSync
  std::string reply_key;  // this store's X25519 public key; empty when the service need not be asked for its own
};

struct OutgoingChange {
  std::uint64_t sequence;
  std::string encoded;
};

// The engine's door to the local store. All calls on the writer's executor. Every call is one
// transaction: after an error nothing of it holds.
class Replica {
 public:
  virtual ~Replica() = default;

  virtual absl::StatusOr<ReplicaState> state() = 0;
  // Changes after a sequence, in order, at most so many and so many bytes (but at least one).
  virtual absl::StatusOr<std::vector<OutgoingChange>> outgoingAfter(std::uint64_t sequence, std::size_t count,
                                                                    std::size_t bytes) = 0;
  virtual absl::Status keepReceipts(const std::vector<v1::Receipt>& receipts) = 0;
  // Entries, removals, completed households and cursor together; pending patches are rebased.
  virtual absl::Status keepPage(const v1::PullReply& page) = 0;
  // Pages that follow one another, from the first on, together in one transaction: as many as are worth it, and no
  // more once `enough` says so. Gives how many were kept, at least one.
  virtual absl::StatusOr<std::size_t> keepPages(std::span<const v1::PullReply> pages,
                                                const std::function<bool()>& enough) {
    (void)enough;
    const absl::Status kept = keepPage(pages.front());
    return kept.ok() ? absl::StatusOr<std::size_t>(1) : kept;
  }
  virtual absl::StatusOr<std::vector<std::string>> heldHouseholds() = 0;
  // What a hello taught: the offset of the service's clock, identity and roles, district, zone.
  virtual absl::Status keepHello(const v1::HelloReply& reply, absl::Duration service_offset) = 0;
  virtual absl::Status keepLastSync(absl::Time at) = 0;
  // The service holds other changes under our sequences: gives every change that it may not have a new replica id
  // and a new chain from 1. Without a new epoch under way those are the ones without a receipt; nothing is lost.
  virtual absl::Status beginNewReplica(const std::string& replica_id) = 0;
  // The service has our changes up to a sequence, and none behind: those are sent again, with a receipt or without,
  // byte by byte as they went before where all of them are still here, otherwise as another replica.
  virtual absl::Status sendAgainAfter(std::uint64_t consumed, const std::string& other_replica_id) = 0;
  // The same, and from now on we live in another epoch: the cursor begins anew, nothing counts as held, and what the
  // next whole pull does not bring again is removed when it is complete; until then everything can be read.
  virtual absl::Status beginEpoch(std::uint64_t epoch, std::uint64_t consumed, const std::string& other_replica_id) = 0;
};

}  // namespace doorstep::client
