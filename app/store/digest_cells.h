#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/replication/digest.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

struct StoredRecord;

// What the records held add up to, by kind and month (sync/replication/digest.h), kept with every change: gathered
// while a transaction runs, written before its commit. Only what the service knows to be here counts: what
// came from it, and what it has taken and will send back to nobody else but us.
class DigestCells {
 public:
  // A record comes in or goes; one that does not count changes nothing.
  void add(const StoredRecord& record) { change(record, 1); }
  void remove(const StoredRecord& record) { change(record, -1); }
  absl::Status write(sqlite::Database& database);

 private:
  struct Change {
    std::int64_t count = 0;
    replication::Digest digest;
  };
  void change(const StoredRecord& record, std::int64_t count);

  std::map<std::pair<int, std::int64_t>, Change> changes_;
};

// As written: by kind and month, without those that are empty.
absl::StatusOr<std::vector<v1::DigestCell>> digestCells(sqlite::Database& database);
// The XOR of all of them, 32 bytes.
absl::StatusOr<std::string> contentDigest(sqlite::Database& database);
// The records that a cell counts.
absl::StatusOr<std::vector<v1::RecordVersion>> versionsIn(sqlite::Database& database, const v1::DigestCell& cell);

}  // namespace doorstep::store
