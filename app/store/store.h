#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "app/store/bundles.h"
#include "app/store/changed_areas.h"
#include "app/store/queries.h"
#include "app/store/recorder.h"
#include "doorstep/v1/directory.pb.h"
#include "sync/client/attachments/contents.h"
#include "sync/client/comparison.h"
#include "sync/client/replica.h"
#include "sync/outside/clock.h"
#include "sync/outside/random.h"
#include "sync/sqlite/key.h"

namespace doorstep::store {

// Where a store lies and what opens it. The key is the vault's and known to be right.
struct StoreFile {
  std::string path;
  sqlite::Key key;
  std::string vfs;  // name of a registered VFS; empty: the system's
  // Bytes that are free in a folder, for tests; absent: as the file system says.
  std::function<std::uint64_t(const std::string& folder)> free_bytes = {};
};

// What enrolment taught, so that a tablet can work before its first hello.
struct Enrolment {
  std::string replica_id;
  std::string district_id;
  std::string worker_id;
  std::string worker_name;
  std::vector<v1::Role> roles;
  std::string zone;
  std::string bundle_key = {};  // the service's, 32 bytes; empty: as it was
};

// The encrypted store: what people record goes in by Recorder, what the service sends by Replica,
// each call one transaction on one connection that writes. Lives on the writer's executor.
//
// open and every call: DATA_LOSS when the file is damaged (it stays as it is; setAside, then open
// anew and pull), RESOURCE_EXHAUSTED when the disk is full (nothing of the call holds, everything
// before it does). open only: FAILED_PRECONDITION when the file is from a newer program, which
// leaves it untouched, or is not encrypted.
class Store final : public Recorder, public client::Replica, public client::Contents, public client::ComparedStore {
 public:
  using Observer = std::function<void(const ChangedAreas&)>;

  // `clock` and `random` must outlive it.
  static absl::StatusOr<std::unique_ptr<Store>> open(const StoreFile& file, const outside::Clock& clock,
                                                     outside::Random& random);
  ~Store() override;

  // Called on the writer's executor after each commit that changed something. To be set before use.
  void onChanged(Observer observer);

  // Under another replica id than before, changes that still wait go on under the new one.
  absl::Status keepEnrolment(const Enrolment& enrolment);
  // DATA_LOSS unless every page is sound. Reads the whole file.
  absl::Status checkIntegrity();

  // Without a network: what waits as a sealed file, and the receipts that came back in one (bundles.h).
  // Gives how many changes have a receipt now that had none.
  absl::StatusOr<std::optional<WaitingBundle>> sealWaiting(const bundle::Signer& device,
                                                           const std::string& device_name);
  absl::StatusOr<std::uint64_t> takeReceipts(std::string_view file, const std::string& authority);

  absl::StatusOr<SaveResult> saveVisit(const v1::VisitDraft& draft) override;
  absl::StatusOr<SaveResult> append(const v1::Record& record) override;
  absl::StatusOr<SaveResult> edit(const v1::Record& before, const v1::Record& after) override;
  absl::StatusOr<SaveResult> settle(const v1::Settlement& settlement) override;
  absl::StatusOr<SaveResult> correctVisit(const std::string& change_id, absl::Time started_at,
                                          absl::Time ended_at) override;
  absl::Status keepDraft(const v1::VisitDraft& draft) override;
  absl::Status discardDraft(const std::string& household_id) override;
  absl::StatusOr<SaveResult> addPicture(const v1::Attachment& attachment, const std::string& content) override;
  absl::Status removePicture(const std::string& attachment_id) override;
  absl::Status describePicture(const std::string& attachment_id, const std::string& caption) override;
  absl::Status wantPicture(const v1::Attachment& attachment) override;

  absl::StatusOr<client::ReplicaState> state() override;
  absl::StatusOr<std::vector<client::OutgoingChange>> outgoingAfter(std::uint64_t sequence, std::size_t count,
                                                                    std::size_t bytes) override;
  absl::Status keepReceipts(const std::vector<v1::Receipt>& receipts) override;
  absl::Status keepPage(const v1::PullReply& page) override;
  absl::StatusOr<std::size_t> keepPages(std::span<const v1::PullReply> pages,
                                        const std::function<bool()>& enough) override;
  absl::StatusOr<std::vector<std::string>> heldHouseholds() override;
  absl::Status keepHello(const v1::HelloReply& reply, absl::Duration service_offset) override;
  absl::Status keepLastSync(absl::Time at) override;
  absl::Status beginNewReplica(const std::string& replica_id) override;

  absl::Status release() override;
  absl::StatusOr<std::uint64_t> waiting() override;
  absl::StatusOr<std::vector<client::TravellingContent>> toSend() override;
  absl::StatusOr<std::string> chunk(const std::string& hash, std::uint64_t offset) override;
  absl::Status keepSent(const std::string& hash) override;
  absl::Status keepRefusal(const std::string& hash, const v1::Problem& problem) override;
  absl::StatusOr<std::vector<client::TravellingContent>> toFetch() override;
  absl::StatusOr<bool> keepChunk(const std::string& hash, std::uint64_t offset, const std::string& chunk) override;
  // The service has said that it lacks these: whatever of them is here goes up again.
  absl::Status offerContentsAgain(const std::vector<std::string>& hashes);
  absl::Status sendAgainAfter(std::uint64_t consumed, const std::string& other_replica_id) override;
  absl::Status beginEpoch(std::uint64_t epoch, std::uint64_t consumed, const std::string& other_replica_id) override;

  absl::StatusOr<absl::Time> lastComparison() override;
  absl::StatusOr<std::vector<v1::DigestCell>> digestCells() override;
  absl::StatusOr<std::vector<v1::RecordVersion>> versionsIn(const v1::DigestCell& cell) override;
  absl::StatusOr<std::uint64_t> contentsNamed() override;
  absl::StatusOr<client::Repair> keepRepair(const v1::ReconcileReply& reply) override;
  absl::Status sendContentsAgain(const std::vector<std::string>& hashes) override;
  absl::Status keepComparison(const client::Comparison& comparison) override;

 private:
  struct Parts;
  explicit Store(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// Reads the same file through a connection of its own that cannot write; the store must have been
// opened once before. Each answer is one moment's view. `clock` tells who is on duty now and outlives
// the queries; null: the system's.
absl::StatusOr<std::unique_ptr<Queries>> openQueries(const StoreFile& file, const outside::Clock* clock = nullptr);

// Moves a damaged store out of the way under a name with the time; deletes nothing. Gives the new
// path. No Store or Queries may have it open.
absl::StatusOr<std::string> setAside(const std::string& path, absl::Time when);

}  // namespace doorstep::store
