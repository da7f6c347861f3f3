#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sync/sqlite/key.h"

struct sqlite3;

// Rows as SQLite holds them, taken out of a real store or ledger and written straight into tables of
// the same shape: the denominators of the ratios. Everything here ends the program on an error.
namespace doorstep::bench {

using Value = std::variant<std::monostate, std::int64_t, double, std::string, std::vector<std::uint8_t>>;
using Row = std::vector<Value>;

struct TableRows {
  std::string table;
  std::vector<Row> rows;
};

// A connection without our wrapper: WAL, FULL, as the stores set it.
class Tables {
 public:
  // With a key the file is encrypted.
  explicit Tables(const std::string& path, const std::optional<sqlite::Key>& key = std::nullopt);
  ~Tables();
  Tables(const Tables&) = delete;
  Tables& operator=(const Tables&) = delete;

  void run(const std::string& sql);
  std::vector<Row> select(const std::string& sql);
  // Tables and indexes of another file, without their rows.
  void shapeLike(Tables& other);
  // All rows of another file's tables.
  void copyFrom(Tables& other);
  // One transaction: INSERT OR REPLACE of each table's rows from `first` in parts of `count` out of `parts`.
  void write(const std::vector<TableRows>& tables, std::size_t part, std::size_t parts);

 private:
  std::string insertOf(const TableRows& rows) const;
  sqlite3* database_ = nullptr;
};

// Seconds to write all rows in so many transactions of equal size.
double secondsToWrite(Tables& into, const std::vector<TableRows>& tables, std::size_t transactions);
// The SQL that secondsToWrite runs, for --explain.
std::string sqlOf(const std::vector<TableRows>& tables, const std::string& how);

}  // namespace doorstep::bench
