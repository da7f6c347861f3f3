#include "sync/service/ledger/content_check.h"

#include <set>

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/outside/random.h"
#include "sync/replication/records.h"
#include "sync/service/attachments/content_store.h"
#include "sync/service/ledger/backup.h"
#include "sync/service/ledger/embedded_ledger.h"
#include "sync/service/ledger/folder_lock.h"

namespace doorstep::service {
namespace {

absl::StatusOr<std::set<std::pair<std::string, std::uint64_t>>> namedIn(DistrictReader& district) {
  std::set<std::pair<std::string, std::uint64_t>> named;
  DOORSTEP_TRY(district.forEachRecord([&named](const StoredRecord& stored) -> absl::Status {
    if (stored.kind == v1::RECORD_KIND_ATTACHMENT) {
      DOORSTEP_ASSIGN(const v1::Record record, replication::decodeRecord(stored.encoded));
      named.emplace(record.attachment().content_hash(), record.attachment().content_bytes());
    }
    return absl::OkStatus();
  }));
  return named;
}

absl::Status check(ContentStore& contents, const ContentName& name, ContentReport& report) {
  ++report.named;
  DOORSTEP_ASSIGN(const ContentStanding standing, contents.standing(name));
  if (!standing.complete) {
    return absl::OkStatus();
  }
  absl::Status sound = contents.verify(name);
  if (absl::IsDataLoss(sound)) {
    ++report.damaged;
    return contents.setAside(name);
  }
  ++report.complete;
  return sound;
}

}  // namespace

absl::StatusOr<ContentReport> checkContents(const std::string& data_folder) {
  const FolderLock lock(data_folder);
  if (!lock.held()) {
    return absl::FailedPreconditionError("a service is running on this data folder");
  }
  outside::SystemRandom random;
  const std::string path = absl::StrCat(data_folder, "/", kLedgerFile);
  DOORSTEP_ASSIGN(const sqlite::Key key, loadOrMakeKey(absl::StrCat(data_folder, "/", kLedgerKeyFile), path, random));
  DOORSTEP_ASSIGN(const auto ledger, EmbeddedLedger::open(path, key));
  DOORSTEP_ASSIGN(const auto contents,
                  ContentStore::open(absl::StrCat(data_folder, "/", kContentsFolder), key.bytes()));
  DOORSTEP_ASSIGN(const auto snapshot, ledger->read());
  DOORSTEP_ASSIGN(const auto districts, snapshot->registry().districts());
  ContentReport report;
  for (const std::string& district : districts) {
    DOORSTEP_ASSIGN(const auto named, namedIn(snapshot->district(district)));
    for (const auto& [hash, bytes] : named) {
      DOORSTEP_TRY(check(*contents, {district, hash, bytes}, report));
    }
  }
  return report;
}

}  // namespace doorstep::service
