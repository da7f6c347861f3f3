#include "sync/service/daemon/running_service.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <optional>

#include "absl/strings/str_cat.h"
#include "sync/outside/attempt.h"
#include "sync/outside/executor.h"
#include "sync/outside/identifier.h"
#include "sync/outside/random.h"
#include "sync/service/attachments/content_store.h"
#include "sync/service/backup/sealed_notes.h"
#include "sync/service/identity/own_identity.h"
#include "sync/service/ledger/backup.h"
#include "sync/service/ledger/embedded_ledger.h"
#include "sync/service/ledger/folder_lock.h"
#include "sync/service/rpc/parts.h"
#include "sync/service/rpc/server.h"
#include "sync/service/writer.h"

namespace doorstep::service {
namespace {

constexpr std::size_t kReaders = 4;
constexpr absl::Duration kBetweenLooks = absl::Minutes(1);
constexpr absl::Duration kBetweenDoubts = absl::Hours(1);
constexpr char kNotesFile[] = "revocations";

absl::Status makeFolder(const std::string& folder) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) {
    return absl::PermissionDeniedError(failure.message());
  }
  ::chmod(folder.c_str(), S_IRWXU);
  return ::access(folder.c_str(), W_OK | X_OK) == 0 ? absl::OkStatus() : absl::PermissionDeniedError("not writable");
}

// A backup's copy loses its name as soon as it is whole; one that a killed service was writing has not.
void removeUnfinishedCopies(const std::string& folder) {
  std::error_code failure;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
    const std::string name = entry.path().filename().string();
    if (name.rfind("backup-", 0) == 0 && name.find(".copy") != std::string::npos) {
      std::filesystem::remove(entry.path(), failure);
    }
  }
}

// The operator's certificate is one of ours like any other: it counts because its fingerprint is kept.
absl::Status registerOperator(Writer& writer, const std::string& fingerprint) {
  if (fingerprint.empty()) {
    return absl::OkStatus();
  }
  return writer.run([&fingerprint](CommitWork& commit) {
    DOORSTEP_ASSIGN(const auto known, commit.registry().device(fingerprint));
    if (known.has_value()) {
      return absl::OkStatus();
    }
    DeviceRow device;
    device.fingerprint = fingerprint;
    device.device_name = "operator";
    device.enrolled_at = commit.now();
    device.is_operator = true;
    return commit.registry().putDevice(device);
  });
}

}  // namespace

struct RunningService::Wiring {
  Wiring(const outside::Clock& clock_given, const Journal& journal_given)
      : clock(clock_given), journal(journal_given), identifiers(clock, random) {}

  std::optional<StartFailure> open(const Config& config);
  std::optional<StartFailure> listen(const Config& config);
  std::optional<StartFailure> openLedger(const std::string& folder);
  std::optional<StartFailure> openNotes(const std::string& folder);
  void lookAtTheDay();
  void sayWhetherTheClockIsDoubted();
  void lookAgain();

  const outside::Clock& clock;
  const Journal& journal;
  outside::SystemRandom random;
  outside::IdentifierSource identifiers;
  std::optional<FolderLock> lock;
  std::unique_ptr<EmbeddedLedger> ledger;
  OwnIdentity identity;
  std::unique_ptr<SealedNotes> notes;
  std::unique_ptr<ContentStore> contents;
  std::optional<Writer> writer;
  std::optional<Readers> readers;
  std::unique_ptr<Parts> parts;
  std::unique_ptr<Server> server;
  absl::Time clock_doubt_said_at = absl::InfinitePast();
  std::optional<outside::SerialExecutor> timer;
};

std::optional<StartFailure> RunningService::Wiring::open(const Config& config) {
  const std::string& folder = config.data_dir;
  if (const absl::Status made = makeFolder(folder); !made.ok()) {
    return StartFailure{StartStep::kDataFolder, made, folder};
  }
  lock.emplace(folder);
  if (!lock->exists()) {
    return StartFailure{StartStep::kDataFolder, absl::PermissionDeniedError("not writable"), folder};
  }
  if (!lock->held()) {
    return StartFailure{StartStep::kAlreadyRunning, absl::FailedPreconditionError("locked"), folder};
  }
  removeUnfinishedCopies(folder);
  if (auto failure = openLedger(folder); failure.has_value()) {
    return failure;
  }
  auto own = loadOrMakeIdentity(folder);
  if (!own.ok()) {
    return StartFailure{StartStep::kIdentity, own.status(), folder};
  }
  identity = *std::move(own);
  // Before anything is written: what was revoked or frozen stays so, whichever backup stands here now.
  if (auto failure = openNotes(folder); failure.has_value()) {
    return failure;
  }
  writer.emplace(*ledger, clock, identifiers);
  absl::Status started = writer->start();
  started.Update(started.ok() ? registerOperator(*writer, identity.operator_fingerprint) : absl::OkStatus());
  if (!started.ok()) {
    return StartFailure{StartStep::kLedger, started, absl::StrCat(folder, "/", kLedgerFile)};
  }
  sayWhetherTheClockIsDoubted();
  if (const absl::Status noted = notes->catchUp(*ledger); !noted.ok()) {
    return StartFailure{StartStep::kNotes, noted, absl::StrCat(folder, "/", kNotesFile)};
  }
  return std::nullopt;
}

