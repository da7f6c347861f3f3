#include <array>
#include <chrono>
#include <filesystem>
#include <future>

#include "tests/scenario/field_tablet.h"
#include "tests/scenario/must.h"

// How a tablet begins and ends, and what it does by itself in between.
namespace doorstep::tests {
namespace {

// A dead line is noticed sooner than in the field; all else has its time on a busy machine, too.
client::RemoteLimits impatient() {
  client::RemoteLimits limits;
  limits.push.stall = absl::Seconds(5);
  return limits;
}

}  // namespace

store::StoreFile FieldTablet::fileIn(const std::string& folder) {
  std::array<std::uint8_t, sqlite::Key::kSize> bytes{};
  bytes.fill(9);
  return {folder + "/store.db", sqlite::Key(bytes), {}};
}

FieldTablet::~FieldTablet() {
  onWriter([this] {
    engine_.reset();
    remote_.reset();
    store_.reset();
  });
}

std::unique_ptr<FieldTablet> FieldTablet::image(const std::string& folder) {
  onWriter([&] { std::filesystem::copy(folder_, folder); });
  return again(folder, clock_, identity());
}

std::unique_ptr<FieldTablet> FieldTablet::again(std::string folder, const outside::Clock& clock,
                                                const Identity& identity) {
  std::unique_ptr<FieldTablet> tablet(new FieldTablet(std::move(folder), clock));
  tablet->enrolled_.identity = identity.device;
  tablet->enrolled_.worker_id = identity.worker_id;
  tablet->sync_port_ = identity.sync_port;
  tablet->onWriter([&] { tablet->open(); });
  return tablet;
}

void FieldTablet::open() {
  must(openStore(), "open the store");
  connect({});
}

absl::Status FieldTablet::openStore() {
  store::StoreFile file = fileIn(folder_);
  file.vfs = vfs_;
  auto opened = store::Store::open(file, clock_, random_);
  if (opened.ok()) {
    store_ = *std::move(opened);
  }
  return opened.status();
}

void FieldTablet::keepEnrolment() {
  must(store_->keepEnrolment({replica_id_, enrolled_.district_id, enrolled_.worker_id, enrolled_.worker_name,
                              enrolled_.roles, enrolled_.zone}),
       "keep the enrolment");
}

void FieldTablet::connect(const client::EngineSettings& pace) {
  auto remote =
      client::GrpcRemote::make("127.0.0.1:" + std::to_string(sync_port_), enrolled_.identity, writer_, impatient());
  must(remote.status(), "make the remote");
  client::GrpcRemote* wired = remote->get();
  client::EngineSettings settings = pace;
  settings.comparison = {store_.get(), remote->get()};
  remote_ = std::make_unique<RecordingRemote>(*std::move(remote), wire_);
  settings.withdrawal = {wired, [this] {
                           ++keys_destroyed_;
                           return absl::OkStatus();
                         }};
  settings.app_version = "1";
  settings.batch_changes = 20;  // several batches in flight even with few visits
  engine_ = std::make_unique<client::Engine>(
      *store_, *remote_, clock_, random_, writer_, settings,
      [this](const client::SyncStatus& status) {
        for (const Watch* watch : {&watch_, &observe_}) {
          if (*watch) {
            (*watch)(status);
          }
        }
      },
      client::ContentDoors{store_.get(), wired});
}

absl::Status FieldTablet::restart(const std::function<void()>& meanwhile) {
  onWriter([this] { engine_->stop(); });
  return onWriter([&] {
    engine_.reset();
    remote_.reset();
    store_.reset();
    if (meanwhile) {
      meanwhile();
    }
    const absl::Status opened = openStore();
    if (absl::IsDataLoss(opened)) {
      must(store::setAside(storePath(), clock_.now()).status(), "set the store aside");
      must(openStore(), "begin a new store");
      replica_id_ = identifiers_.next();
      keepEnrolment();
    } else {
      must(opened, "open the store again");
    }
    connect({});
    return opened;
  });
}

void FieldTablet::keepInStep(const Watch& watch, absl::Duration longest_retry) {
  onWriter([&] {
    in_step_ = true;
    watch_ = watch;
    client::EngineSettings settings;
    settings.first_retry = settings.longest_retry = longest_retry;
    settings.gather = absl::Milliseconds(50);
    engine_.reset();
    remote_.reset();
    connect(settings);
    engine_->start();
  });
}

void FieldTablet::networkReturned() {
  onWriter([this] { engine_->networkReturned(); });
}

client::SyncStatus FieldTablet::waitUntil(const std::function<bool(const client::SyncStatus&)>& wanted) {
  std::promise<client::SyncStatus> came;
  bool over = false;
  const auto look = [&](const client::SyncStatus& status) {
    if (!over && wanted(status)) {
      over = true;
      came.set_value(status);
    }
  };
  onWriter([&] {
    observe_ = look;
    look(engine_->status());
  });
  auto future = came.get_future();
  must(future.wait_for(std::chrono::minutes(1)) == std::future_status::ready
           ? absl::OkStatus()
           : absl::DeadlineExceededError("it never came to that"),
       "wait for a tablet");
  onWriter([this] { observe_ = nullptr; });
  return future.get();
}

std::string FieldTablet::sealed() {
  return onWriter([this] {
    const bundle::Signer signer{enrolled_.identity.certificate, enrolled_.identity.private_key};
    auto waiting = must(store_->sealWaiting(signer, "tablet"), "seal what waits");
    return waiting.has_value() ? std::move(waiting->file) : std::string();
  });
}

std::uint64_t FieldTablet::takeReceipts(const std::string& file) {
  return onWriter([&] { return must(store_->takeReceipts(file, enrolled_.identity.authority), "take receipts"); });
}

std::unique_ptr<store::Queries> FieldTablet::queries() {
  return must(store::openQueries(fileIn(folder_), &clock_), "open the queries");
}

}  // namespace doorstep::tests
