#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "absl/strings/str_cat.h"
#include "sync/sqlite/connection.h"
#include "sync/sqlite/database.h"
#include "sync/sqlite/files.h"
#include "sync/sqlite/status.h"

namespace doorstep::sqlite {
namespace {

constexpr sqlite3_int64 kSmallestPage = 512;

// SQLite would make the file readable for everybody. Made exclusively, so that no handle to a file
// that somebody has open is ever closed here.
absl::Status makePrivateFile(const std::string& path) {
  const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) {
    return errno == EEXIST ? absl::OkStatus() : statusOfErrno(errno, "making the database file");
  }
  ::close(file);
  return absl::OkStatus();
}

absl::StatusOr<sqlite3*> openHandle(const std::string& path, const OpenOptions& options) {
  const int flags =
      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (options.read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
  sqlite3* handle = nullptr;
  const int result = sqlite3_open_v2(path.c_str(), &handle, flags, options.vfs.empty() ? nullptr : options.vfs.c_str());
  if (result == SQLITE_OK) {
    return handle;
  }
  const bool absent = (result & 0xFF) == SQLITE_CANTOPEN && ::access(path.c_str(), F_OK) != 0;
  absl::Status status = absent ? absl::NotFoundError("opening the database: no such file")
                               : statusOf(handle, result, "opening the database");
  sqlite3_close_v2(handle);
  return status;
}

int authorise(void*, int action, const char*, const char* name, const char*, const char*) {
  const bool refused = action == SQLITE_ATTACH || action == SQLITE_DETACH ||
                       (action == SQLITE_FUNCTION && name != nullptr && std::strcmp(name, "load_extension") == 0);
  return refused ? SQLITE_DENY : SQLITE_OK;
}

void defend(sqlite3* handle) {
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  // A bound LIMIT otherwise has the whole statement prepared anew at every use: a third of a push.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
  sqlite3_set_authorizer(handle, authorise, nullptr);
}

// The file as it lies on the disk, below the cipher and through SQLite's own handle.
sqlite3_file* rawFile(sqlite3* handle) {
  sqlite3_file* file = nullptr;
  sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  return file;
}

bool liesInPlaintext(sqlite3* handle) {
  sqlite3_file* file = rawFile(handle);
  std::array<char, kPlaintextHeader.size()> head{};
  return file != nullptr && file->pMethods != nullptr &&
         file->pMethods->xRead(file, head.data(), static_cast<int>(head.size()), 0) == SQLITE_OK &&
         std::string_view(head.data(), head.size()) == kPlaintextHeader;
}

bool isCutShort(sqlite3* handle) {
  sqlite3_file* file = rawFile(handle);
  sqlite3_int64 size = 0;
  return file != nullptr && file->pMethods != nullptr && file->pMethods->xFileSize(file, &size) == SQLITE_OK &&
         size > 0 && size < kSmallestPage;
}

absl::Status setKey(sqlite3* handle, const Key& key) {
  if (Database::cipherVersion().empty()) {
    return absl::InternalError("opening the database: this program carries an SQLite that cannot encrypt");
  }
  if (liesInPlaintext(handle)) {
    return absl::FailedPreconditionError("opening the database: the file is not encrypted");
  }
  // What it would print on stderr is in our status already.
  sqlite3_exec(handle, "PRAGMA cipher_log_level=NONE", nullptr, nullptr, nullptr);
  // SQLCipher's raw form: x'64 hexadecimal digits'.
  static constexpr char kDigits[] = "0123456789abcdef";
  std::array<char, 3 + 2 * Key::kSize> text{'x', '\''};
  std::size_t at = 2;
  for (const std::uint8_t byte : key.bytes()) {
    text[at++] = kDigits[byte >> 4];
    text[at++] = kDigits[byte & 0xF];
  }
  text[at] = '\'';
  const int result = sqlite3_key(handle, text.data(), static_cast<int>(text.size()));
  wipe(text.data(), text.size());
  return result == SQLITE_OK ? absl::OkStatus() : statusOf(handle, result, "setting the key");
}

// The first read is what shows whether the key is right.
absl::Status readFirstPage(sqlite3* handle) {
  const int result = sqlite3_exec(handle, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
  if (result == SQLITE_OK) {
    return absl::OkStatus();
  }
  if ((result & 0xFF) == SQLITE_NOTADB && !isCutShort(handle)) {
    return absl::PermissionDeniedError("opening the database: it needs a key, or another key");
  }
  return statusOf(handle, result, "reading the database's first page");
}

std::string settings(const OpenOptions& options) {
  return absl::StrCat("PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA secure_delete=ON;",
                      "PRAGMA cell_size_check=ON;PRAGMA cache_size=-", options.cache_kibibytes, ";",
                      "PRAGMA wal_autocheckpoint=", options.checkpoint_pages, ";",
                      options.read_only ? "PRAGMA query_only=ON;" : "");
}

// On some file systems SQLite declines and goes on in another mode; we do not.
absl::Status requireWriteAheadLog(Database& database) {
  absl::StatusOr<Statement> mode = database.prepare("PRAGMA journal_mode=WAL");
  const absl::StatusOr<bool> row = mode.ok() ? mode->step() : mode.status();
  if (!row.ok()) {
    return row.status();
  }
  return *row && mode->text(0) == "wal"
             ? absl::OkStatus()
             : absl::InternalError("opening the database: this disk cannot hold a write-ahead log");
}

// What a program had committed and not synced when it was killed is read from the log, and would still be gone after a
// power cut: it is brought onto the disk before anybody relies on it. The log is synced first; what a full disk or a
// reader keeps from being done beyond that has time.
absl::Status keepWhatTheLogHolds(sqlite3* handle) {
  const int result = sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  absl::Status kept =
      result == SQLITE_OK ? absl::OkStatus() : statusOf(handle, result, "keeping what the write-ahead log holds");
  return absl::IsResourceExhausted(kept) || absl::IsUnavailable(kept) ? absl::OkStatus() : kept;
}

}  // namespace

absl::StatusOr<Database> Database::open(const std::string& path, const OpenOptions& options) {
  if (!options.read_only) {
    if (absl::Status made = makePrivateFile(path); !made.ok()) {
      return made;
    }
  }
  absl::StatusOr<sqlite3*> handle = openHandle(path, options);
  if (!handle.ok()) {
    return handle.status();
  }
  Database database(std::make_unique<Connection>(*handle));
  sqlite3_busy_timeout(*handle, static_cast<int>(absl::ToInt64Milliseconds(options.busy_timeout)));
  absl::Status status = options.key.has_value() ? setKey(*handle, *options.key) : absl::OkStatus();
  if (status.ok()) {
    status = readFirstPage(*handle);
  }
  if (status.ok()) {
    defend(*handle);
    status = database.connection_->runScript(settings(options), "preparing the connection");
  }
  if (status.ok() && !options.read_only) {
    status = requireWriteAheadLog(database);
    status = status.ok() ? keepWhatTheLogHolds(*handle) : status;
  }
  return status.ok() ? absl::StatusOr<Database>(std::move(database)) : status;
}

std::string Database::cipherVersion() {
  sqlite3* handle = nullptr;
  sqlite3_stmt* statement = nullptr;
  std::string version;
  if (sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK &&
      sqlite3_prepare_v2(handle, "PRAGMA cipher_version", -1, &statement, nullptr) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW) {
    version = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
  }
  sqlite3_finalize(statement);
  sqlite3_close_v2(handle);
  return version;
}

}  // namespace doorstep::sqlite
