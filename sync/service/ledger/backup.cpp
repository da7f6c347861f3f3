#include "sync/service/ledger/backup.h"

#include <unistd.h>

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/outside/clock.h"
#include "sync/outside/identifier.h"
#include "sync/outside/random.h"
#include "sync/service/audit.h"
#include "sync/service/ledger/embedded_ledger.h"
#include "sync/service/ledger/file_copy.h"
#include "sync/service/ledger/folder_lock.h"
#include "sync/service/ledger/schema.h"
#include "sync/sqlite/files.h"

namespace doorstep::service {
namespace {

constexpr char kCopying[] = ".copying";
constexpr char kRestoring[] = ".restoring";

bool exists(const std::string& path) {
  return ::access(path.c_str(), F_OK) == 0;
}

absl::StatusOr<sqlite::Key> keyFrom(const std::string& key_path, const std::string& backup_path) {
  if (!exists(backup_path)) {
    return absl::NotFoundError("there is no such backup");
  }
  if (!exists(key_path)) {
    return absl::NotFoundError("the ledger's key is not there");
  }
  outside::SystemRandom random;
  return loadOrMakeKey(key_path, backup_path, random);
}

absl::StatusOr<BackupReport> look(const std::string& path, const sqlite::Key& key, const FileDigest& digest) {
  sqlite::OpenOptions options;
  options.key = key;
  options.read_only = true;
  DOORSTEP_ASSIGN(auto database, sqlite::Database::open(path, options));
  DOORSTEP_TRY(database.checkIntegrity());
  BackupReport report;
  report.bytes = digest.bytes;
  report.sha256 = digest.sha256;
  report.cipher_version = sqlite::Database::cipherVersion();
  DOORSTEP_ASSIGN(report.schema_version, database.integer("PRAGMA user_version"));
  if (report.schema_version < 1) {
    return absl::DataLossError("the file holds no ledger");
  }
  if (report.schema_version > static_cast<std::int64_t>(ledgerMigrations().size())) {
    return absl::FailedPreconditionError("the backup was written by a newer program");
  }
  const auto count = [&database](const char* sql) -> absl::StatusOr<std::uint64_t> {
    DOORSTEP_ASSIGN(const std::int64_t found, database.integer(sql));
    return static_cast<std::uint64_t>(found);
  };
  DOORSTEP_ASSIGN(report.districts, count("SELECT count(*) FROM district"));
  DOORSTEP_ASSIGN(report.records, count("SELECT count(*) FROM record"));
  DOORSTEP_ASSIGN(report.audit_events, count("SELECT count(*) FROM audit"));
  return report;
}

absl::Status requireDigest(const FileDigest& digest, const std::string& expected) {
  return expected.empty() || expected == digest.sha256
             ? absl::OkStatus()
             : absl::DataLossError("the backup is not the one whose SHA-256 was given");
}

// Whatever the devices have seen since the backup was made belongs to another epoch. Seconds never repeat,
// so that two restores of one backup differ, too.
absl::Status beginEpoch(const std::string& path, const sqlite::Key& key, absl::Time now) {
  sqlite::OpenOptions options;
  options.key = key;
  DOORSTEP_ASSIGN(auto database, sqlite::Database::open(path, options));
  DOORSTEP_TRY(sqlite::migrate(database, ledgerMigrations()));
  DOORSTEP_TRY(database.execute("UPDATE district SET epoch = max(epoch + 1, ?1)", absl::ToUnixSeconds(now)));
  return database.checkpoint();
}

absl::Status noteRestore(const std::string& path, const sqlite::Key& key, absl::Time now, const FileDigest& digest) {
  DOORSTEP_ASSIGN(const auto ledger, EmbeddedLedger::open(path, key));
  DOORSTEP_ASSIGN(const auto transaction, ledger->write());
  outside::SystemRandom random;
  const outside::SystemClock system;
  const outside::AdjustedClock clock(system, now);
  outside::IdentifierSource identifiers(clock, random);
  CommitWork commit(*transaction, Directory(), identifiers, now);
  v1::AuditEvent event;
  event.set_verb(v1::AUDIT_VERB_RESTORE);
  event.set_subject(absl::StrCat("backup ", outside::toHex(digest.sha256)));
  DOORSTEP_TRY(appendAudit(commit, event));
  return transaction->commit();
}

absl::StatusOr<std::string> moveAside(const std::string& path, absl::Time now) {
  const std::string time = absl::FormatTime("%Y%m%dT%H%M%SZ", now, absl::UTCTimeZone());
  for (int attempt = 1;; ++attempt) {
    auto aside = sqlite::setAside(path, attempt == 1 ? time : absl::StrCat(time, "-", attempt));
    if (!absl::IsAlreadyExists(aside.status())) {
      return aside;
    }
  }
}

// A verified copy under a name that finishRestore() knows: from then on it will be the ledger.
absl::StatusOr<BackupReport> prepare(const std::string& ledger_path, const std::string& key_path,
                                     const std::string& backup_path, absl::Time now, const std::string& expected) {
  DOORSTEP_ASSIGN(const sqlite::Key key, keyFrom(key_path, backup_path));
  const std::string copy = ledger_path + kCopying;
  for (const char* ending : {"", "-journal", "-wal", "-shm"}) {
    ::unlink((copy + ending).c_str());
  }
  DOORSTEP_ASSIGN(const FileDigest digest, copyFile(backup_path, copy));
  DOORSTEP_TRY(requireDigest(digest, expected));
  DOORSTEP_ASSIGN(BackupReport report, look(copy, key, digest));
  DOORSTEP_TRY(beginEpoch(copy, key, now));
  DOORSTEP_TRY(noteRestore(copy, key, now, digest));
  if (::rename(copy.c_str(), (ledger_path + kRestoring).c_str()) != 0) {
    return fileFailure("the copy cannot be put in place");
  }
  return report;
}

}  // namespace

absl::StatusOr<BackupReport> verifyBackup(const std::string& backup_path, const std::string& key_path,
                                          const std::string& expected_sha256) {
  DOORSTEP_ASSIGN(const sqlite::Key key, keyFrom(key_path, backup_path));
  DOORSTEP_ASSIGN(const FileDigest digest, digestOf(backup_path));
  DOORSTEP_TRY(requireDigest(digest, expected_sha256));
  return look(backup_path, key, digest);
}

absl::StatusOr<RestoreReport> restoreBackup(const std::string& data_folder, const std::string& backup_path,
                                            absl::Time now, const std::string& expected_sha256) {
  const FolderLock lock(data_folder);
  if (!lock.exists()) {
    return absl::PermissionDeniedError("the data folder cannot be written");
  }
  if (!lock.held()) {
    return absl::FailedPreconditionError("a service is running on this data folder");
  }
  DOORSTEP_ASSIGN(const std::string unfinished, finishRestore(data_folder, now));
  const std::string path = absl::StrCat(data_folder, "/", kLedgerFile);
  RestoreReport report;
  auto prepared = prepare(path, absl::StrCat(data_folder, "/", kLedgerKeyFile), backup_path, now, expected_sha256);
  if (!prepared.ok()) {
    for (const char* ending : {"", "-journal", "-wal", "-shm"}) {
      ::unlink((path + kCopying + ending).c_str());
    }
    return prepared.status();
  }
  report.backup = *std::move(prepared);
  DOORSTEP_TRY(flushFolder(data_folder));
  DOORSTEP_ASSIGN(report.set_aside, finishRestore(data_folder, now));
  return report;
}

absl::StatusOr<std::string> finishRestore(const std::string& data_folder, absl::Time now) {
  const std::string path = absl::StrCat(data_folder, "/", kLedgerFile);
  if (!exists(path + kRestoring)) {
    return std::string();
  }
  std::string aside;
  if (exists(path)) {
    DOORSTEP_ASSIGN(aside, moveAside(path, now));
  }
  // Killed while it was set aside, a log may still stand here under its old name, and has its new one.
  for (const char* ending : {"-wal", "-shm"}) {
    ::unlink((path + ending).c_str());
  }
  if (::rename((path + kRestoring).c_str(), path.c_str()) != 0) {
    return fileFailure("the copy cannot be put in place");
  }
  DOORSTEP_TRY(flushFolder(data_folder));
  return aside;
}

}  // namespace doorstep::service
