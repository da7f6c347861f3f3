#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/client/remote.h"

namespace doorstep::client {

// What came out when this device and the service counted (architecture decision 9).
struct Comparison {
  absl::Time at = absl::InfinitePast();
  std::vector<v1::DigestCell> held;     // as counted here, after what differed had been put right
  std::vector<v1::DigestCell> service;  // as the service counts for this device
  // Cells that differed at first, the same ones on both sides; a cell that one side did not have counts 0 there.
  std::vector<v1::DigestCell> held_before;
  std::vector<v1::DigestCell> service_before;
  std::uint64_t taken = 0;                // records that were missing here, or stood in another state
  std::uint64_t removed = 0;              // records that were here and should not have been
  std::uint64_t sent_again = 0;           // own records that the service had lost
  std::uint64_t contents_named = 0;       // pictures and documents that records here name
  std::uint64_t contents_at_service = 0;  // of those in this device's scope, whole at the service
};

// What putting right did.
struct Repair {
  std::uint64_t taken = 0;
  std::uint64_t removed = 0;
  std::uint64_t sent_again = 0;
};

// The store, as one that is compared. The rules of Replica.
class ComparedStore {
 public:
  virtual ~ComparedStore() = default;
  virtual absl::StatusOr<absl::Time> lastComparison() = 0;  // InfinitePast: never
  virtual absl::StatusOr<std::vector<v1::DigestCell>> digestCells() = 0;
  virtual absl::StatusOr<std::vector<v1::RecordVersion>> versionsIn(const v1::DigestCell& cell) = 0;
  virtual absl::StatusOr<std::uint64_t> contentsNamed() = 0;
  // Takes in what was missing, lets go what should not be here; an own record that the service does not know goes out
  // again while its change is kept.
  virtual absl::StatusOr<Repair> keepRepair(const v1::ReconcileReply& reply) = 0;
  // Contents that are here and that the service does not have whole are sent again.
  virtual absl::Status sendContentsAgain(const std::vector<std::string>& hashes) = 0;
  virtual absl::Status keepComparison(const Comparison& comparison) = 0;
};

class ComparingRemote {
 public:
  virtual ~ComparingRemote() = default;
  virtual void reconcile(const v1::ReconcileRequest& request, Remote::Done<v1::ReconcileReply> done) = 0;
};

// Without both nothing is ever compared.
struct ComparisonDoors {
  ComparedStore* store = nullptr;
  ComparingRemote* remote = nullptr;
};

}  // namespace doorstep::client
