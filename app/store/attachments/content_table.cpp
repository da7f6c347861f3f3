#include "app/store/attachments/content_table.h"

#include "app/store/outgoing_queue.h"
#include "app/store/rows.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

constexpr int stored(ContentState state) {
  return static_cast<int>(state);
}

client::TravellingContent travelling(const sqlite::Statement& row) {
  return {bytesOf(row, 0), static_cast<std::uint64_t>(row.integer(1)), static_cast<std::uint64_t>(row.integer(2))};
}

}  // namespace

absl::StatusOr<std::optional<ContentRow>> ContentTable::find(const std::string& hash) {
  std::optional<ContentRow> found;
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT bytes, received, state, problem IS NOT NULL FROM content WHERE hash = ?1",
      [&](const sqlite::Statement& row) {
        found = ContentRow{static_cast<std::uint64_t>(row.integer(0)), static_cast<std::uint64_t>(row.integer(1)),
                           static_cast<ContentState>(row.integer(2)), row.integer(3) != 0};
      },
      blob(hash)));
  return found;
}

absl::Status ContentTable::add(const std::string& hash, const std::string& content) {
  DOORSTEP_ASSIGN(const std::optional<ContentRow> known, find(hash));
  if (known && known->state != ContentState::kFetching) {
    return absl::OkStatus();
  }
  DOORSTEP_TRY(erase(hash));
  return put(hash, content);
}

absl::Status ContentTable::put(const std::string& hash, const std::string& content) {
  DOORSTEP_TRY(
      database_.execute("INSERT INTO content(hash, bytes, received, state, attachment, place)"
                        " VALUES (?1, ?2, ?2, ?3, x'', (SELECT coalesce(max(place), 0) + 1 FROM content))",
                        blob(hash), content.size(), stored(ContentState::kToSend)));
  for (std::size_t offset = 0; offset < content.size(); offset += client::kContentChunkBytes) {
    DOORSTEP_TRY(database_.execute("INSERT INTO content_chunk(hash, place, content) VALUES (?1, ?2, ?3)", blob(hash),
                                   offset, blob(std::string_view(content).substr(offset, client::kContentChunkBytes))));
  }
  return absl::OkStatus();
}

absl::Status ContentTable::released(const std::string& hash, const std::string& attachment_id) {
  return database_.execute("UPDATE content SET attachment = ?2 WHERE hash = ?1 AND state = ?3", blob(hash),
                           blob(attachment_id), stored(ContentState::kToSend));
}

absl::StatusOr<std::string> ContentTable::whole(const std::string& hash) {
  DOORSTEP_ASSIGN(const std::optional<ContentRow> known, find(hash));
  if (!known || known->received < known->bytes) {
    return absl::NotFoundError("this content is not on this device");
  }
  return joined(hash);
}

absl::StatusOr<std::string> ContentTable::joined(const std::string& hash) {
  std::string content;
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT content FROM content_chunk WHERE hash = ?1 ORDER BY place",
      [&](const sqlite::Statement& row) { content.append(row.blob(0)); }, blob(hash)));
  return content;
}

absl::StatusOr<std::uint64_t> ContentTable::waiting() {
  DOORSTEP_ASSIGN(const std::int64_t count,
                  database_.integer("SELECT count(*) FROM content WHERE state = ?1", stored(ContentState::kToSend)));
  return static_cast<std::uint64_t>(count);
}

// A content whose record waits, or was put aside, waits with it.
absl::StatusOr<std::vector<client::TravellingContent>> ContentTable::toSend() {
  std::vector<client::TravellingContent> contents;
  DOORSTEP_TRY(forEachRow(
      database_,
      "SELECT hash, bytes, 0 FROM content WHERE state = ?1 AND attachment <> x'' AND NOT EXISTS ("
      "SELECT 1 FROM outgoing WHERE record = content.attachment AND kind = ?2 AND state IN (?3, ?4)) ORDER BY place",
      [&](const sqlite::Statement& row) { contents.push_back(travelling(row)); }, stored(ContentState::kToSend),
      static_cast<int>(v1::RECORD_KIND_ATTACHMENT), static_cast<int>(OutgoingState::kWaiting),
      static_cast<int>(OutgoingState::kQuarantined)));
  return contents;
}

