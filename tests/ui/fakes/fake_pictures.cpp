#include <algorithm>

#include "sync/replication/chain.h"
#include "tests/ui/fakes/fake_workspace.h"

namespace doorstep::tests {

void FakeStore::setPictures(std::vector<store::PictureRow> pictures) {
  const std::lock_guard lock(mutex_);
  pictures_ = std::move(pictures);
}

std::vector<store::PictureRow> FakeStore::keptPictures() const {
  const std::lock_guard lock(mutex_);
  return pictures_;
}

absl::StatusOr<std::vector<store::PictureRow>> FakeStore::pictures(const std::string& household_id) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok()) {
    return failure_;
  }
  std::vector<store::PictureRow> rows;
  if (clear_) {
    return rows;
  }
  for (const store::PictureRow& row : pictures_) {
    if (row.attachment.household_id().empty() || row.attachment.household_id() == household_id) {
      rows.push_back(row);
    }
  }
  return rows;
}

absl::StatusOr<std::string> FakeStore::picture(const std::string& content_hash) {
  const std::lock_guard lock(mutex_);
  const auto found = picture_contents_.find(content_hash);
  return found == picture_contents_.end() ? absl::StatusOr<std::string>(absl::NotFoundError("not here"))
                                          : found->second;
}

absl::StatusOr<store::SaveResult> FakeStore::addPicture(const v1::Attachment& attachment, const std::string& content) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok()) {
    return failure_;
  }
  store::PictureRow row{attachment, store::PictureState::kStaged, {}, false};
  row.attachment.set_content_hash(replication::sha256(content));
  row.attachment.set_content_bytes(content.size());
  picture_contents_[row.attachment.content_hash()] = content;
  pictures_.insert(pictures_.begin(), std::move(row));
  ++overview_.waiting_pictures;
  return store::SaveResult{};
}

absl::Status FakeStore::removePicture(const std::string& attachment_id) {
  const std::lock_guard lock(mutex_);
  const auto removed = std::erase_if(
      pictures_, [&attachment_id](const store::PictureRow& row) { return row.attachment.id() == attachment_id; });
  overview_.waiting_pictures -= removed;
  return removed == 0 ? absl::NotFoundError("it is on its way") : failure_;
}

absl::Status FakeStore::describePicture(const std::string& attachment_id, const std::string& caption) {
  const std::lock_guard lock(mutex_);
  for (store::PictureRow& row : pictures_) {
    if (row.attachment.id() == attachment_id) {
      row.attachment.set_caption(caption);
    }
  }
  return failure_;
}

absl::Status FakeStore::wantPicture(const v1::Attachment& attachment) {
  const std::lock_guard lock(mutex_);
  for (store::PictureRow& row : pictures_) {
    if (row.attachment.id() == attachment.id()) {
      row.state = store::PictureState::kFetching;
    }
  }
  return failure_;
}

}  // namespace doorstep::tests
