#include "tests/simulation/tablet_machine.h"

#include <array>
#include <functional>
#include <utility>

#include "app/store/repairs.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::simulation {
namespace {

// Small, so that a few visits make several batches in flight.
client::EngineSettings small() {
  client::EngineSettings settings;
  settings.app_version = "1";
  settings.batch_changes = 4;
  settings.batches_in_flight = 2;
  return settings;
}

// Tables that name the household of a row.
constexpr std::array kTables = {"record", "held_household", "elder",    "elder_contact", "visit",     "risk",
                                "ladder", "promise",        "proposal", "service_entry", "assignment"};

std::string householdColumn(const std::string& table) {
  return table == "held_household" ? "id" : "household";
}

}  // namespace

sqlite::Key storeKey() {
  std::array<std::uint8_t, sqlite::Key::kSize> bytes{};
  bytes.fill(9);
  return sqlite::Key(bytes);
}

TabletMachine::TabletMachine(Timeline& timeline, std::string folder, std::uint64_t seed, ServiceMachine& service,
                             Wire& wire, Who who)
    : timeline_(timeline),
      service_(service),
      wire_(wire),
      who_(std::move(who)),
      machine_(timeline, std::move(folder), seed) {
  machine_.executor.afterEach([this] { wentDown(); });
}

TabletMachine::~TabletMachine() {
  stop(Stop::kProgram);
}

absl::Status TabletMachine::start() {
  machine_.disk.start();
  identifiers_.emplace(machine_.clock, machine_.random);
  store::StoreFile file{machine_.disk.folder() + "/store.db", storeKey(), {}};
  file.free_bytes = [](const std::string&) { return std::uint64_t{0}; };  // no reserve beside it
  auto opened = store::Store::open(file, machine_.clock, machine_.random);
  if (!opened.ok()) {
    machine_.disk.stop(Stop::kProgram);
    return opened.status();
  }
  store_ = *std::move(opened);
  DOORSTEP_ASSIGN(const auto state, store_->state());
  remote_ = std::make_unique<VirtualRemote>(
      timeline_, machine_.random, VirtualRemote::Ends{who_.number, machine_, who_.fingerprint, service_, line_, wire_});
  client::EngineSettings settings = small();
  settings.withdrawal = {remote_.get(), [this] {
                           withdrawn_ = true;
                           return absl::OkStatus();
                         }};
  settings.comparison = {store_.get(), remote_.get()};
  engine_ = std::make_unique<client::Engine>(
      *store_, *remote_, machine_.clock, machine_.random, machine_.executor, settings, [](const client::SyncStatus&) {},
      client::ContentDoors{store_.get(), remote_.get()});
  return absl::OkStatus();
}

void TabletMachine::stop(Stop how) {
  machine_.disk.stop(how);  // first, so that nothing of what follows reaches it
  engine_.reset();
  remote_.reset();
  machine_.executor.drop();
  reader_.reset();
  store_.reset();
}

bool TabletMachine::wentDown() {
  if (isUp() && machine_.disk.hasStopped()) {
    stop(Stop::kProgram);
  }
  return !isUp();
}

absl::StatusOr<sqlite::Database*> TabletMachine::reader() {
  if (!reader_) {
    sqlite::OpenOptions options;
    options.key = storeKey();
    options.read_only = true;
    DOORSTEP_ASSIGN(reader_, sqlite::Database::open(machine_.disk.folder() + "/store.db", options));
  }
  return &*reader_;
}

namespace {

// Runs `row` for each; false when it cannot be read.
bool each(absl::StatusOr<sqlite::Database*> database, const std::string& sql,
          const std::function<void(const sqlite::Statement&)>& row, const std::string& blob = {}) {
  if (!database.ok()) {
    return false;
  }
  auto select = (*database)->prepare(sql);
  if (!select.ok()) {
    return false;
  }
  if (!blob.empty()) {
    select->bindAll(sqlite::Blob{blob});
  }
  absl::StatusOr<bool> more = select->step();
  for (; more.ok() && *more; more = select->step()) {
    row(*select);
  }
  return more.ok();
}

}  // namespace

