#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "app/models/workspace.h"
#include "app/shell/profile.h"
#include "app/store/store.h"
#include "app/vault/disk.h"
#include "sync/client/engine.h"
#include "sync/client/grpc/grpc_remote.h"
#include "sync/outside/executor.h"
#include "sync/outside/random.h"

namespace doorstep::shell {

// An unlocked profile at work: one writer thread that owns store and engine, one query thread with a
// read-only connection (architecture decision 17). Made and dropped on any thread; dropping it waits
// until both threads have ended.
class Tablet final : public models::Workspace {
 public:
  // Where a locked tablet leaves what waits, as a sealed file, so that it can be sent without its PIN; the
  // receipts that came for it are taken in at the next opening.
  struct LeftBehind {
    ProfileFolder profile;
    std::string device_name;
    vault::Disk* disk;  // outlives the tablet
  };
  struct Opening {
    store::StoreFile file;
    std::string service_address;
    client::DeviceIdentity identity;
    const outside::Clock& clock;  // clock and random outlive the tablet
    outside::Random& random;
    // With the first opening after an enrolment.
    const store::Enrolment* enrolment = nullptr;
    std::optional<LeftBehind> left_behind = {};  // without it nothing is left
    // Once the service has withdrawn this device and has everything; on the writer's thread.
    std::function<absl::Status()> destroy_keys = {};
  };

  // The errors of store::Store::open.
  static absl::StatusOr<std::unique_ptr<Tablet>> open(const Opening& opening);
  ~Tablet() override;

  store::Queries& queries() override { return *queries_; }
  outside::Executor& queryExecutor() override { return query_executor_; }
  store::Recorder& recorder() override { return *store_; }
  outside::Executor& writerExecutor() override { return writer_; }
  const outside::Clock& clock() override { return clock_; }
  outside::IdentifierSource& identifiers() override { return identifiers_; }

  void observe(std::function<void(const client::SyncStatus&)> on_status,
               std::function<void()> on_store_changed) override;
  void syncNow() override;
  void compareNow() override;
  void changesWaiting() override;
  void contentsWanted() override;
  void setTransferRules(const client::TransferRules& rules) override;
  void missed(const v1::ListMissedRequest& request, MissedDone done) override;
  void endOfDay(const v1::GetEndOfDayRequest& request, EveningDone done) override;
  void issueCode(const v1::IssueCodeRequest& request, CodeDone done) override;
  void import(std::vector<v1::ImportRow> rows, std::function<void(const v1::ImportReply&)> on_reply,
              std::function<void(absl::Status)> done) override;
  void stopImport() override;

  // What waits as a sealed file for a stick; nothing when nothing waits. Receipts from one: how many changes have
  // one now that had none. Errors of store::Store; done on the writer.
  using SealDone = std::function<void(absl::StatusOr<std::optional<store::WaitingBundle>>)>;
  void sealWaiting(SealDone done);
  void takeReceipts(std::string file, std::function<void(absl::StatusOr<std::uint64_t>)> done);

  // From then on exchanges happen by themselves; without it only syncNow() makes one. Any thread.
  void startEngine();
  void networkReturned();  // any thread

 private:
  Tablet(const outside::Clock& clock, outside::Random& random);
  absl::Status openStore(const Opening& opening);
  void takeReceiptsLeft();
  void leavePending();

  const outside::Clock& clock_;
  outside::Random& random_;
  outside::IdentifierSource identifiers_;
  std::optional<LeftBehind> left_behind_;
  bundle::Signer signer_;
  std::string authority_;
  // On the writer:
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<client::GrpcRemote> remote_;
  std::unique_ptr<client::Engine> engine_;
  std::function<void(const client::SyncStatus&)> on_status_;
  std::function<void()> on_store_changed_;
  bool changed_unseen_ = false;  // the store changed while nobody was told
  // On the query thread:
  std::unique_ptr<store::Queries> queries_;
  // Last, so that they end first.
  outside::SerialExecutor query_executor_;
  outside::SerialExecutor writer_;
};

}  // namespace doorstep::shell
