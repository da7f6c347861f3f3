// What the records of each household's stream add up to: gathered while a transaction runs, written with its commit.
#include "sync/outside/attempt.h"
#include "sync/service/ledger/embedded_district.h"

namespace doorstep::service {

using sqlite::Blob;

absl::Status EmbeddedDistrict::takeFromDigest(const std::string& record_id) {
  if (record_id == absent_) {
    return state_;
  }
  DOORSTEP_ASSIGN(auto select,
                  prepare("SELECT household, kind, epoch, sequence FROM record WHERE district = ?1 AND id = ?2"));
  select.bindAll(number_, Blob{record_id});
  DOORSTEP_ASSIGN(const bool found, select.step());
  if (!found) {
    return absl::OkStatus();
  }
  v1::Revision revision;
  revision.set_epoch(static_cast<std::uint64_t>(select.integer(2)));
  revision.set_sequence(static_cast<std::uint64_t>(select.integer(3)));
  const auto kind = static_cast<int>(select.integer(1));
  DigestChange& change = digest_changes_[{std::string(select.blob(0)), kind}];
  change.count -= 1;
  change.digest.toggle(static_cast<v1::RecordKind>(kind), record_id, revision);
  return absl::OkStatus();
}

void EmbeddedDistrict::addToDigest(const StoredRecord& record) {
  absent_.clear();
  DigestChange& change = digest_changes_[{record.household_id, static_cast<int>(record.kind)}];
  change.count += 1;
  change.digest.toggle(record.kind, record.id, record.revision);
}

absl::Status EmbeddedDistrict::writeDigests() {
  for (const auto& [place, change] : digest_changes_) {
    const auto& [household, kind] = place;
    std::int64_t count = change.count;
    replication::Digest digest = change.digest;
    {
      DOORSTEP_ASSIGN(auto select, prepare("SELECT count, digest FROM digest WHERE district = ?1 AND household = ?2 "
                                           "AND kind = ?3"));
      select.bindAll(number_, Blob{household}, kind);
      DOORSTEP_ASSIGN(const bool found, select.step());
      if (found) {
        count += select.integer(0);
        digest ^= replication::Digest::fromBytes(select.blob(1));
      }
    }
    DOORSTEP_ASSIGN(auto put, prepare("INSERT OR REPLACE INTO digest (district, household, kind, count, digest) "
                                      "VALUES (?1, ?2, ?3, ?4, ?5)"));
    DOORSTEP_TRY(put.run(number_, Blob{household}, kind, count, Blob{digest.bytes()}));
  }
  digest_changes_.clear();
  return absl::OkStatus();
}

absl::StatusOr<std::vector<DigestRow>> EmbeddedDistrict::digests(const std::string& household_id) {
  DOORSTEP_TRY(writeDigests());
  DOORSTEP_ASSIGN(auto select, prepare("SELECT kind, count, digest FROM digest WHERE district = ?1 AND household = ?2 "
                                       "AND count > 0 ORDER BY kind"));
  select.bindAll(number_, Blob{household_id});
  std::vector<DigestRow> found;
  while (true) {
    DOORSTEP_ASSIGN(const bool row, select.step());
    if (!row) {
      return found;
    }
    found.push_back({static_cast<v1::RecordKind>(select.integer(0)), static_cast<std::uint64_t>(select.integer(1)),
                     replication::Digest::fromBytes(select.blob(2))});
  }
}

}  // namespace doorstep::service
