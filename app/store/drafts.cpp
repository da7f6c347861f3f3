#include "app/store/drafts.h"

#include <algorithm>
#include <utility>

#include "app/store/rows.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"

namespace doorstep::store {

absl::Status Drafts::keep(const v1::VisitDraft& draft) {
  if (draft.visit().household_id().empty() || draft.visit().id().empty()) {
    return absl::InvalidArgumentError("a draft needs its door and its visit's id");
  }
  return database_.execute(
      "INSERT INTO draft(household, visit, content) VALUES (?1, ?2, ?3)"
      " ON CONFLICT (household) DO UPDATE SET visit = excluded.visit, content = excluded.content",
      blob(draft.visit().household_id()), blob(draft.visit().id()), blob(replication::encode(draft)));
}

absl::Status Drafts::discard(const std::string& household) {
  return database_.execute("DELETE FROM draft WHERE household = ?1", blob(household));
}

absl::StatusOr<std::optional<v1::VisitDraft>> Drafts::of(const std::string& household) {
  std::optional<v1::VisitDraft> draft;
  bool readable = true;
  DOORSTEP_TRY(forEachRow(
      database_, "SELECT content FROM draft WHERE household = ?1",
      [&](const sqlite::Statement& row) {
        draft.emplace();
        readable = draft->ParseFromArray(row.blob(0).data(), static_cast<int>(row.blob(0).size()));
      },
      blob(household)));
  return readable ? absl::StatusOr<std::optional<v1::VisitDraft>>(std::move(draft))
                  : absl::DataLossError("a draft can no longer be read");
}

absl::StatusOr<std::vector<v1::VisitDraft>> Drafts::all() {
  std::vector<v1::VisitDraft> drafts;
  DOORSTEP_TRY(forEachRow(database_, "SELECT content FROM draft", [&](const sqlite::Statement& row) {
    v1::VisitDraft draft;
    if (draft.ParseFromArray(row.blob(0).data(), static_cast<int>(row.blob(0).size()))) {
      drafts.push_back(std::move(draft));
    }
  }));
  std::sort(drafts.begin(), drafts.end(), [](const v1::VisitDraft& left, const v1::VisitDraft& right) {
    return care::toTime(left.changed_at()) > care::toTime(right.changed_at());
  });
  return drafts;
}

}  // namespace doorstep::store
