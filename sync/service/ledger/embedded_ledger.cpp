#include "sync/service/ledger/embedded_ledger.h"

#include <map>
#include <utility>

#include "sync/outside/attempt.h"
#include "sync/service/ledger/count_digests.h"
#include "sync/service/ledger/embedded_district.h"
#include "sync/service/ledger/embedded_registry.h"
#include "sync/service/ledger/schema.h"
#include "sync/sqlite/transaction.h"

namespace doorstep::service {
namespace {

constexpr std::int64_t kCacheKibibytes = std::int64_t{64} * 1024;
// 32 MiB: many commits change the same pages, which then go into the file once.
constexpr std::int64_t kCheckpointPages = 8192;

// The districts looked at within one transaction.
class Districts {
 public:
  Districts(sqlite::Database& database, bool make) : database_(database), make_(make) {}

  EmbeddedDistrict& at(const std::string& id) {
    auto found = open_.find(id);
    if (found == open_.end()) {
      auto district = EmbeddedDistrict::open(database_, id, make_);
      found = open_
                  .emplace(
                      id, district.ok() ? *std::move(district) : EmbeddedDistrict::broken(database_, district.status()))
                  .first;
    }
    return found->second;
  }
  absl::Status finish() {
    for (auto& [id, district] : open_) {
      DOORSTEP_TRY(district.finish());
    }
    return absl::OkStatus();
  }

 private:
  sqlite::Database& database_;
  bool make_;
  std::map<std::string, EmbeddedDistrict> open_;
};

class EmbeddedTransaction final : public Transaction {
 public:
  EmbeddedTransaction(sqlite::Database& database, sqlite::Transaction transaction)
      : transaction_(std::move(transaction)), districts_(database, true), registry_(database) {}

  DistrictWriter& district(const std::string& district_id) override { return districts_.at(district_id); }
  RegistryWriter& registry() override { return registry_; }
  absl::Status commit() override {
    DOORSTEP_TRY(districts_.finish());
    return transaction_.commit();
  }

 private:
  sqlite::Transaction transaction_;
  Districts districts_;
  EmbeddedRegistry registry_;
};

}  // namespace

class EmbeddedSnapshot final : public Snapshot {
 public:
  EmbeddedSnapshot(EmbeddedLedger& ledger, std::unique_ptr<sqlite::Database> database,
                   sqlite::ReadTransaction transaction)
      : ledger_(ledger),
        database_(std::move(database)),
        transaction_(std::in_place, std::move(transaction)),
        districts_(*database_, false),
        registry_(*database_) {}
  ~EmbeddedSnapshot() override {
    transaction_.reset();
    ledger_.giveBack(std::move(database_));
  }

  DistrictReader& district(const std::string& district_id) override { return districts_.at(district_id); }
  RegistryReader& registry() override { return registry_; }
  absl::Status copyTo(const std::string& path) override {
    sqlite::OpenOptions options;
    options.key = ledger_.key_;
    return database_->copyTo(path, options);
  }

 private:
  EmbeddedLedger& ledger_;
  std::unique_ptr<sqlite::Database> database_;
  std::optional<sqlite::ReadTransaction> transaction_;
  Districts districts_;
  EmbeddedRegistry registry_;
};

EmbeddedLedger::EmbeddedLedger(std::string path, const sqlite::Key& key, sqlite::Database writer)
    : path_(std::move(path)), key_(key), writer_(std::move(writer)) {}

absl::StatusOr<std::unique_ptr<EmbeddedLedger>> EmbeddedLedger::open(const std::string& path, const sqlite::Key& key) {
  sqlite::OpenOptions options;
  options.key = key;
  options.cache_kibibytes = kCacheKibibytes;
  options.checkpoint_pages = kCheckpointPages;
  DOORSTEP_ASSIGN(sqlite::Database writer, sqlite::Database::open(path, options));
  DOORSTEP_TRY(sqlite::migrate(writer, ledgerMigrations()));
  DOORSTEP_TRY(countDigests(writer));
  return std::unique_ptr<EmbeddedLedger>(new EmbeddedLedger(path, key, std::move(writer)));
}

absl::StatusOr<std::unique_ptr<Snapshot>> EmbeddedLedger::read() {
  std::unique_ptr<sqlite::Database> reader;
  {
    const std::lock_guard lock(mutex_);
    if (!readers_.empty()) {
      reader = std::move(readers_.back());
      readers_.pop_back();
    }
  }
  if (!reader) {
    sqlite::OpenOptions options;
    options.key = key_;
    options.read_only = true;
    DOORSTEP_ASSIGN(sqlite::Database database, sqlite::Database::open(path_, options));
    reader = std::make_unique<sqlite::Database>(std::move(database));
  }
  DOORSTEP_ASSIGN(auto transaction, sqlite::ReadTransaction::begin(*reader));
  return std::unique_ptr<Snapshot>(
      std::make_unique<EmbeddedSnapshot>(*this, std::move(reader), std::move(transaction)));
}

absl::StatusOr<std::unique_ptr<Transaction>> EmbeddedLedger::write() {
  DOORSTEP_ASSIGN(auto transaction, sqlite::Transaction::begin(writer_));
  return std::unique_ptr<Transaction>(std::make_unique<EmbeddedTransaction>(writer_, std::move(transaction)));
}

void EmbeddedLedger::giveBack(std::unique_ptr<sqlite::Database> reader) {
  const std::lock_guard lock(mutex_);
  readers_.push_back(std::move(reader));
}

}  // namespace doorstep::service
