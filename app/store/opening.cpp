#include "app/store/opening.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "app/store/schema.h"
#include "sync/outside/attempt.h"
#include "sync/outside/planted.h"
#include "sync/sqlite/files.h"
#include "sync/sqlite/migrations.h"

namespace doorstep::store {
namespace {

constexpr int kAttemptsAtAName = 100;
// A district's elders and doors, so that going through all of them for a list deciphers no page twice.
constexpr std::int64_t kReaderCacheKibibytes = 32'768;
// What a transaction of a first pull changes; 16 MiB of log, so that pages changed again and again go into the file
// once.
constexpr std::int64_t kWriterCacheKibibytes = 12'288;
constexpr std::int64_t kCheckpointPages = 4'096;

absl::StatusOr<sqlite::Database> open(const StoreFile& file, bool read_only) {
  sqlite::OpenOptions options;
  options.key = file.key;
  options.vfs = file.vfs;
  options.read_only = read_only;
  options.cache_kibibytes = read_only ? kReaderCacheKibibytes : kWriterCacheKibibytes;
  options.checkpoint_pages = kCheckpointPages;
  absl::StatusOr<sqlite::Database> database = sqlite::Database::open(file.path, options);
  // The key comes out of a sealed slot and is right: a file that refuses it is damaged.
  if (absl::IsPermissionDenied(database.status())) {
    return absl::DataLossError("the store's first page is damaged");
  }
  return database;
}

}  // namespace

absl::StatusOr<sqlite::Database> openForWriting(const StoreFile& file) {
  DOORSTEP_ASSIGN(sqlite::Database database, open(file, false));
  if (outside::planted(outside::Fault::kSavedWithoutSync)) {
    DOORSTEP_TRY(database.runScript("PRAGMA synchronous=OFF"));
  }
  DOORSTEP_TRY(sqlite::migrate(database, schema()));
  return database;
}

absl::StatusOr<sqlite::Database> openForReading(const StoreFile& file) {
  return open(file, true);
}

absl::StatusOr<std::string> setAside(const std::string& path, absl::Time when) {
  const std::string suffix = absl::StrCat("damaged-", absl::FormatTime("%Y%m%dT%H%M%SZ", when, absl::UTCTimeZone()));
  absl::StatusOr<std::string> moved = sqlite::setAside(path, suffix);
  for (int i = 2; absl::IsAlreadyExists(moved.status()) && i < kAttemptsAtAName; ++i) {
    moved = sqlite::setAside(path, absl::StrCat(suffix, "-", i));
  }
  return moved;
}

}  // namespace doorstep::store
