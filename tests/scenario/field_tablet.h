#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/store/store.h"
#include "sync/client/engine.h"
#include "sync/client/grpc/enrolment_client.h"
#include "sync/client/grpc/grpc_remote.h"
#include "sync/outside/clock.h"
#include "sync/outside/executor.h"
#include "sync/outside/identifier.h"
#include "sync/outside/random.h"
#include "sync/sqlite/database.h"
#include "tests/scenario/recording_remote.h"
#include "tests/support/on_executor.h"

namespace doorstep::tests {

// A record as it lies in a tablet's store.
struct HeldRecord {
  v1::RecordKind kind;
  std::string id;
  std::string household;
  std::uint64_t sequence;
  v1::Record record;
};

// A tablet in the field: encrypted store, engine and gRPC on a writer's thread of its own, wired as
// in the app. Its calls wait for that thread.
class FieldTablet {
 public:
  using Watch = std::function<void(const client::SyncStatus&)>;
  struct Service {
    std::string enrolment_address;
    int sync_port;  // on loopback; a bad line's, perhaps
  };

  // Enrols with a one-time code. Fails the test program when that is refused.
  FieldTablet(std::string folder, const outside::Clock& clock, const Service& service, const std::string& code);
  ~FieldTablet();
  // What a tablet that was switched off needs beside its folder; the app keeps it in its vault.
  struct Identity {
    client::DeviceIdentity device;
    std::string worker_id;
    int sync_port = 0;  // as in Service
  };
  Identity identity() const { return {enrolled_.identity, enrolled_.worker_id, sync_port_}; }
  // Switched on again on what lies in its folder, by another program perhaps.
  static std::unique_ptr<FieldTablet> again(std::string folder, const outside::Clock& clock, const Identity& identity);
  // Another tablet with all that this one has, key and certificate too, in another folder.
  std::unique_ptr<FieldTablet> image(const std::string& folder);
  FieldTablet(const FieldTablet&) = delete;
  FieldTablet& operator=(const FieldTablet&) = delete;

  const std::string& workerId() const { return enrolled_.worker_id; }

  // A visit with somebody seen; its id. The household need not be on this tablet.
  std::string visit(const v1::Elder& elder, const std::string& household_id);
  // A visit made elsewhere; the size of its encoded change.
  std::size_t record(const v1::Visit& visit);
  std::string newId() { return identifiers_.next(); }
  // Edits what somebody saw on the screen.
  void setHowToApproach(const v1::Elder& seen, const std::string& text);
  void editElder(const v1::Elder& seen, const v1::Elder& after) { edit(seen, after); }
  void setHearing(const v1::Elder& seen, const std::string& text);
  void withStore(const std::function<void(store::Store&)>& use);  // on the writer's thread
  std::unique_ptr<store::Queries> queries();                      // as the pages ask, beside the writer
  // The app is closed and opened again; meanwhile something happens to its disk. A damaged store is set aside, as the
  // app does, and a new one begins as a replica of its own: DATA_LOSS then.
  absl::Status restart(const std::function<void()>& meanwhile = {});
  void useDisk(const std::string& vfs) { vfs_ = vfs; }  // from the next start on
  std::string storePath() const { return folder_ + "/store.db"; }
  // What waits, as the sealed file that is left at the lock; empty when nothing does.
  std::string sealed();
  // The receipts that came back for it; how many changes have one now that had none.
  std::uint64_t takeReceipts(const std::string& file);
  // From now on it exchanges by itself, as in the app: at once, soon after each visit, and within `longest_retry` after
  // a failure. `watch` sees each step, on the writer's thread. Not to be mixed with sync().
  void keepInStep(const Watch& watch = {}, absl::Duration longest_retry = absl::Milliseconds(200));
  void networkReturned();  // the operating system says so
  // Looks at now and at each step; ends the test program when it does not come to that within a minute.
  client::SyncStatus waitUntil(const std::function<bool(const client::SyncStatus&)>& wanted);
  // One exchange to its end, good or bad. `watch` sees each step of it, on the writer's thread.
  client::SyncStatus sync(const Watch& watch = {});
  // The tables of the store in a folder, past it, to read; whoever has it open, or nobody.
  static absl::StatusOr<sqlite::Database> readTables(const std::string& folder);
  // By a connection of the test's own, past the store.
  void withTables(const std::function<void(sqlite::Database&)>& use);
  store::MyMonth month(absl::CivilMonth month);
  // Sends these past the engine.
  v1::PushReply pushPast(const std::vector<client::OutgoingChange>& changes);
  // The same as sync(), and both sides count at its end.
  client::SyncStatus compare();
  client::Comparison comparison();  // what came out last
  // A line that was just mended may need another try, as the engine makes by itself: up to five.
  client::SyncStatus syncThrough();
  // Asks the service past the engine, as a device that is up to something would.
  std::vector<v1::PullReply> ask(const v1::PullRequest& request);

  std::vector<HeldRecord> records();  // by id
  std::vector<HeldRecord> records(v1::RecordKind kind);
  v1::Elder elder(const std::string& file_number);
  store::SyncOverview overview();
  std::size_t changesKept();                                    // with their content, acknowledged or not
  int keysDestroyed() const { return keys_destroyed_.load(); }  // how often the engine asked for it
  const WireRecord& wire() const { return wire_; }              // between exchanges
  void listenNoMore() { wire_.on = false; }                     // before the first
  // How many of its changes the service had consumed when the last exchange began, in its own words.
  std::uint64_t consumedByService() const { return wire_.hello_replies.back().last_sequence(); }

 private:
  client::SyncStatus exchange(const Watch& watch, const std::function<void()>& begin);
  template <typename Task>
  auto onWriter(Task task) {
    return onExecutor(writer_, std::move(task));
  }
  FieldTablet(std::string folder, const outside::Clock& clock);
  static store::StoreFile fileIn(const std::string& folder);
  void open();
  absl::Status openStore();
  void keepEnrolment();
  void connect(const client::EngineSettings& settings);
  void edit(const v1::Elder& before, const v1::Elder& after);

  std::string folder_;
  const outside::Clock& clock_;
  outside::SystemRandom random_;
  outside::IdentifierSource identifiers_;
  client::EnrolmentResult enrolled_;
  int sync_port_ = 0;
  std::string replica_id_;
  std::string vfs_;
  bool in_step_ = false;  // on the writer's thread
  WireRecord wire_;
  std::atomic<int> keys_destroyed_ = 0;
  Watch watch_;
  Watch observe_;
  outside::SerialExecutor writer_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<RecordingRemote> remote_;
  std::unique_ptr<client::Engine> engine_;
};

}  // namespace doorstep::tests
