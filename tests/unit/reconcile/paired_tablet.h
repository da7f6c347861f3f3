#pragma once

#include <QTemporaryDir>
#include <functional>
#include <memory>
#include <string>

#include "app/store/store.h"
#include "sync/client/engine.h"
#include "sync/sqlite/database.h"
#include "tests/support/manual_executor.h"
#include "tests/support/manual_random.h"
#include "tests/unit/service/district_bench.h"

namespace doorstep::tests {

// The service's own answers without a network, for one device; counts what it is asked.
class DirectRemote final : public client::Remote, public client::ComparingRemote {
 public:
  DirectRemote(DistrictBench& bench, DistrictBench::Device& device, outside::Executor& executor)
      : bench_(bench), device_(device), executor_(executor) {}

  void hello(const v1::HelloRequest& request, Done<v1::HelloReply> done) override;
  void push(const v1::PushRequest& request, Done<v1::PushReply> done) override;
  void pull(const v1::PullRequest& request, std::function<absl::Status(const v1::PullReply&)> on_page,
            std::function<void(absl::Status)> done) override;
  void reconcile(const v1::ReconcileRequest& request, Done<v1::ReconcileReply> done) override;
  void cancel() override {}

  v1::HelloRequest last_hello;
  v1::HelloReply last_reply;
  int hellos = 0;
  int pushes = 0;
  int pulls = 0;
  int questions = 0;
  int break_pull_after = -1;  // pages; never: -1
  // Runs once, before the next question is answered: what others do meanwhile.
  std::function<void()> meanwhile;

 private:
  absl::CivilDay today() const;

  DistrictBench& bench_;
  DistrictBench::Device& device_;
  outside::Executor& executor_;
};

// A tablet with the real store and engine beside a small district's real service, on one thread and a clock that
// moves by hand.
class PairedTablet {
 public:
  PairedTablet(DistrictBench& bench, const std::string& staff_number);

  client::SyncStatus sync();
  client::SyncStatus compare();
  store::Store& store() { return *store_; }
  DirectRemote& remote() { return remote_; }
  const std::string& workerId() const { return device_.caller.worker_id; }
  store::SyncOverview overview();
  // Saves somebody seen at home; the visit's id.
  std::string visit(const std::string& household_number, const std::string& file_number);
  absl::Status append(const v1::Record& record);
  bool holds(const std::string& record_id);

  // By a connection of the test's own, past the store.
  void tamper(const std::string& sql);
  std::int64_t number(const std::string& sql);
  std::string text(const std::string& sql);
  // Makes the kept digests those of the records as they lie there now.
  void countAnew();
  // Whether the kept digests are those of the records, counted anew.
  bool addsUp();

 private:
  client::SyncStatus exchange(const std::function<void()>& begin);
  sqlite::Database database();

  DistrictBench& bench_;
  std::string staff_number_;
  QTemporaryDir folder_;
  DistrictBench::Device device_;
  ManualExecutor executor_;
  ManualRandom random_;
  std::unique_ptr<store::Store> store_;
  DirectRemote remote_;
  std::unique_ptr<client::Engine> engine_;
};

}  // namespace doorstep::tests
