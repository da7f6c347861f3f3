#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/admin.pb.h"
#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/outside/identifier.h"
#include "sync/service/attachments/content_store.h"
#include "sync/service/backup/sealed_notes.h"
#include "sync/service/caller.h"
#include "sync/service/exchange/pull_stream.h"
#include "sync/service/exchange/sight.h"
#include "sync/service/handin/hand_in.h"
#include "sync/service/identity/own_identity.h"
#include "sync/service/ledger/embedded_ledger.h"
#include "sync/service/writer.h"
#include "tests/simulation/machine.h"

namespace doorstep::simulation {

// doorstepd on a machine of its own, without gRPC: the real ledger, writer, hello, push and pull. The
// writer is turned by hand, a moment after something was posted, so that what comes close together is
// one commit. Every message goes in and out as its bytes. When it is down all is UNAVAILABLE.
class ServiceMachine {
 public:
  ServiceMachine(Timeline& timeline, std::string folder, std::uint64_t seed);
  ~ServiceMachine();

  // Forgets what a world before this one has noted beside the ledger.
  void begin(const VirtualDisk::Image& image);
  // Starts over what lies on its disk. Fails as the service itself would.
  absl::Status start();
  bool isUp() const { return writer_ != nullptr; }
  int life() const { return life_; }  // another one after each stop: no stream outlives it
  // Notices that the machine went down during what was just done.
  bool wentDown();
  void stop(Stop how);
  // Ends after what was posted; the disk as after a clean stop.
  void shutDown();

  absl::StatusOr<std::string> hello(const std::string& fingerprint, const std::string& request);
  // The reply may hold receipts beside a status that stopped the batch.
  struct Pushed {
    std::string reply;
    absl::Status stopped;
  };
  void push(const std::string& fingerprint, const std::string& request, std::function<void(Pushed)> done);
  absl::StatusOr<std::string> handIn(const std::string& fingerprint, const std::string& request);
  // OK: because its certificate was revoked.
  absl::Status whyToHandIn(const std::string& fingerprint);
  absl::StatusOr<std::string> reconcile(const std::string& fingerprint, const std::string& request);
  absl::StatusOr<std::string> takeContent(const std::string& fingerprint, const std::string& request);
  absl::StatusOr<std::string> giveContent(const std::string& fingerprint, const std::string& request);
  class Pull {
   public:
    // A page's bytes; nothing at the end.
    absl::StatusOr<std::optional<std::string>> next();

   private:
    friend class ServiceMachine;
    ServiceMachine* service = nullptr;
    int life = 0;
    service::Caller caller;
    std::optional<service::PullStream> stream;
  };
  absl::StatusOr<std::shared_ptr<Pull>> pull(const std::string& fingerprint, const std::string& request);

  // At the service's own machine, each one commit.
  absl::Status run(service::Writer::Work work);
  absl::StatusOr<std::vector<v1::ImportRowResult>> import(const std::vector<v1::ImportRow>& rows);
  absl::Status enrolDevice(const std::string& fingerprint, const std::string& replica_id, const std::string& worker_id);
  absl::Status revoke(const std::string& fingerprint);
  std::vector<std::string> putAside();  // ids of changes that wait for somebody to decide
  absl::StatusOr<v1::Receipt> settle(const v1::Settlement& settlement);
  // A sealed file, brought by whoever has this certificate. Errors: refusals of sync/bundle, too.
  struct Answered {
    std::string file;
    std::vector<v1::Receipt> receipts;  // in it
  };
  absl::StatusOr<Answered> takeBundle(const std::string& carrier, const std::string& file);
  absl::Status lookAtTheDay();
  // What no restore may undo goes into the file beside the ledger.
  absl::Status noteBeside();

  // A copy of the ledger as Admin.Backup makes it, and its marks kept once it is whole.
  absl::StatusOr<VirtualDisk::Image> backup();
  // In place of what stands there: as doorstepctl restore does it, or as a machine that was set back behind
  // everybody's back. Starts anew; freezes and revocations come back from the file beside the ledger.
  absl::Status restore(const VirtualDisk::Image& image, bool announced);

  // An unchanging view for whoever checks; null when it is down.
  std::unique_ptr<service::Snapshot> look();
  service::Directory directory() const { return writer_->directory(); }
  const std::string& bundleKey() const { return identity_.bundle_public_key; }
  bool hasContent(const std::string& hash, std::uint64_t bytes);  // all of it
  absl::StatusOr<service::Caller> callerOf(const std::string& fingerprint);
  std::string districtId() const;
  Machine& machine() { return machine_; }
  // Called after each commit that worked.
  void onCommit(std::function<void()> observer) { observer_ = std::move(observer); }

 private:
  absl::StatusOr<service::Admission> admitToHandIn(const std::string& fingerprint);
  static sqlite::Key ledgerKey();
  static absl::Status down();
  static absl::Status stillWelcome(service::RegistryReader& registry, const service::Caller& caller);
  absl::Status open();
  absl::Status openContents();
  std::string contentsFolder() const;
  absl::Status countContents(service::DistrictReader& ledger, const service::Caller& caller,
                             const service::Sight& sight, v1::ReconcileReply& reply);
  void turnSoon();
  std::string notesPath() const { return machine_.disk.folder() + "/revocations"; }
  absl::Status beginEpochFor(const service::Caller& caller, const v1::HelloRequest& asked);
  absl::StatusOr<service::Caller> admit(const std::string& fingerprint);

  Timeline& timeline_;
  Machine machine_;
  service::OwnIdentity identity_;  // its key for what is sealed alone
  std::optional<outside::IdentifierSource> identifiers_;
  std::unique_ptr<service::EmbeddedLedger> ledger_;
  std::unique_ptr<service::SealedNotes> notes_;
  std::unique_ptr<service::ContentStore> contents_;
  std::unique_ptr<service::Writer> writer_;
  bool turning_ = false;
  int life_ = 0;
  std::function<void()> observer_;
};

}  // namespace doorstep::simulation
