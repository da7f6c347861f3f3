#include "app/shell/tablet.h"

#include <future>
#include <utility>

#include "app/shell/version.h"
#include "sync/bundle/refusal.h"

namespace doorstep::shell {
namespace {

// Runs a task on an executor and waits for its end. Never called on that executor.
void runOn(outside::Executor& executor, const std::function<void()>& task) {
  std::promise<void> done;
  executor.post([&task, &done] {
    task();
    done.set_value();
  });
  done.get_future().wait();
}

}  // namespace

Tablet::Tablet(const outside::Clock& clock, outside::Random& random)
    : clock_(clock), random_(random), identifiers_(clock, random) {}

absl::StatusOr<std::unique_ptr<Tablet>> Tablet::open(const Opening& opening) {
  std::unique_ptr<Tablet> tablet(new Tablet(opening.clock, opening.random));
  absl::Status opened;
  runOn(tablet->writer_, [&] { opened = tablet->openStore(opening); });
  if (!opened.ok()) {
    return opened;
  }
  runOn(tablet->query_executor_, [&] {
    absl::StatusOr<std::unique_ptr<store::Queries>> queries = store::openQueries(opening.file, &tablet->clock_);
    if (queries.ok()) {
      tablet->queries_ = *std::move(queries);
    } else {
      opened = queries.status();
    }
  });
  if (!opened.ok()) {
    return opened;
  }
  return tablet;
}

absl::Status Tablet::openStore(const Opening& opening) {
  absl::StatusOr<std::unique_ptr<store::Store>> store = store::Store::open(opening.file, clock_, random_);
  if (!store.ok()) {
    return store.status();
  }
  store_ = *std::move(store);
  store_->onChanged([this](const store::ChangedAreas& changed) {
    if (!changed.any()) {
      return;
    }
    if (on_store_changed_) {
      on_store_changed_();
    } else {
      changed_unseen_ = true;
    }
  });
  if (opening.enrolment != nullptr) {
    if (absl::Status status = store_->keepEnrolment(*opening.enrolment); !status.ok()) {
      return status;
    }
  }
  left_behind_ = opening.left_behind;
  signer_ = {opening.identity.certificate, opening.identity.private_key};
  authority_ = opening.identity.authority;
  takeReceiptsLeft();
  absl::StatusOr<std::unique_ptr<client::GrpcRemote>> remote =
      client::GrpcRemote::make(opening.service_address, opening.identity, writer_);
  if (!remote.ok()) {
    return remote.status();
  }
  remote_ = *std::move(remote);
  client::EngineSettings settings;
  settings.app_version = kVersion;
  settings.withdrawal = {remote_.get(), opening.destroy_keys};
  settings.comparison = {store_.get(), remote_.get()};
  engine_ = std::make_unique<client::Engine>(
      *store_, *remote_, clock_, random_, writer_, settings,
      [this](const client::SyncStatus& status) {
        if (on_status_) {
          on_status_(status);
        }
      },
      client::ContentDoors{store_.get(), remote_.get()});
  return absl::OkStatus();
}

// Receipts that cannot be used are let go: what they were for still waits, and is sent again.
void Tablet::takeReceiptsLeft() {
  if (!left_behind_.has_value()) {
    return;
  }
  vault::Disk& disk = *left_behind_->disk;
  const absl::StatusOr<std::string> file = disk.read(left_behind_->profile.receipts());
  if (!file.ok()) {
    return;
  }
  const absl::Status taken = store_->takeReceipts(*file, authority_).status();
  if (taken.ok() || bundle::refusalOf(taken).has_value()) {
    (void)disk.remove(left_behind_->profile.receipts());
  }
}

// Where that does not work out, everything still is in the store.
void Tablet::leavePending() {
  if (!left_behind_.has_value() || !store_) {
    return;
  }
  vault::Disk& disk = *left_behind_->disk;
  const std::string path = left_behind_->profile.pending();
  const absl::StatusOr<std::optional<store::WaitingBundle>> waiting =
      store_->sealWaiting(signer_, left_behind_->device_name);
  if (!waiting.ok()) {
    return;
  }
  if (!waiting->has_value()) {
    (void)disk.remove(path);
    return;
  }
  if (disk.write(path + ".new", (*waiting)->file).ok()) {
    (void)disk.rename(path + ".new", path);
  }
}

void Tablet::sealWaiting(SealDone done) {
  writer_.post([this, done = std::move(done)] {
    done(store_->sealWaiting(signer_, left_behind_.has_value() ? left_behind_->device_name : std::string()));
  });
}

void Tablet::takeReceipts(std::string file, std::function<void(absl::StatusOr<std::uint64_t>)> done) {
  writer_.post(
      [this, file = std::move(file), done = std::move(done)] { done(store_->takeReceipts(file, authority_)); });
}

Tablet::~Tablet() {
  runOn(query_executor_, [this] { queries_.reset(); });
  runOn(writer_, [this] {
    on_status_ = nullptr;
    on_store_changed_ = nullptr;
    if (engine_) {
      engine_->stop();
    }
  });
  // What stop() posted comes first: cancelled calls give their answers while the engine still stands.
  runOn(writer_, [this] {
    leavePending();
    engine_.reset();
    remote_.reset();
    store_.reset();
  });
}

void Tablet::observe(std::function<void(const client::SyncStatus&)> on_status, std::function<void()> on_store_changed) {
  writer_.post([this, on_status = std::move(on_status), on_store_changed = std::move(on_store_changed)] {
    on_status_ = on_status;
    on_store_changed_ = on_store_changed;
    on_status_(engine_->status());
    if (std::exchange(changed_unseen_, false)) {
      on_store_changed_();  // whoever looks may have read before what came while nobody was told
    }
  });
}

void Tablet::compareNow() {
  writer_.post([this] { engine_->compareNow(); });
}

void Tablet::syncNow() {
  writer_.post([this] { engine_->syncNow(); });
}

void Tablet::changesWaiting() {
  writer_.post([this] { engine_->changesWaiting(); });
}

void Tablet::contentsWanted() {
  writer_.post([this] { engine_->contentsWanted(); });
}

void Tablet::setTransferRules(const client::TransferRules& rules) {
  writer_.post([this, rules] { engine_->setTransferRules(rules); });
}

void Tablet::networkReturned() {
  writer_.post([this] { engine_->networkReturned(); });
}

void Tablet::startEngine() {
  writer_.post([this] {
    // Pictures wait until the person's settings and the network's price are known.
    engine_->setTransferRules({.allowed = false});
    engine_->start();
  });
}

void Tablet::missed(const v1::ListMissedRequest& request, MissedDone done) {
  writer_.post([this, request, done = std::move(done)] { remote_->missed(request, done); });
}

void Tablet::endOfDay(const v1::GetEndOfDayRequest& request, EveningDone done) {
  writer_.post([this, request, done = std::move(done)] { remote_->endOfDay(request, done); });
}

void Tablet::issueCode(const v1::IssueCodeRequest& request, CodeDone done) {
  writer_.post([this, request, done = std::move(done)] { remote_->issueCode(request, done); });
}

void Tablet::import(std::vector<v1::ImportRow> rows, std::function<void(const v1::ImportReply&)> on_reply,
                    std::function<void(absl::Status)> done) {
  const auto handed = std::make_shared<std::vector<v1::ImportRow>>(std::move(rows));
  writer_.post([this, handed, on_reply = std::move(on_reply), done = std::move(done)] {
    remote_->importRows(std::move(*handed), on_reply, done);
  });
}

void Tablet::stopImport() {
  writer_.post([this] { remote_->stopImport(); });
}

}  // namespace doorstep::shell
