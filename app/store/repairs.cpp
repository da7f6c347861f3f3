#include "app/store/repairs.h"

#include <optional>
#include <set>
#include <string>

#include "app/store/coverage_cells.h"
#include "app/store/feed_page.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

// A record that the service says is not ours to hold, or that it does not know.
class Surplus {
 public:
  Surplus(sqlite::Database& database, OutgoingQueue& outgoing, QueryTables& tables, client::Repair& done)
      : database_(database), outgoing_(outgoing), tables_(tables), records_(database), done_(done) {}

  absl::Status settle(const v1::RecordVersion& version) {
    DOORSTEP_ASSIGN(std::optional<StoredRecord> record, records_.find(version.kind(), version.record_id()));
    if (!record || !record->counted) {
      return absl::OkStatus();
    }
    DOORSTEP_ASSIGN(const bool waits,
                    hasRow(database_, "SELECT 1 FROM outgoing WHERE record = ?1 AND kind = ?2 AND state = 0",
                           blob(record->id), static_cast<int>(record->kind)));
    if (waits) {
      return isOursAlone(*record);
    }
    if (!version.has_revision()) {
      DOORSTEP_ASSIGN(const bool again, outgoing_.createAgain({record->kind, record->id, record->household, {}}));
      if (again) {
        ++done_.sent_again;
        return isOursAlone(*record);
      }
    }
    ++done_.removed;
    DOORSTEP_TRY(tables_.erase(record->kind, record->id));
    return records_.erase(*record, tables_.digests());
  }

 private:
  // Until the service has taken it (again).
  absl::Status isOursAlone(const StoredRecord& record) {
    StoredRecord own = record;
    own.revision.Clear();
    own.counted = false;
    DOORSTEP_ASSIGN(const v1::Record shown, replication::decodeRecord(own.content));
    return records_.put(own, parentOf(shown), &record, tables_.digests());
  }

  sqlite::Database& database_;
  OutgoingQueue& outgoing_;
  QueryTables& tables_;
  RecordTable records_;
  client::Repair& done_;
};

void addCells(const google::protobuf::RepeatedPtrField<v1::DigestCell>& from, std::vector<v1::DigestCell>& into) {
  into.assign(from.begin(), from.end());
}

v1::ReconcileReply packed(const std::vector<v1::DigestCell>& cells, const std::vector<v1::DigestCell>& differing) {
  v1::ReconcileReply reply;
  *reply.mutable_cells() = {cells.begin(), cells.end()};
  *reply.mutable_differing() = {differing.begin(), differing.end()};
  return reply;
}

}  // namespace

absl::StatusOr<client::Repair> repair(sqlite::Database& database, OutgoingQueue& outgoing, QueryTables& tables,
                                      const v1::ReconcileReply& reply) {
  client::Repair done;
  FeedPage feed(database, outgoing, tables);
  for (const v1::FeedEntry& entry : reply.repair()) {
    DOORSTEP_TRY(feed.repair(entry));
    ++done.taken;
  }
  const std::int64_t month = reply.cells_size() == 1 ? reply.cells(0).month() : 0;
  Surplus surplus(database, outgoing, tables, done);
  for (const v1::RecordVersion& version : reply.surplus()) {
    if (version.kind() == v1::RECORD_KIND_COVERAGE_ROW) {
      DOORSTEP_TRY(removeCoverage(database, version.record_id(), month));
      ++done.removed;
    } else {
      DOORSTEP_TRY(surplus.settle(version));
    }
  }
  return done;
}

absl::StatusOr<client::Comparison> lastComparison(sqlite::Database& database) {
  client::Comparison comparison;
  v1::ReconcileReply held;
  v1::ReconcileReply service;
  DOORSTEP_TRY(forEachRow(database,
                          "SELECT at_ms, held, service, taken, removed, sent_again, contents_named FROM comparison",
                          [&](const sqlite::Statement& row) {
                            comparison.at = absl::FromUnixMillis(row.integer(0));
                            held.ParseFromString(bytesOf(row, 1));
                            service.ParseFromString(bytesOf(row, 2));
                            comparison.taken = static_cast<std::uint64_t>(row.integer(3));
                            comparison.removed = static_cast<std::uint64_t>(row.integer(4));
                            comparison.sent_again = static_cast<std::uint64_t>(row.integer(5));
                            comparison.contents_named = static_cast<std::uint64_t>(row.integer(6));
                          }));
  addCells(held.cells(), comparison.held);
  addCells(service.cells(), comparison.service);
  addCells(held.differing(), comparison.held_before);
  addCells(service.differing(), comparison.service_before);
  comparison.contents_at_service = service.attachments();
  return comparison;
}

absl::Status keepComparison(sqlite::Database& database, const client::Comparison& comparison) {
  v1::ReconcileReply service = packed(comparison.service, comparison.service_before);
  service.set_attachments(comparison.contents_at_service);
  return database.execute(
      "INSERT OR REPLACE INTO comparison(only, at_ms, held, service, taken, removed, sent_again, contents_named)"
      " VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      absl::ToUnixMillis(comparison.at), blob(replication::encode(packed(comparison.held, comparison.held_before))),
      blob(replication::encode(service)), comparison.taken, comparison.removed, comparison.sent_again,
      comparison.contents_named);
}

absl::StatusOr<std::uint64_t> contentsNamed(sqlite::Database& database) {
  DOORSTEP_ASSIGN(const std::vector<v1::Record> attachments, RecordTable(database).ofKind(v1::RECORD_KIND_ATTACHMENT));
  std::set<std::string> hashes;
  for (const v1::Record& record : attachments) {
    hashes.insert(record.attachment().content_hash());
  }
  return hashes.size();
}

}  // namespace doorstep::store
