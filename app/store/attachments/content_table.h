#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "sync/client/attachments/contents.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// Where a content stands. Numbers as kept in the database.
enum class ContentState { kFetching = 0, kToSend = 1, kAtService = 2 };

struct ContentRow {
  std::uint64_t bytes = 0;
  std::uint64_t received = 0;  // here
  ContentState state = ContentState::kFetching;
  bool refused = false;  // the service did not want it, last time it was offered
};

// Contents by their SHA-256, in chunks inside the encrypted store (README.md). Callers hold the transaction.
class ContentTable {
 public:
  explicit ContentTable(sqlite::Database& database) : database_(database) {}

  absl::StatusOr<std::optional<ContentRow>> find(const std::string& hash);
  // All of it, added here: to be sent once `released` names it. One that is here already stays as it is.
  absl::Status add(const std::string& hash, const std::string& content);
  absl::Status released(const std::string& hash, const std::string& attachment_id);
  absl::StatusOr<std::string> whole(const std::string& hash);  // NOT_FOUND while it is not all here

  absl::StatusOr<std::uint64_t> waiting();
  absl::StatusOr<std::vector<client::TravellingContent>> toSend();
  absl::StatusOr<std::string> chunk(const std::string& hash, std::uint64_t offset);
  absl::Status keepSent(const std::string& hash);
  absl::Status keepRefusal(const std::string& hash, const v1::Problem& problem);
  // The service may have lost what it had: everything that came from here is offered again.
  absl::Status offerAgain();
  // The same for some of them, as far as all of it is here.
  absl::Status offerAgain(const std::vector<std::string>& hashes);

  absl::Status want(const std::string& hash, std::uint64_t bytes);
  absl::StatusOr<std::vector<client::TravellingContent>> toFetch();
  absl::StatusOr<bool> keepChunk(const std::string& hash, std::uint64_t offset, const std::string& chunk);

  // What no record and nobody's choice names any more goes, unless it has still to be sent.
  absl::Status letGo();

 private:
  absl::Status put(const std::string& hash, const std::string& content);
  absl::Status erase(const std::string& hash);
  absl::StatusOr<std::string> joined(const std::string& hash);

  sqlite::Database& database_;
};

}  // namespace doorstep::store
