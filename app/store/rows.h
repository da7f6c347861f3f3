#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

inline sqlite::Blob blob(std::string_view bytes) {
  return sqlite::Blob{bytes};
}

inline std::string bytesOf(const sqlite::Statement& row, int column) {
  return std::string(row.blob(column));
}

// Calls `use(row)` for each row; `use` returns nothing.
template <typename Use, typename... Values>
absl::Status forEachRow(sqlite::Database& database, std::string_view sql, Use&& use, const Values&... values) {
  absl::StatusOr<sqlite::Statement> select = database.prepare(sql);
  if (!select.ok()) {
    return select.status();
  }
  select->bindAll(values...);
  absl::StatusOr<bool> row = select->step();
  for (; row.ok() && *row; row = select->step()) {
    use(static_cast<const sqlite::Statement&>(*select));
  }
  return row.status();
}

// Whether the query gives a row.
template <typename... Values>
absl::StatusOr<bool> hasRow(sqlite::Database& database, std::string_view sql, const Values&... values) {
  absl::StatusOr<sqlite::Statement> select = database.prepare(sql);
  if (!select.ok()) {
    return select.status();
  }
  select->bindAll(values...);
  return select->step();
}

}  // namespace doorstep::store
