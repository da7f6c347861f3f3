#include "app/store/attachments/staged_pictures.h"

#include <utility>

#include "app/store/attachments/content_table.h"
#include "app/store/rows.h"
#include "sync/care/validation.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"

namespace doorstep::store {
namespace {

v1::Record recordOf(const v1::Attachment& attachment) {
  v1::Record record;
  *record.mutable_attachment() = attachment;
  return record;
}

absl::StatusOr<v1::Attachment> decoded(std::string_view bytes) {
  v1::Attachment attachment;
  return attachment.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))
             ? absl::StatusOr<v1::Attachment>(std::move(attachment))
             : absl::DataLossError("a picture can no longer be read");
}

}  // namespace

absl::StatusOr<SaveResult> StagedPictures::add(v1::Attachment attachment, const std::string& content) {
  attachment.set_content_hash(replication::sha256(content));
  attachment.set_content_bytes(content.size());
  SaveResult result;
  result.problems = care::validate(recordOf(attachment), clock_.now());
  if (!result.problems.empty()) {
    return result;
  }
  DOORSTEP_TRY(ContentTable(database_).add(attachment.content_hash(), content));
  DOORSTEP_TRY(
      database_.execute("INSERT INTO staged_picture(id, household, visit, hash, content, place)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, (SELECT coalesce(max(place), 0) + 1 FROM staged_picture))",
                        blob(attachment.id()), blob(attachment.household_id()), blob(attachment.visit_id()),
                        blob(attachment.content_hash()), blob(replication::encode(attachment))));
  return result;
}

absl::Status StagedPictures::remove(const std::string& id) {
  DOORSTEP_TRY(database_.execute("DELETE FROM staged_picture WHERE id = ?1", blob(id)));
  return database_.changes() == 0 ? absl::NotFoundError("this picture is on its way") : ContentTable(database_).letGo();
}

absl::Status StagedPictures::describe(const std::string& id, const std::string& caption) {
  DOORSTEP_ASSIGN(v1::Attachment attachment, find(id));
  attachment.set_caption(caption);
  if (!care::validate(recordOf(attachment), clock_.now()).empty()) {
    return absl::InvalidArgumentError("the caption does not fit");
  }
  return database_.execute("UPDATE staged_picture SET content = ?2 WHERE id = ?1", blob(id),
                           blob(replication::encode(attachment)));
}

absl::Status StagedPictures::removeOfDraft(const std::string& household) {
  DOORSTEP_TRY(database_.execute(
      "DELETE FROM staged_picture WHERE visit <> x'' AND visit IN (SELECT visit FROM draft WHERE household = ?1)",
      blob(household)));
  return database_.changes() == 0 ? absl::OkStatus() : ContentTable(database_).letGo();
}

absl::StatusOr<bool> StagedPictures::any() {
  return hasRow(database_, "SELECT 1 FROM staged_picture LIMIT 1");
}

absl::StatusOr<int> StagedPictures::release(Recording& recording) {
  std::vector<v1::Attachment> staged;
  absl::Status readable;
  DOORSTEP_TRY(
      forEachRow(database_, "SELECT content FROM staged_picture ORDER BY place", [&](const sqlite::Statement& row) {
        absl::StatusOr<v1::Attachment> attachment = decoded(row.blob(0));
        readable.Update(attachment.status());
        if (attachment.ok()) {
          staged.push_back(*std::move(attachment));
        }
      }));
  DOORSTEP_TRY(readable);
  int released = 0;
  for (v1::Attachment& attachment : staged) {
    DOORSTEP_ASSIGN(const bool goes, mayGo(attachment, recording));
    if (!goes) {
      continue;
    }
    DOORSTEP_ASSIGN(const SaveResult saved, recording.append(recordOf(attachment)));
    if (!saved.problems.empty()) {
      continue;  // it stays here, where a person sees it
    }
    DOORSTEP_TRY(ContentTable(database_).released(attachment.content_hash(), attachment.id()));
    DOORSTEP_TRY(database_.execute("DELETE FROM staged_picture WHERE id = ?1", blob(attachment.id())));
    ++released;
  }
  return released;
}

// While its visit is being made, a picture waits for it; without it, it belongs to the elder alone.
absl::StatusOr<bool> StagedPictures::mayGo(v1::Attachment& attachment, Recording& recording) {
  if (attachment.visit_id().empty()) {
    return true;
  }
  DOORSTEP_ASSIGN(const bool begun,
                  hasRow(database_, "SELECT 1 FROM draft WHERE visit = ?1", blob(attachment.visit_id())));
  if (begun) {
    return false;
  }
  DOORSTEP_ASSIGN(const bool saved, recording.exists(v1::RECORD_KIND_VISIT, attachment.visit_id()));
  if (!saved) {
    attachment.clear_visit_id();
  }
  return true;
}

absl::StatusOr<std::vector<v1::Attachment>> StagedPictures::ofHousehold(const std::string& household) {
  std::vector<v1::Attachment> staged;
  absl::Status readable;
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT content FROM staged_picture WHERE household = ?1 ORDER BY place",
      [&](const sqlite::Statement& row) {
        absl::StatusOr<v1::Attachment> attachment = decoded(row.blob(0));
        readable.Update(attachment.status());
        if (attachment.ok()) {
          staged.push_back(*std::move(attachment));
        }
      },
      blob(household)));
  DOORSTEP_TRY(readable);
  return staged;
}

absl::StatusOr<v1::Attachment> StagedPictures::find(const std::string& id) {
  std::string found;
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT content FROM staged_picture WHERE id = ?1",
      [&](const sqlite::Statement& row) { found = bytesOf(row, 0); }, blob(id)));
  return found.empty() ? absl::StatusOr<v1::Attachment>(absl::NotFoundError("this picture is on its way"))
                       : decoded(found);
}

}  // namespace doorstep::store
