#include "tests/bench/tables.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

#include "tests/bench/report.h"

namespace doorstep::bench {
namespace {

void must(int code, sqlite3* database) {
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) {
    std::fprintf(stderr, "the bench's own tables: %s\n", sqlite3_errmsg(database));
    std::abort();
  }
}

class Prepared {
 public:
  Prepared(sqlite3* database, const std::string& sql) : database_(database) {
    must(sqlite3_prepare_v2(database, sql.c_str(), -1, &handle_, nullptr), database);
  }
  ~Prepared() { sqlite3_finalize(handle_); }
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;

  bool step() {
    const int code = sqlite3_step(handle_);
    must(code, database_);
    return code == SQLITE_ROW;
  }

  void insert(const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      bind(static_cast<int>(i + 1), row[i]);
    }
    step();
    sqlite3_reset(handle_);
  }

  Row row() const {
    Row row;
    for (int i = 0; i < sqlite3_column_count(handle_); ++i) {
      row.push_back(value(i));
    }
    return row;
  }

 private:
  void bind(int place, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      sqlite3_bind_int64(handle_, place, *number);
    } else if (const auto* real = std::get_if<double>(&value)) {
      sqlite3_bind_double(handle_, place, *real);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      sqlite3_bind_text(handle_, place, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
    } else if (const auto* blob = std::get_if<std::vector<std::uint8_t>>(&value)) {
      sqlite3_bind_blob(handle_, place, blob->empty() ? "" : static_cast<const void*>(blob->data()),
                        static_cast<int>(blob->size()), SQLITE_STATIC);
    } else {
      sqlite3_bind_null(handle_, place);
    }
  }

  Value value(int column) const {
    switch (sqlite3_column_type(handle_, column)) {
      case SQLITE_INTEGER:
        return std::int64_t{sqlite3_column_int64(handle_, column)};
      case SQLITE_FLOAT:
        return sqlite3_column_double(handle_, column);
      case SQLITE_TEXT:
        return std::string(reinterpret_cast<const char*>(sqlite3_column_text(handle_, column)),
                           static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)));
      case SQLITE_BLOB: {
        const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(handle_, column));
        return std::vector<std::uint8_t>(bytes, bytes + sqlite3_column_bytes(handle_, column));
      }
      default:
        return std::monostate{};
    }
  }

  sqlite3* database_;
  sqlite3_stmt* handle_ = nullptr;
};

const std::string& textOf(const Value& value) {
  return std::get<std::string>(value);
}

}  // namespace

Tables::Tables(const std::string& path, const std::optional<sqlite::Key>& key) {
  must(sqlite3_open(path.c_str(), &database_), database_);
  if (key.has_value()) {
    std::string literal = "x'";
    for (const std::uint8_t byte : key->bytes()) {
      char digits[3];
      std::snprintf(digits, sizeof digits, "%02x", byte);
      literal += digits;
    }
    literal += "'";
    must(sqlite3_key(database_, literal.data(), static_cast<int>(literal.size())), database_);
  }
  run("PRAGMA journal_mode = WAL");
  run("PRAGMA synchronous = FULL");
  run("PRAGMA cache_size = -65536");
}

Tables::~Tables() {
  sqlite3_close(database_);
}

void Tables::run(const std::string& sql) {
  must(sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr), database_);
}

std::vector<Row> Tables::select(const std::string& sql) {
  Prepared statement(database_, sql);
  std::vector<Row> rows;
  while (statement.step()) {
    rows.push_back(statement.row());
  }
  return rows;
}

void Tables::shapeLike(Tables& other) {
  for (const Row& row : other.select("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
                                     "ORDER BY type = 'index'")) {
    run(textOf(row[0]));
  }
}

void Tables::copyFrom(Tables& other) {
  for (const Row& row :
       other.select("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
    const std::string& table = textOf(row[0]);
    Prepared from(other.database_, "SELECT * FROM " + table);
    run("BEGIN");
    std::optional<Prepared> into;
    while (from.step()) {
      const Row content = from.row();
      if (!into.has_value()) {
        into.emplace(database_, insertOf({table, {content}}));
      }
      into->insert(content);
    }
    run("COMMIT");
  }
  run("PRAGMA wal_checkpoint(TRUNCATE)");
}

std::string Tables::insertOf(const TableRows& rows) const {
  std::string sql = "INSERT OR REPLACE INTO " + rows.table + " VALUES (?";
  for (std::size_t i = 1; i < rows.rows.front().size(); ++i) {
    sql += ", ?";
  }
  return sql + ")";
}

void Tables::write(const std::vector<TableRows>& tables, std::size_t part, std::size_t parts) {
  run("BEGIN IMMEDIATE");
  for (const TableRows& rows : tables) {
    if (rows.rows.empty()) {
      continue;
    }
    Prepared statement(database_, insertOf(rows));
    const std::size_t until = rows.rows.size() * (part + 1) / parts;
    for (std::size_t i = rows.rows.size() * part / parts; i < until; ++i) {
      statement.insert(rows.rows[i]);
    }
  }
  run("COMMIT");
}

double secondsToWrite(Tables& into, const std::vector<TableRows>& tables, std::size_t transactions) {
  return secondsOf([&] {
    for (std::size_t i = 0; i < transactions; ++i) {
      into.write(tables, i, transactions);
    }
  });
}

std::string sqlOf(const std::vector<TableRows>& tables, const std::string& how) {
  std::string sql = how + ": BEGIN IMMEDIATE; ";
  for (const TableRows& rows : tables) {
    sql += "INSERT OR REPLACE INTO " + rows.table + " VALUES (…) × " + std::to_string(rows.rows.size()) + "; ";
  }
  return sql + "COMMIT per transaction; WAL, synchronous=FULL, cache 64 MiB, tables and indexes of the real schema";
}

}  // namespace doorstep::bench
