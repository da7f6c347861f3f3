#include "app/store/attachments/content_table.h"
#include "app/store/attachments/staged_pictures.h"
#include "app/store/store_parts.h"

namespace doorstep::store {

absl::StatusOr<SaveResult> Store::addPicture(const v1::Attachment& attachment, const std::string& content) {
  SaveResult result;
  DOORSTEP_TRY(parts_->write({.people = true, .waiting = true}, [&](QueryTables&, ChangedAreas&) -> absl::Status {
    DOORSTEP_ASSIGN(result, StagedPictures(parts_->database, parts_->clock).add(attachment, content));
    return absl::OkStatus();
  }));
  return result;
}

absl::Status Store::removePicture(const std::string& attachment_id) {
  return parts_->write({.people = true, .waiting = true}, [&](QueryTables&, ChangedAreas&) {
    return StagedPictures(parts_->database, parts_->clock).remove(attachment_id);
  });
}

absl::Status Store::describePicture(const std::string& attachment_id, const std::string& caption) {
  return parts_->write({.people = true}, [&](QueryTables&, ChangedAreas&) {
    return StagedPictures(parts_->database, parts_->clock).describe(attachment_id, caption);
  });
}

absl::Status Store::wantPicture(const v1::Attachment& attachment) {
  return parts_->write({.people = true}, [&](QueryTables&, ChangedAreas&) {
    return ContentTable(parts_->database).want(attachment.content_hash(), attachment.content_bytes());
  });
}

absl::Status Store::release() {
  DOORSTEP_ASSIGN(const bool any, StagedPictures(parts_->database, parts_->clock).any());
  if (!any) {
    return absl::OkStatus();
  }
  return parts_->write({}, [&](QueryTables& tables, ChangedAreas& changed) -> absl::Status {
    Recording recording(parts_->database, parts_->clock, parts_->outgoing, tables);
    DOORSTEP_ASSIGN(const int released, StagedPictures(parts_->database, parts_->clock).release(recording));
    changed.people = changed.waiting = released > 0;
    return absl::OkStatus();
  });
}

absl::StatusOr<std::uint64_t> Store::waiting() {
  return ContentTable(parts_->database).waiting();
}

absl::StatusOr<std::vector<client::TravellingContent>> Store::toSend() {
  return ContentTable(parts_->database).toSend();
}

absl::StatusOr<std::string> Store::chunk(const std::string& hash, std::uint64_t offset) {
  return ContentTable(parts_->database).chunk(hash, offset);
}

// A thousand pictures are no reason to read every list a thousand times: who shows them hears when the exchange ends.
absl::Status Store::keepSent(const std::string& hash) {
  return parts_->write({}, [&](QueryTables&, ChangedAreas&) { return ContentTable(parts_->database).keepSent(hash); });
}

absl::Status Store::keepRefusal(const std::string& hash, const v1::Problem& problem) {
  return parts_->write(
      {}, [&](QueryTables&, ChangedAreas&) { return ContentTable(parts_->database).keepRefusal(hash, problem); });
}

absl::StatusOr<std::vector<client::TravellingContent>> Store::toFetch() {
  return ContentTable(parts_->database).toFetch();
}

absl::StatusOr<bool> Store::keepChunk(const std::string& hash, std::uint64_t offset, const std::string& chunk) {
  bool fits = false;
  DOORSTEP_TRY(parts_->write({}, [&](QueryTables&, ChangedAreas& changed) -> absl::Status {
    ContentTable contents(parts_->database);
    DOORSTEP_ASSIGN(fits, contents.keepChunk(hash, offset, chunk));
    DOORSTEP_ASSIGN(const auto row, contents.find(hash));
    changed.people = !row || row->state != ContentState::kFetching;
    return absl::OkStatus();
  }));
  return fits;
}

absl::Status Store::offerContentsAgain(const std::vector<std::string>& hashes) {
  return parts_->write({.waiting = true},
                       [&](QueryTables&, ChangedAreas&) { return ContentTable(parts_->database).offerAgain(hashes); });
}

absl::Status Store::sendContentsAgain(const std::vector<std::string>& hashes) {
  return offerContentsAgain(hashes);
}

}  // namespace doorstep::store