absl::StatusOr<std::string> ContentTable::chunk(const std::string& hash, std::uint64_t offset) {
  std::string content;
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT content FROM content_chunk WHERE hash = ?1 AND place = ?2",
      [&](const sqlite::Statement& row) { content = bytesOf(row, 0); }, blob(hash), offset));
  return content.empty() ? absl::StatusOr<std::string>(absl::DataLossError("a chunk of a content is missing"))
                         : std::move(content);
}

absl::Status ContentTable::keepSent(const std::string& hash) {
  DOORSTEP_TRY(database_.execute("UPDATE content SET state = ?2, problem = NULL WHERE hash = ?1", blob(hash),
                                 stored(ContentState::kAtService)));
  return letGo();  // its door may have gone to somebody else meanwhile
}

absl::Status ContentTable::keepRefusal(const std::string& hash, const v1::Problem& problem) {
  return database_.execute("UPDATE content SET problem = ?2 WHERE hash = ?1", blob(hash),
                           blob(replication::encode(problem)));
}

absl::Status ContentTable::offerAgain() {
  return database_.execute("UPDATE content SET state = ?1 WHERE state = ?2 AND attachment <> x''",
                           stored(ContentState::kToSend), stored(ContentState::kAtService));
}

absl::Status ContentTable::offerAgain(const std::vector<std::string>& hashes) {
  for (const std::string& hash : hashes) {
    DOORSTEP_TRY(database_.execute(
        "UPDATE content SET state = ?2, attachment = CASE WHEN attachment = x'' THEN coalesce("
        "(SELECT id FROM attachment WHERE attachment.hash = content.hash LIMIT 1), x'') ELSE attachment END"
        " WHERE hash = ?1 AND state = ?3",
        blob(hash), stored(ContentState::kToSend), stored(ContentState::kAtService)));
  }
  return absl::OkStatus();
}

absl::Status ContentTable::want(const std::string& hash, std::uint64_t bytes) {
  return database_.execute(
      "INSERT INTO content(hash, bytes, received, state, attachment, place)"
      " VALUES (?1, ?2, 0, ?3, x'', (SELECT coalesce(max(place), 0) + 1 FROM content))"
      " ON CONFLICT (hash) DO UPDATE SET place = excluded.place WHERE state = ?3",
      blob(hash), bytes, stored(ContentState::kFetching));
}

absl::StatusOr<std::vector<client::TravellingContent>> ContentTable::toFetch() {
  std::vector<client::TravellingContent> contents;
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT hash, bytes, received FROM content WHERE state = ?1 ORDER BY place DESC",
      [&](const sqlite::Statement& row) { contents.push_back(travelling(row)); }, stored(ContentState::kFetching)));
  return contents;
}

absl::StatusOr<bool> ContentTable::keepChunk(const std::string& hash, std::uint64_t offset, const std::string& chunk) {
  DOORSTEP_ASSIGN(const std::optional<ContentRow> known, find(hash));
  if (!known || known->state != ContentState::kFetching || known->received != offset ||
      offset + chunk.size() > known->bytes) {
    return true;  // it is no longer wanted, or came another way
  }
  DOORSTEP_TRY(database_.execute("INSERT INTO content_chunk(hash, place, content) VALUES (?1, ?2, ?3)", blob(hash),
                                 offset, blob(chunk)));
  DOORSTEP_TRY(
      database_.execute("UPDATE content SET received = ?2 WHERE hash = ?1", blob(hash), offset + chunk.size()));
  if (offset + chunk.size() < known->bytes) {
    return true;
  }
  DOORSTEP_ASSIGN(const std::string content, joined(hash));
  if (replication::sha256(content) != hash) {
    DOORSTEP_TRY(erase(hash));
    return false;
  }
  DOORSTEP_TRY(
      database_.execute("UPDATE content SET state = ?2 WHERE hash = ?1", blob(hash), stored(ContentState::kAtService)));
  return true;
}

absl::Status ContentTable::letGo() {
  return database_.execute(
      "DELETE FROM content WHERE (state <> ?1 OR attachment = x'')"
      " AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.hash = content.hash)"
      " AND NOT EXISTS (SELECT 1 FROM staged_picture WHERE staged_picture.hash = content.hash)",
      stored(ContentState::kToSend));
}

absl::Status ContentTable::erase(const std::string& hash) {
  return database_.execute("DELETE FROM content WHERE hash = ?1", blob(hash));
}

}  // namespace doorstep::store
