#include "sync/outside/attempt.h"
#include "sync/service/ledger/embedded_district.h"

// What was put aside, what became of it later, and by which hellos its time is reckoned.
namespace doorstep::service {
namespace {

using sqlite::Blob;

constexpr std::string_view kAll = "WHERE district = ?1";
constexpr std::string_view kOfChange = "WHERE district = ?1 AND change = ?2";
constexpr std::string_view kCreating = "WHERE district = ?1 AND record = ?2 AND record <> x''";
constexpr std::string_view kWaiting = "WHERE district = ?1 AND waits_for = ?2 AND waits_for <> x''";

std::string select(std::string_view where) {
  return "SELECT change, replica, sequence, received_ms, record, waits_for, vouched, made_from_ms, made_until_ms, "
         "measured FROM quarantine " +
         std::string(where) + " ORDER BY received_ms, replica, sequence";
}

absl::StatusOr<std::vector<QuarantineRow>> rowsOf(sqlite::Statement statement) {
  std::vector<QuarantineRow> rows;
  while (true) {
    DOORSTEP_ASSIGN(const bool found, statement.step());
    if (!found) {
      return rows;
    }
    QuarantineRow& row = rows.emplace_back();
    row.change_id = statement.blob(0);
    row.replica_id = statement.blob(1);
    row.sequence = static_cast<std::uint64_t>(statement.integer(2));
    row.received_at = absl::FromUnixMillis(statement.integer(3));
    row.record_id = statement.blob(4);
    row.waits_for = statement.blob(5);
    row.vouched = statement.integer(6) != 0;
    row.made = {absl::FromUnixMillis(statement.integer(7)), absl::FromUnixMillis(statement.integer(8)),
                statement.integer(9) != 0};
  }
}

}  // namespace

absl::StatusOr<std::vector<QuarantineRow>> EmbeddedDistrict::quarantined() {
  DOORSTEP_ASSIGN(auto all, prepare(select(kAll)));
  all.bindAll(number_);
  return rowsOf(std::move(all));
}

absl::StatusOr<std::uint64_t> EmbeddedDistrict::quarantinedCount() {
  DOORSTEP_ASSIGN(auto count, prepare("SELECT count(*) FROM quarantine WHERE district = ?1"));
  count.bindAll(number_);
  DOORSTEP_ASSIGN(const bool found, count.step());
  return found ? static_cast<std::uint64_t>(count.integer(0)) : 0;
}

absl::StatusOr<std::vector<QuarantineRow>> EmbeddedDistrict::quarantinedChange(const std::string& change_id) {
  DOORSTEP_ASSIGN(auto rows, prepare(select(kOfChange)));
  rows.bindAll(number_, Blob{change_id});
  return rowsOf(std::move(rows));
}

absl::StatusOr<std::vector<QuarantineRow>> EmbeddedDistrict::quarantinedCreations(const std::string& record_id) {
  DOORSTEP_ASSIGN(auto rows, prepare(select(kCreating)));
  rows.bindAll(number_, Blob{record_id});
  return rowsOf(std::move(rows));
}

absl::StatusOr<std::vector<QuarantineRow>> EmbeddedDistrict::quarantinedWaiting(const std::string& record_id) {
  DOORSTEP_ASSIGN(auto rows, prepare(select(kWaiting)));
  rows.bindAll(number_, Blob{record_id});
  return rowsOf(std::move(rows));
}

absl::StatusOr<std::vector<OutcomeRow>> EmbeddedDistrict::outcomesAfter(const std::string& owner,
                                                                        std::uint64_t sequence, std::size_t limit) {
  DOORSTEP_ASSIGN(auto select, prepare("SELECT sequence, receipt FROM outcome WHERE district = ?1 AND owner = ?2 "
                                       "AND sequence > ?3 ORDER BY sequence LIMIT ?4"));
  select.bindAll(number_, Blob{owner}, sequence, limit);
  std::vector<OutcomeRow> rows;
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return rows;
    }
    rows.push_back({owner, static_cast<std::uint64_t>(select.integer(0)), std::string(select.blob(1))});
  }
}

absl::StatusOr<std::vector<replication::HelloMark>> EmbeddedDistrict::helloMarks(const std::string& replica_id) {
  DOORSTEP_ASSIGN(auto select, prepare("SELECT service_ms, monotonic_ms, boot, made_until FROM hello_mark "
                                       "WHERE district = ?1 AND replica = ?2 ORDER BY number"));
  select.bindAll(number_, Blob{replica_id});
  std::vector<replication::HelloMark> marks;
  while (true) {
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (!found) {
      return marks;
    }
    marks.push_back({absl::FromUnixMillis(select.integer(0)), select.integer(1), std::string(select.blob(2)),
                     static_cast<std::uint64_t>(select.integer(3))});
  }
}

absl::Status EmbeddedDistrict::putQuarantined(const QuarantineRow& row) {
  DOORSTEP_ASSIGN(auto put, prepare("INSERT OR REPLACE INTO quarantine (district, change, replica, sequence, "
                                    "received_ms, record, waits_for, vouched, made_from_ms, made_until_ms, measured) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"));
  return put.run(number_, Blob{row.change_id}, Blob{row.replica_id}, row.sequence, absl::ToUnixMillis(row.received_at),
                 Blob{row.record_id}, Blob{row.waits_for}, row.vouched ? 1 : 0, absl::ToUnixMillis(row.made.from),
                 absl::ToUnixMillis(row.made.until), row.made.measured ? 1 : 0);
}

absl::Status EmbeddedDistrict::removeQuarantined(const std::string& change_id) {
  DOORSTEP_ASSIGN(auto remove, prepare("DELETE FROM quarantine WHERE district = ?1 AND change = ?2"));
  return remove.run(number_, Blob{change_id});
}

absl::Status EmbeddedDistrict::replaceReceipt(const std::string& replica_id, std::uint64_t sequence,
                                              const v1::Receipt& receipt) {
  DOORSTEP_ASSIGN(auto replace, prepare("UPDATE consumed SET receipt = ?4, outcome = ?5 "
                                        "WHERE district = ?1 AND replica = ?2 AND sequence = ?3"));
  return replace.run(number_, Blob{replica_id}, sequence, Blob{receipt.SerializeAsString()},
                     static_cast<int>(receipt.outcome()));
}

absl::Status EmbeddedDistrict::putOutcome(const OutcomeRow& row) {
  DOORSTEP_ASSIGN(auto put,
                  prepare("INSERT INTO outcome (district, owner, sequence, receipt) VALUES (?1, ?2, ?3, ?4)"));
  return put.run(number_, Blob{row.owner}, row.sequence, Blob{row.receipt});
}

absl::Status EmbeddedDistrict::putHelloMarks(const std::string& replica_id,
                                             const std::vector<replication::HelloMark>& marks) {
  DOORSTEP_ASSIGN(auto remove, prepare("DELETE FROM hello_mark WHERE district = ?1 AND replica = ?2"));
  DOORSTEP_TRY(remove.run(number_, Blob{replica_id}));
  std::int64_t number = 0;
  for (const replication::HelloMark& mark : marks) {
    DOORSTEP_ASSIGN(auto put, prepare("INSERT INTO hello_mark (district, replica, number, service_ms, monotonic_ms, "
                                      "boot, made_until) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    DOORSTEP_TRY(put.run(number_, Blob{replica_id}, ++number, absl::ToUnixMillis(mark.service_at), mark.monotonic_ms,
                         Blob{mark.boot_id}, mark.made_until));
  }
  return absl::OkStatus();
}

}  // namespace doorstep::service
