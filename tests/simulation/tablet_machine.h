#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/store/store.h"
#include "sync/client/engine.h"
#include "sync/outside/identifier.h"
#include "sync/sqlite/database.h"
#include "tests/simulation/network.h"

namespace doorstep::simulation {

// A record as it lies in a tablet's store.
struct Held {
  v1::RecordKind kind = v1::RECORD_KIND_UNSPECIFIED;
  std::string id;
  std::string household;
  v1::Revision revision;
  std::string content;
};

// A change in a tablet's queue, with or without a receipt.
struct Queued {
  std::int64_t row = 0;
  std::string change_id;
  std::uint64_t sequence = 0;
  std::string encoded;  // empty when it was let go
  bool waiting = false;
};

sqlite::Key storeKey();

// One tablet: store and engine as in the app, on a machine of its own.
class TabletMachine {
 public:
  struct Who {
    std::size_t number;
    std::string name;  // for the history
    std::string fingerprint;
    store::Enrolment enrolment;
  };
  TabletMachine(Timeline& timeline, std::string folder, std::uint64_t seed, ServiceMachine& service, Wire& wire,
                Who who);
  ~TabletMachine();

  // Opens what lies on the disk; the engine waits for sync().
  absl::Status start();
  void stop(Stop how);
  bool isUp() const { return store_ != nullptr; }
  // It was revoked, has handed everything in and destroyed its keys.
  bool isWithdrawn() const { return withdrawn_; }
  // Notices that the machine went down during what was just done.
  bool wentDown();

  store::Store& store() { return *store_; }
  client::Engine& engine() { return *engine_; }
  const client::SyncStatus& status() const { return engine_->status(); }
  Machine& machine() { return machine_; }
  Line& line() { return line_; }
  const Who& who() const { return who_; }
  std::string newId() { return identifiers_->next(); }

  // As a connection of its own reads them.
  std::vector<Held> held(v1::RecordKind kind);  // UNSPECIFIED: of every kind
  std::vector<v1::Record> records(v1::RecordKind kind);
  std::vector<Queued> queued(std::int64_t after_row = 0);
  std::vector<std::string> heldHouseholds();
  // Rows of any table that still speak of a household, by table.
  std::map<std::string, std::int64_t> tracesOf(const std::string& household);
  std::map<std::pair<std::string, std::int64_t>, std::string> coverage();  // by area and month
  bool hasStaged(const std::string& picture_id);                           // which is no record yet
  absl::StatusOr<client::Comparison> lastCounted();                        // together with the service

 private:
  absl::StatusOr<sqlite::Database*> reader();

  Timeline& timeline_;
  ServiceMachine& service_;
  Wire& wire_;
  Who who_;
  Machine machine_;
  Line line_;
  std::optional<outside::IdentifierSource> identifiers_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<VirtualRemote> remote_;
  std::unique_ptr<client::Engine> engine_;
  std::optional<sqlite::Database> reader_;
  bool withdrawn_ = false;
};

}  // namespace doorstep::simulation
