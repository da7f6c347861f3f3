#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "sync/outside/random.h"
#include "sync/service/ledger.h"
#include "sync/sqlite/database.h"
#include "sync/sqlite/key.h"

namespace doorstep::service {

// The ledger that needs nothing: one encrypted SQLite file beside the service. One process at a time.
class EmbeddedLedger final : public Ledger {
 public:
  // Makes the file when there is none. DATA_LOSS when it is damaged, PERMISSION_DENIED when the key is not
  // its key, FAILED_PRECONDITION when it is plaintext or written by a newer program; it stays as it is.
  static absl::StatusOr<std::unique_ptr<EmbeddedLedger>> open(const std::string& path, const sqlite::Key& key);

  absl::StatusOr<std::unique_ptr<Snapshot>> read() override;
  absl::StatusOr<std::unique_ptr<Transaction>> write() override;

 private:
  friend class EmbeddedSnapshot;
  EmbeddedLedger(std::string path, const sqlite::Key& key, sqlite::Database writer);
  void giveBack(std::unique_ptr<sqlite::Database> reader);

  std::string path_;
  sqlite::Key key_;
  sqlite::Database writer_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<sqlite::Database>> readers_;  // idle ones
};

// The ledger's key in a file of its own, readable by its owner alone; made when there is none and the
// ledger itself does not exist yet. FAILED_PRECONDITION: the ledger is there but its key is not.
absl::StatusOr<sqlite::Key> loadOrMakeKey(const std::string& key_path, const std::string& ledger_path,
                                          outside::Random& random);

}  // namespace doorstep::service