std::optional<StartFailure> RunningService::Wiring::openLedger(const std::string& folder) {
  const std::string path = absl::StrCat(folder, "/", kLedgerFile);
  const std::string key_path = absl::StrCat(folder, "/", kLedgerKeyFile);
  if (const auto restored = finishRestore(folder, clock.now()); !restored.ok()) {
    return StartFailure{StartStep::kLedger, restored.status(), path};
  }
  const auto key = loadOrMakeKey(key_path, path, random);
  if (!key.ok()) {
    return StartFailure{StartStep::kLedgerKey, key.status(), key_path};
  }
  auto opened = EmbeddedLedger::open(path, *key);
  if (!opened.ok()) {
    return StartFailure{StartStep::kLedger, opened.status(), path};
  }
  ledger = *std::move(opened);
  const std::string contents_path = absl::StrCat(folder, "/", kContentsFolder);
  auto beside = ContentStore::open(contents_path, key->bytes());
  if (!beside.ok()) {
    return StartFailure{StartStep::kDataFolder, beside.status(), contents_path};
  }
  contents = *std::move(beside);
  return std::nullopt;
}

std::optional<StartFailure> RunningService::Wiring::openNotes(const std::string& folder) {
  const std::string path = absl::StrCat(folder, "/", kNotesFile);
  auto opened = SealedNotes::open(path, identity.authority.key_pem);
  if (!opened.ok()) {
    return StartFailure{StartStep::kNotes, opened.status(), path};
  }
  notes = *std::move(opened);
  if (const absl::Status applied = notes->applyTo(*ledger); !applied.ok()) {
    return StartFailure{StartStep::kLedger, applied, absl::StrCat(folder, "/", kLedgerFile)};
  }
  return std::nullopt;
}

std::optional<StartFailure> RunningService::Wiring::listen(const Config& config) {
  readers.emplace(kReaders);
  parts.reset(
      new Parts{*ledger, *writer, *readers, clock, random, identity, journal, *notes, *contents, config.data_dir});
  auto started = Server::start(*parts, {config.listen, config.enrol_listen});
  if (!started.ok()) {
    return StartFailure{StartStep::kListen, started.status(), std::string(started.status().message())};
  }
  server = *std::move(started);
  timer.emplace();
  lookAgain();
  return std::nullopt;
}

void RunningService::Wiring::sayWhetherTheClockIsDoubted() {
  const absl::Time now = clock.now();
  if (absl::AbsDuration(now - clock_doubt_said_at) < kBetweenDoubts) {
    return;
  }
  for (const std::string& district : writer->directory().districtsWithRules()) {
    if (writer->doubtsClock(district)) {
      clock_doubt_said_at = now;
      journal.note(Journal::Level::kError, "the clock looks wrong: nothing is evaluated or frozen");
      return;
    }
  }
}

void RunningService::Wiring::lookAtTheDay() {
  for (const std::string& district : writer->directory().districtsWithRules()) {
    writer->whenCurrent(district, [this](const absl::Status& current) {
      if (!current.ok()) {
        journal.note(Journal::Level::kError, "evaluation failed", {{"code", absl::StatusCodeToString(current.code())}});
        return;
      }
      // On the writer's thread: a few lines, once a month.
      const absl::Status noted = notes->catchUp(*ledger);
      if (!noted.ok()) {
        journal.note(Journal::Level::kError, "freezes and revocations cannot be noted",
                     {{"code", absl::StatusCodeToString(noted.code())}});
      }
    });
  }
}

void RunningService::Wiring::lookAgain() {
  timer->postAfter(kBetweenLooks, [this] {
    sayWhetherTheClockIsDoubted();
    lookAtTheDay();
    lookAgain();
  });
}

RunningService::RunningService(std::unique_ptr<Wiring> wiring) : wiring_(std::move(wiring)) {}

RunningService::~RunningService() {
  stop(absl::ZeroDuration());
}

std::variant<std::unique_ptr<RunningService>, StartFailure> RunningService::start(const Config& config,
                                                                                  const outside::Clock& clock,
                                                                                  const Journal& journal) {
  auto wiring = std::make_unique<Wiring>(clock, journal);
  if (auto failure = wiring->open(config); failure.has_value()) {
    return *std::move(failure);
  }
  if (auto failure = wiring->listen(config); failure.has_value()) {
    return *std::move(failure);
  }
  return std::unique_ptr<RunningService>(new RunningService(std::move(wiring)));
}

int RunningService::syncPort() const {
  return wiring_->server->syncPort();
}

int RunningService::enrolmentPort() const {
  return wiring_->server->enrolmentPort();
}

Ledger& RunningService::ledger() {
  return *wiring_->ledger;
}

Writer& RunningService::writer() {
  return *wiring_->writer;
}

void RunningService::lookAtTheDay() {
  wiring_->lookAtTheDay();
}

void RunningService::stop(absl::Duration at_most) {
  if (wiring_->server) {
    wiring_->timer.reset();
    wiring_->server->shutdown(at_most);
    wiring_->server.reset();
    wiring_->readers.reset();
    wiring_->writer.reset();
  }
}

}  // namespace doorstep::service
