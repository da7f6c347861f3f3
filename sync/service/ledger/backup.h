#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

// Backups of the embedded ledger, without a running service: what `doorstepctl restore` needs. A
// backup is the encrypted file that Admin.Backup streams, under the same key as the ledger.
namespace doorstep::service {

// What stands in a data folder beside one another.
inline constexpr char kLedgerFile[] = "ledger.db";
inline constexpr char kLedgerKeyFile[] = "ledger.key";
inline constexpr char kContentsFolder[] = "attachments";  // attachments/content_store.h

struct BackupReport {
  std::uint64_t bytes = 0;
  std::string sha256;  // 32 bytes, of the whole file
  std::string cipher_version;
  std::int64_t schema_version = 0;
  std::uint64_t districts = 0;
  std::uint64_t records = 0;
  std::uint64_t audit_events = 0;
};

// Reads the whole file: that the key opens it, every page's authentication, every index, that its
// schema is not newer than this program, and its SHA-256 where `expected_sha256` (32 bytes) is given.
// The file stays as it is.
//
// NOT_FOUND no such file or key; PERMISSION_DENIED not the key's; FAILED_PRECONDITION it is plaintext
// or from a newer program; DATA_LOSS damaged, or another SHA-256.
absl::StatusOr<BackupReport> verifyBackup(const std::string& backup_path, const std::string& key_path,
                                          const std::string& expected_sha256 = "");

struct RestoreReport {
  BackupReport backup;
  std::string set_aside;  // where the ledger that stood there is now; empty when there was none
};

// Verifies a backup and puts it in place of the ledger of a stopped service; what stood there is
// renamed to "ledger.db.<UTC time>", never deleted. Killed at any moment, the folder holds the old
// ledger or the new one: the next restore or start of the service ends what was begun. The restored
// ledger begins a new epoch, so that every tablet takes a snapshot and sends again what is missing.
//
// As verifyBackup(), and FAILED_PRECONDITION while a service runs on the folder, RESOURCE_EXHAUSTED when
// the disk is full. Needs ledger.key in the folder.
absl::StatusOr<RestoreReport> restoreBackup(const std::string& data_folder, const std::string& backup_path,
                                            absl::Time now, const std::string& expected_sha256 = "");

// Ends a restore that was interrupted after its copy was complete; OK when there is none. The folder is
// locked by the caller. Returns where the old ledger is, or nothing.
absl::StatusOr<std::string> finishRestore(const std::string& data_folder, absl::Time now);

}  // namespace doorstep::service
