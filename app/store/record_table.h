#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "app/store/digest_cells.h"
#include "doorstep/v1/change.pb.h"
#include "doorstep/v1/kind.pb.h"
#include "doorstep/v1/record.pb.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// One record as kept. `content` is what the device shows; `base` is what the service last sent, kept
// only while own patches lie on top of it. `revision` is the service's and belongs to the base; its
// sequence is 0 for a record of ours that the service has not taken yet.
struct StoredRecord {
  v1::RecordKind kind = v1::RECORD_KIND_UNSPECIFIED;
  std::string id;
  std::string household;
  v1::Revision revision;
  std::string content;
  std::optional<std::string> base;
  std::int64_t month = 0;  // replication::digestMonth
  bool counted = false;    // in the digests that the service compares
};

// The table of all records. Knows nothing of what they mean; callers hold the transaction.
class RecordTable {
 public:
  explicit RecordTable(sqlite::Database& database) : database_(database) {}

  absl::StatusOr<std::optional<StoredRecord>> find(v1::RecordKind kind, const std::string& id);
  // `parent` is what the record is listed under (parentOf), `before` the record as found, when there is one.
  absl::Status put(const StoredRecord& record, const std::string& parent, const StoredRecord* before,
                   DigestCells& cells);
  absl::Status erase(const StoredRecord& record, DigestCells& cells);
  absl::Status eraseHousehold(const std::string& household, DigestCells& cells);

  // Decoded, in the service's order, own ones that it does not have yet behind them as they were
  // made. Records that cannot be decoded are left out.
  absl::StatusOr<std::vector<v1::Record>> ofKind(v1::RecordKind kind);
  absl::StatusOr<std::vector<v1::Record>> ofHousehold(const std::string& household, v1::RecordKind kind);
  absl::StatusOr<std::vector<v1::Record>> ofParent(const std::string& parent, v1::RecordKind kind);
  absl::StatusOr<std::optional<v1::Record>> get(v1::RecordKind kind, const std::string& id);
  // As ofHousehold, without answers and notes.
  absl::StatusOr<std::vector<v1::Visit>> visitsOfHousehold(const std::string& household);

 private:
  sqlite::Database& database_;
};

// What a record is listed under: an event's header, a service's visit, the visit a visit corrects, a contact's elder,
// the record of a conflict that is open, a flag's or a search's elder. Empty for others.
std::string parentOf(const v1::Record& record);

}  // namespace doorstep::store
