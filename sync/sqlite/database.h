#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "sync/sqlite/key.h"
#include "sync/sqlite/statement.h"

struct sqlite3;

namespace doorstep::sqlite {

struct OpenOptions {
  // With a key the file is SQLCipher's, without one it is plain SQLite.
  std::optional<Key> key;
  // Reads only; the file must exist. Otherwise it is made, readable by its owner alone.
  bool read_only = false;
  std::int64_t cache_kibibytes = 8192;
  // The write-ahead log goes into the file once it has this many pages.
  std::int64_t checkpoint_pages = 1000;
  // How long a statement waits for another connection's lock before UNAVAILABLE.
  absl::Duration busy_timeout = absl::Seconds(5);
  // Name of a registered VFS; empty: the system's. For disk faults in tests.
  std::string vfs;
};

// One connection: WAL, synchronous=FULL, foreign keys on, deleted content overwritten; ATTACH, DETACH
// and load_extension are refused. Belongs to one thread at a time; open one for each thread.
//
// Errors, of every call here and in Statement:
//   PERMISSION_DENIED   open: not this key, or a key is needed. A first page damaged beyond its
//                       check looks the same: who knows the key to be right treats it as damage.
//                       Later: a statement that is refused (ATTACH …).
//   FAILED_PRECONDITION open: a key was given but the file is plaintext. Otherwise: read-only.
//   DATA_LOSS           the file is damaged; it is left as it is (see setAside in files.h)
//   RESOURCE_EXHAUSTED  the disk is full, or there is no memory; the transaction is rolled back
//   UNAVAILABLE         locked by another connection for longer than busy_timeout
//   ABORTED             the read snapshot is too old to be written from: roll back and try again
//   ALREADY_EXISTS      a UNIQUE or PRIMARY KEY constraint
//   INVALID_ARGUMENT    another constraint, or a wrong statement or parameter
//   NOT_FOUND           open: no such file or folder
//   INTERNAL            the disk failed, or anything else
// Their texts name SQLite's code and the place in the schema, never a value.
class Database {
 public:
  static absl::StatusOr<Database> open(const std::string& path, const OpenOptions& options);

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  // A statement from the cache, or newly prepared; `sql` is one statement.
  absl::StatusOr<Statement> prepare(std::string_view sql);

  // Prepares (cached), binds and runs to the end.
  template <typename... Values>
  absl::Status execute(std::string_view sql, const Values&... values) {
    absl::StatusOr<Statement> statement = prepare(sql);
    return statement.ok() ? statement->run(values...) : statement.status();
  }
  // The first column of the first row as a number; NOT_FOUND without a row.
  template <typename... Values>
  absl::StatusOr<std::int64_t> integer(std::string_view sql, const Values&... values) {
    absl::StatusOr<Statement> statement = prepare(sql);
    if (!statement.ok()) {
      return statement.status();
    }
    statement->bindAll(values...);
    return firstInteger(*statement);
  }
  // Several statements separated by semicolons, uncached: for schemas.
  absl::Status runScript(const std::string& script);

  std::int64_t lastInsertRowid() const;
  // Rows changed by the last INSERT, UPDATE or DELETE.
  std::int64_t changes() const;
  bool inTransaction() const;

  // DATA_LOSS unless every page in use, its authentication code and every index is sound. Reads the whole file.
  absl::Status checkIntegrity();
  // Brings the write-ahead log into the file and empties it; UNAVAILABLE while somebody reads.
  absl::Status checkpoint();
  // Copies this database into a new one that it makes at `path`, page by page and encrypted with the same
  // key as `options` gives; within a ReadTransaction exactly its view, while others write. The copy is one
  // file without a log. ALREADY_EXISTS if something stands there; after an error nothing does.
  absl::Status copyTo(const std::string& path, const OpenOptions& options);
  // What was compiled in, like "4.19.0 community"; empty if SQLite came from elsewhere.
  static std::string cipherVersion();

 private:
  class Connection;
  explicit Database(std::unique_ptr<Connection> connection);
  static absl::StatusOr<std::int64_t> firstInteger(Statement& statement);

  std::unique_ptr<Connection> connection_;
};

}  // namespace doorstep::sqlite
