#include <algorithm>
#include <utility>

#include "app/store/attachments/content_table.h"
#include "app/store/attachments/staged_pictures.h"
#include "app/store/outgoing_queue.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "app/store/views.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

PictureState stateOf(const std::optional<ContentRow>& content) {
  if (!content) {
    return PictureState::kElsewhere;
  }
  switch (content->state) {
    case ContentState::kFetching:
      return PictureState::kFetching;
    case ContentState::kToSend:
      return PictureState::kWaiting;
    case ContentState::kAtService:
      break;
  }
  return PictureState::kHere;
}

}  // namespace

absl::StatusOr<std::vector<PictureRow>> picturesOf(sqlite::Database& database, const Directory& directory,
                                                   const std::string& household_id, const outside::Clock& clock) {
  std::vector<PictureRow> rows;
  ContentTable contents(database);
  DOORSTEP_ASSIGN(std::vector<v1::Attachment> staged, StagedPictures(database, clock).ofHousehold(household_id));
  for (v1::Attachment& attachment : staged) {
    rows.push_back({std::move(attachment), PictureState::kStaged, {}, false});
  }
  DOORSTEP_ASSIGN(std::vector<v1::Record> records,
                  RecordTable(database).ofHousehold(household_id, v1::RECORD_KIND_ATTACHMENT));
  for (v1::Record& record : records) {
    DOORSTEP_ASSIGN(const std::optional<ContentRow> content, contents.find(record.attachment().content_hash()));
    DOORSTEP_ASSIGN(const bool aside,
                    hasRow(database, "SELECT 1 FROM outgoing WHERE record = ?1 AND state = ?2",
                           blob(record.attachment().id()), static_cast<int>(OutgoingState::kQuarantined)));
    PictureRow& row = rows.emplace_back();
    row.attachment = std::move(*record.mutable_attachment());
    row.state = stateOf(content);
    row.refused = aside || (content && content->refused);
  }
  for (PictureRow& row : rows) {
    row.added_by_name = directory.workerName(row.attachment.added_by());
  }
  std::stable_sort(rows.begin(), rows.end(), [](const PictureRow& left, const PictureRow& right) {
    return care::toTime(left.attachment.added_at()) > care::toTime(right.attachment.added_at());
  });
  return rows;
}

}  // namespace doorstep::store
