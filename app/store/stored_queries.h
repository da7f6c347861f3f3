#pragma once

#include <optional>
#include <utility>

#include "app/store/directory.h"
#include "app/store/elder_catalogue.h"
#include "app/store/queries.h"
#include "app/store/reserve.h"
#include "sync/outside/clock.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// Queries on a connection that only reads. Areas, workers and rules are kept between questions and
// read again when another connection has committed.
class StoredQueries final : public Queries {
 public:
  // `clock` outlives it.
  StoredQueries(sqlite::Database database, Reserve reserve, const outside::Clock& clock)
      : database_(std::move(database)), reserve_(std::move(reserve)), clock_(clock) {}

  absl::StatusOr<Session> session() override;
  absl::StatusOr<std::vector<ElderRow>> today(absl::CivilDay today) override;
  absl::StatusOr<std::vector<ElderRow>> search(const std::string& text, absl::CivilDay today) override;
  absl::StatusOr<ElderFile> elder(const std::string& elder_id, absl::CivilDay today) override;
  absl::StatusOr<std::optional<v1::VisitDraft>> draft(const std::string& household_id) override;
  absl::StatusOr<v1::ChecklistTemplate> checklist() override;
  absl::StatusOr<std::vector<CaseloadRow>> caseload(absl::CivilDay today) override;
  absl::StatusOr<std::vector<ElderRow>> eldersOf(const std::string& worker_id, absl::CivilDay today) override;
  absl::StatusOr<std::vector<RiskRow>> openRisks() override;
  absl::StatusOr<CoverageView> coverage(const std::string& area_id, absl::CivilMonth month) override;
  absl::StatusOr<SyncOverview> syncOverview() override;
  absl::StatusOr<OpenWork> openWork(absl::CivilDay today) override;
  absl::StatusOr<MyMonth> myMonth(absl::CivilMonth month, absl::CivilDay today) override;
  absl::StatusOr<std::vector<v1::VisitDraft>> drafts() override;
  absl::StatusOr<std::vector<PaperRow>> paperList(const std::string& worker_id, absl::CivilDay today) override;
  absl::StatusOr<std::vector<v1::Worker>> workers() override;
  absl::StatusOr<std::vector<TargetRow>> targets(absl::CivilDay today) override;
  absl::StatusOr<std::vector<DutyNumber>> dutyNumbers(absl::Time now) override;
  absl::StatusOr<std::vector<v1::Assignment>> assignmentsOf(const std::string& household_id) override;
  absl::StatusOr<std::vector<PictureRow>> pictures(const std::string& household_id) override;
  absl::StatusOr<std::string> picture(const std::string& content_hash) override;

 private:
  // Calls `answer(directory)` in one read transaction.
  template <typename Answer>
  auto ask(Answer&& answer) -> decltype(answer(std::declval<const Directory&>()));
  // Calls `answer(directory, elders)` likewise.
  template <typename Answer>
  auto askAbout(absl::CivilDay today, Answer&& answer)
      -> decltype(answer(std::declval<const Directory&>(), std::declval<const ListedElders&>()));
  absl::Status refreshDirectory();

  sqlite::Database database_;
  Reserve reserve_;
  const outside::Clock& clock_;
  std::optional<Directory> directory_;
  std::int64_t directory_version_ = 0;
  ElderCatalogue catalogue_;
};

}  // namespace doorstep::store
