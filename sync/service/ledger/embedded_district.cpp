#include "sync/service/ledger/embedded_district.h"

#include "sync/outside/attempt.h"

namespace doorstep::service {
namespace {

constexpr std::int64_t kNoDistrict = -1;

v1::Revision revisionOf(std::uint64_t epoch, std::uint64_t sequence) {
  v1::Revision revision;
  revision.set_epoch(epoch);
  revision.set_sequence(sequence);
  return revision;
}

}  // namespace

absl::StatusOr<EmbeddedDistrict> EmbeddedDistrict::open(sqlite::Database& database, const std::string& id, bool make) {
  {
    DOORSTEP_ASSIGN(auto select, database.prepare("SELECT number, epoch, sequence FROM district WHERE id = ?1"));
    select.bindAll(sqlite::Blob{id});
    DOORSTEP_ASSIGN(const bool found, select.step());
    if (found) {
      return EmbeddedDistrict(
          database, absl::OkStatus(), select.integer(0),
          revisionOf(static_cast<std::uint64_t>(select.integer(1)), static_cast<std::uint64_t>(select.integer(2))));
    }
  }
  if (!make) {
    return EmbeddedDistrict(database, absl::OkStatus(), kNoDistrict, revisionOf(1, 0));
  }
  DOORSTEP_TRY(
      database.execute("INSERT INTO district (id, epoch, sequence, digests) VALUES (?1, 1, 0, 1)", sqlite::Blob{id}));
  return EmbeddedDistrict(database, absl::OkStatus(), database.lastInsertRowid(), revisionOf(1, 0));
}

EmbeddedDistrict EmbeddedDistrict::broken(sqlite::Database& database, absl::Status status) {
  return EmbeddedDistrict(database, std::move(status), kNoDistrict, revisionOf(1, 0));
}

absl::StatusOr<sqlite::Statement> EmbeddedDistrict::prepare(std::string_view sql) {
  DOORSTEP_TRY(state_);
  return database_->prepare(sql);
}

absl::StatusOr<v1::Revision> EmbeddedDistrict::head() {
  DOORSTEP_TRY(state_);
  return head_;
}

absl::Status EmbeddedDistrict::beginEpoch(std::uint64_t epoch) {
  DOORSTEP_TRY(state_);
  if (epoch <= head_.epoch()) {
    return absl::InternalError("an epoch follows on a smaller one");
  }
  head_.set_epoch(epoch);
  advanced_ = true;
  return absl::OkStatus();
}

absl::StatusOr<v1::Revision> EmbeddedDistrict::nextRevision() {
  DOORSTEP_TRY(state_);
  head_.set_sequence(head_.sequence() + 1);
  advanced_ = true;
  return head_;
}

absl::Status EmbeddedDistrict::finish() {
  DOORSTEP_TRY(state_);
  DOORSTEP_TRY(writeDigests());
  if (!advanced_) {
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(auto update, prepare("UPDATE district SET epoch = ?2, sequence = ?3 WHERE number = ?1"));
  return update.run(number_, head_.epoch(), head_.sequence());
}

}  // namespace doorstep::service
