#include "sync/service/backup/sealed_notes.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "sync/outside/attempt.h"
#include "sync/outside/planted.h"
#include "sync/replication/chain.h"
#include "sync/service/identity/private_file.h"

namespace doorstep::service {
namespace {

constexpr char kRevoked[] = "revoked";
constexpr char kFrozen[] = "frozen";
constexpr std::size_t kFrozenWords = 10;  // and three for each row

std::string hex(const std::string& bytes) {
  return bytes.empty() ? "-" : absl::BytesToHexString(bytes);
}

std::string bytes(const std::string& hex) {
  return hex == "-" ? std::string() : absl::HexStringToBytes(hex);
}

absl::Status damaged() {
  return absl::DataLossError("a line of the revocations has a wrong seal");
}

absl::Status failure() {
  return errno == ENOSPC || errno == EDQUOT  ? absl::ResourceExhaustedError("the revocations cannot be written")
         : errno == EACCES || errno == EROFS ? absl::PermissionDeniedError("the revocations cannot be written")
                                             : absl::InternalError("the revocations cannot be written");
}

absl::Status cutTo(const std::string& path, std::size_t size) {
  return ::truncate(path.c_str(), static_cast<off_t>(size)) == 0 ? absl::OkStatus() : failure();
}

}  // namespace

absl::StatusOr<std::unique_ptr<SealedNotes>> SealedNotes::open(const std::string& path,
                                                               const std::string& authority_key) {
  std::unique_ptr<SealedNotes> notes(
      new SealedNotes(path, replication::sha256(absl::StrCat("doorstep revocations\n", authority_key))));
  notes->seal_ = replication::chainStart();
  if (!fileExists(path)) {
    DOORSTEP_TRY(writePrivateFile(path, ""));
    return notes;
  }
  DOORSTEP_ASSIGN(const std::string content, readFile(path));
  DOORSTEP_TRY(notes->read(content));
  return notes;
}

absl::Status SealedNotes::read(const std::string& content) {
  std::size_t at = 0;
  while (at < content.size()) {
    const std::size_t end = content.find('\n', at);
    if (end == std::string::npos) {
      return cutTo(path_, at);
    }
    DOORSTEP_TRY(take(content.substr(at, end - at)));
    at = end + 1;
  }
  return absl::OkStatus();
}

absl::Status SealedNotes::take(const std::string& line) {
  const std::size_t space = line.rfind(' ');
  if (space == std::string::npos) {
    return damaged();
  }
  const std::string text = line.substr(0, space);
  if (line.substr(space + 1) != hex(sealOf(text))) {
    return damaged();
  }
  seal_ = sealOf(text);
  const std::vector<std::string> words = absl::StrSplit(text, ' ');
  if (words[0] == kRevoked && words.size() == 2) {
    revoked_.insert(bytes(words[1]));
  } else if (words[0] == kFrozen && words.size() >= kFrozenWords && (words.size() - kFrozenWords) % 3 == 0) {
    DOORSTEP_ASSIGN(Frozen frozen, frozenIn(words));
    const std::int64_t month = frozen.freeze.month;
    frozen_.emplace(std::pair(bytes(words[1]), month), std::move(frozen));
  }
  // A kind of line that only a newer program knows is kept, and means nothing here.
  return absl::OkStatus();
}

std::string SealedNotes::sealOf(const std::string& text) const {
  std::string seal(crypto_auth_hmacsha256_BYTES, '\0');
  const std::string sealed = seal_ + text;
  crypto_auth_hmacsha256(reinterpret_cast<unsigned char*>(seal.data()),
                         reinterpret_cast<const unsigned char*>(sealed.data()), sealed.size(),
                         reinterpret_cast<const unsigned char*>(key_.data()));
  return seal;
}

absl::Status SealedNotes::append(const std::string& text) {
  const int file = ::open(path_.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) {
    return failure();
  }
  const off_t before = ::lseek(file, 0, SEEK_END);
  const std::string seal = sealOf(text);
  const std::string line = absl::StrCat(text, " ", hex(seal), "\n");
  const bool written =
      ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && ::fsync(file) == 0;
  absl::Status status = written ? absl::OkStatus() : failure();
  if (!written && ::ftruncate(file, before) != 0) {
    status = failure();
  }
  ::close(file);
  if (status.ok()) {
    seal_ = seal;
  }
  return status;
}

std::string SealedNotes::textOf(const std::string& district_id, const Frozen& frozen) {
  const FreezeRow& freeze = frozen.freeze;
  std::string text = absl::StrCat(kFrozen, " ", hex(district_id), " ", freeze.month, " ", freeze.revision.epoch(), " ",
                                  freeze.revision.sequence(), " ", absl::ToUnixMillis(freeze.frozen_at), " ",
                                  freeze.rules_revision.epoch(), " ", freeze.rules_revision.sequence());
  absl::StrAppend(&text, " ", hex(freeze.rules), " ", hex(freeze.digest));
  for (const FrozenRow& row : frozen.rows) {
    absl::StrAppend(&text, " ", hex(row.area_id), " ", hex(row.parent_id), " ", hex(row.figures.SerializeAsString()));
  }
  return text;
}

absl::StatusOr<SealedNotes::Frozen> SealedNotes::frozenIn(const std::vector<std::string>& words) {
  std::vector<std::int64_t> numbers;
  for (std::size_t at = 2; at < 8; ++at) {
    if (!absl::SimpleAtoi(words[at], &numbers.emplace_back())) {
      return absl::DataLossError("a line of the revocations cannot be read");
    }
  }
  Frozen frozen;
  FreezeRow& freeze = frozen.freeze;
  freeze.month = numbers[0];
  freeze.revision.set_epoch(static_cast<std::uint64_t>(numbers[1]));
  freeze.revision.set_sequence(static_cast<std::uint64_t>(numbers[2]));
  freeze.frozen_at = absl::FromUnixMillis(numbers[3]);
  freeze.rules_revision.set_epoch(static_cast<std::uint64_t>(numbers[4]));
  freeze.rules_revision.set_sequence(static_cast<std::uint64_t>(numbers[5]));
  freeze.rules = bytes(words[8]);
  freeze.digest = bytes(words[9]);
  for (std::size_t at = kFrozenWords; at + 2 < words.size(); at += 3) {
    FrozenRow& row = frozen.rows.emplace_back(FrozenRow{bytes(words[at]), bytes(words[at + 1]), {}});
    if (!row.figures.ParseFromString(bytes(words[at + 2]))) {
      return absl::DataLossError("a line of the revocations cannot be read");
    }
  }
  return frozen;
}

absl::Status SealedNotes::applyTo(Ledger& ledger) {
  const std::lock_guard lock(mutex_);
  DOORSTEP_ASSIGN(const auto transaction, ledger.write());
  bool changed = false;
  for (const std::string& fingerprint : revoked_) {
    DOORSTEP_ASSIGN(auto device, transaction->registry().device(fingerprint));
    if (device.has_value() && !device->revoked) {
      device->revoked = true;
      changed = true;
      DOORSTEP_TRY(transaction->registry().putDevice(*device));
    }
  }
  for (const auto& [key, frozen] : frozen_) {
    if (outside::planted(outside::Fault::kFreezeLostByRestore)) {
      break;
    }
    DistrictWriter& district = transaction->district(key.first);
    DOORSTEP_ASSIGN(const auto known, district.freezes());
    const bool there = std::any_of(known.begin(), known.end(),
                                   [&month = key.second](const FreezeRow& freeze) { return freeze.month == month; });
    if (!there) {
      changed = true;
      DOORSTEP_TRY(putBack(district, frozen));
    }
  }
  return changed ? transaction->commit() : absl::OkStatus();
}

bool SealedNotes::isRevoked(const std::string& fingerprint) {
  const std::lock_guard lock(mutex_);
  return revoked_.count(fingerprint) > 0;
}

// The figures as they were published; the facts behind them are gone with the ledger that held them.
absl::Status SealedNotes::putBack(DistrictWriter& district, const Frozen& frozen) {
  FreezeRow freeze = frozen.freeze;
  freeze.has_facts = false;
  DOORSTEP_TRY(district.putFreeze(freeze));
  for (const FrozenRow& row : frozen.rows) {
    DOORSTEP_TRY(district.putFrozenRow(freeze.month, row));
    DOORSTEP_ASSIGN(const auto kept, district.rollup(row.area_id, freeze.month));
    RollupRow shown = kept.value_or(RollupRow{row.area_id, freeze.month, {}, {}, std::nullopt});
    DOORSTEP_ASSIGN(shown.revision, district.nextRevision());
    DOORSTEP_TRY(district.putRollup(shown));
  }
  return absl::OkStatus();
}

absl::Status SealedNotes::catchUp(Ledger& ledger) {
  const std::lock_guard lock(mutex_);
  DOORSTEP_ASSIGN(const auto snapshot, ledger.read());
  DOORSTEP_ASSIGN(const auto devices, snapshot->registry().devices());
  for (const DeviceRow& device : devices) {
    if (device.revoked && revoked_.count(device.fingerprint) == 0) {
      DOORSTEP_TRY(append(absl::StrCat(kRevoked, " ", hex(device.fingerprint))));
      revoked_.insert(device.fingerprint);
    }
  }
  DOORSTEP_ASSIGN(const auto districts, snapshot->registry().districts());
  for (const std::string& id : districts) {
    DistrictReader& district = snapshot->district(id);
    DOORSTEP_ASSIGN(const auto freezes, district.freezes());
    for (const FreezeRow& freeze : freezes) {
      if (frozen_.count({id, freeze.month}) > 0) {
        continue;
      }
      Frozen frozen{freeze, {}};
      DOORSTEP_ASSIGN(frozen.rows, district.frozenRows(freeze.month));
      DOORSTEP_TRY(append(textOf(id, frozen)));
      frozen_.emplace(std::pair(id, freeze.month), std::move(frozen));
    }
  }
  return absl::OkStatus();
}

}  // namespace doorstep::service