std::vector<Held> TabletMachine::held(v1::RecordKind kind) {
  std::vector<Held> all;
  std::string sql = "SELECT kind, id, household, epoch, sequence, content FROM record";
  if (kind != v1::RECORD_KIND_UNSPECIFIED) {
    sql += " WHERE kind = " + std::to_string(static_cast<int>(kind));
  }
  each(reader(), sql + " ORDER BY kind, id", [&all](const sqlite::Statement& row) {
    Held& one = all.emplace_back();
    one.kind = static_cast<v1::RecordKind>(row.integer(0));
    one.id = row.blob(1);
    one.household = row.blob(2);
    one.revision.set_epoch(static_cast<std::uint64_t>(row.integer(3)));
    one.revision.set_sequence(static_cast<std::uint64_t>(row.integer(4)));
    one.content = row.blob(5);
  });
  return all;
}

std::vector<v1::Record> TabletMachine::records(v1::RecordKind kind) {
  std::vector<v1::Record> all;
  for (const Held& one : held(kind)) {
    if (auto record = replication::decodeRecord(one.content); record.ok()) {
      all.push_back(*std::move(record));
    }
  }
  return all;
}

std::vector<Queued> TabletMachine::queued(std::int64_t after_row) {
  std::vector<Queued> all;
  each(reader(),
       "SELECT rowid, change, sequence, encoded, state FROM outgoing WHERE rowid > " + std::to_string(after_row) +
           " ORDER BY rowid",
       [&all](const sqlite::Statement& row) {
         all.push_back({row.integer(0), std::string(row.blob(1)), static_cast<std::uint64_t>(row.integer(2)),
                        std::string(row.blob(3)), row.integer(4) == 0});
       });
  return all;
}

std::vector<std::string> TabletMachine::heldHouseholds() {
  std::vector<std::string> all;
  each(reader(), "SELECT id FROM held_household ORDER BY id",
       [&all](const sqlite::Statement& row) { all.emplace_back(row.blob(0)); });
  return all;
}

std::map<std::string, std::int64_t> TabletMachine::tracesOf(const std::string& household) {
  std::map<std::string, std::int64_t> found;
  for (const std::string table : kTables) {
    each(
        reader(), "SELECT count(*) FROM " + table + " WHERE " + householdColumn(table) + " = ?1",
        [&](const sqlite::Statement& row) {
          if (row.integer(0) > 0) {
            found[table] = row.integer(0);
          }
        },
        household);
  }
  each(
      reader(), "SELECT count(*) FROM outgoing WHERE household = ?1 AND state <> 0 AND encoded <> x''",
      [&](const sqlite::Statement& row) {
        if (row.integer(0) > 0) {
          found["outgoing"] = row.integer(0);
        }
      },
      household);
  return found;
}

std::map<std::pair<std::string, std::int64_t>, std::string> TabletMachine::coverage() {
  std::map<std::pair<std::string, std::int64_t>, std::string> rows;
  each(reader(), "SELECT area, month, content FROM coverage", [&rows](const sqlite::Statement& row) {
    rows[{std::string(row.blob(0)), row.integer(1)}] = row.blob(2);
  });
  return rows;
}

bool TabletMachine::hasStaged(const std::string& picture_id) {
  bool found = false;
  each(
      reader(), "SELECT 1 FROM staged_picture WHERE id = ?1", [&found](const sqlite::Statement&) { found = true; },
      picture_id);
  return found;
}

absl::StatusOr<client::Comparison> TabletMachine::lastCounted() {
  DOORSTEP_ASSIGN(sqlite::Database * database, reader());
  return store::lastComparison(*database);
}

}  // namespace doorstep::simulation
