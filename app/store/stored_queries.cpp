#include "app/store/stored_queries.h"

#include <algorithm>
#include <memory>
#include <tuple>

#include "app/store/attachments/content_table.h"
#include "app/store/default_checklist.h"
#include "app/store/drafts.h"
#include "app/store/elder_list.h"
#include "app/store/opening.h"
#include "app/store/record_table.h"
#include "app/store/spelling.h"
#include "app/store/views.h"
#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/sqlite/transaction.h"

namespace doorstep::store {
namespace {

constexpr std::size_t kMostWords = 8;

absl::StatusOr<v1::ChecklistTemplate> districtChecklist(sqlite::Database& database) {
  DOORSTEP_ASSIGN(const std::vector<v1::Record> templates,
                  RecordTable(database).ofKind(v1::RECORD_KIND_CHECKLIST_TEMPLATE));
  const v1::ChecklistTemplate* latest = nullptr;
  for (const v1::Record& record : templates) {
    const v1::ChecklistTemplate& found = record.checklist_template();
    if (found.code() == kObservationChecklist && (latest == nullptr || found.version() >= latest->version())) {
      latest = &found;
    }
  }
  return latest == nullptr ? defaultChecklist() : *latest;
}

template <typename Condition>
absl::StatusOr<std::vector<ElderRow>> rowsWhere(const ListedElders& elders, Condition&& holds) {
  std::vector<ElderRow> rows;
  for (const ListedElder& elder : elders) {
    if (holds(elder)) {
      rows.push_back(elder.row);
    }
  }
  return rows;
}

}  // namespace

absl::Status StoredQueries::refreshDirectory() {
  DOORSTEP_ASSIGN(const std::int64_t version, database_.integer("PRAGMA data_version"));
  if (!directory_ || version != directory_version_) {
    DOORSTEP_ASSIGN(directory_, Directory::load(database_));
    directory_version_ = version;
  }
  return absl::OkStatus();
}

template <typename Answer>
auto StoredQueries::ask(Answer&& answer) -> decltype(answer(std::declval<const Directory&>())) {
  DOORSTEP_ASSIGN(const sqlite::ReadTransaction view, sqlite::ReadTransaction::begin(database_));
  DOORSTEP_TRY(refreshDirectory());
  return answer(*directory_);
}

template <typename Answer>
auto StoredQueries::askAbout(absl::CivilDay today, Answer&& answer)
    -> decltype(answer(std::declval<const Directory&>(), std::declval<const ListedElders&>())) {
  return ask([&](const Directory& directory) -> decltype(answer(std::declval<const Directory&>(),
                                                                std::declval<const ListedElders&>())) {
    const auto elders = catalogue_.read(database_, directory, today, directory_version_);
    if (!elders.ok()) {
      return elders.status();
    }
    return answer(directory, elders->get());
  });
}

absl::StatusOr<Session> StoredQueries::session() {
  return ask([](const Directory& directory) { return directory.session(); });
}

absl::StatusOr<std::vector<ElderRow>> StoredQueries::today(absl::CivilDay today) {
  return askAbout(today, [&](const Directory& directory, const ListedElders& elders) {
    return absl::StatusOr<std::vector<ElderRow>>(todayList(elders, directory, today));
  });
}

absl::StatusOr<std::vector<ElderRow>> StoredQueries::search(const std::string& text, absl::CivilDay today) {
  std::vector<std::string> words = searchWords(text);
  words.resize(std::min(words.size(), kMostWords));
  return askAbout(today, [&](const Directory& directory, const ListedElders& elders) {
    return rowsWhere(elders,
                     [&](const ListedElder& elder) { return isInScope(elder, directory) && isFoundBy(elder, words); });
  });
}

absl::StatusOr<ElderFile> StoredQueries::elder(const std::string& elder_id, absl::CivilDay today) {
  return ask(
      [&](const Directory& directory) { return elderFile(database_, directory, elder_id, today, clock_.now()); });
}

absl::StatusOr<std::optional<v1::VisitDraft>> StoredQueries::draft(const std::string& household_id) {
  return ask([&](const Directory&) { return Drafts(database_).of(household_id); });
}

absl::StatusOr<v1::ChecklistTemplate> StoredQueries::checklist() {
  return ask([&](const Directory&) { return districtChecklist(database_); });
}

absl::StatusOr<std::vector<CaseloadRow>> StoredQueries::caseload(absl::CivilDay today) {
  return askAbout(today, [&](const Directory& directory, const ListedElders& elders) {
    return caseloadList(database_, directory, elders);
  });
}

absl::StatusOr<std::vector<ElderRow>> StoredQueries::eldersOf(const std::string& worker_id, absl::CivilDay today) {
  return askAbout(today, [&](const Directory&, const ListedElders& elders) {
    return rowsWhere(elders, [&](const ListedElder& elder) {
      return worker_id.empty()
                 ? elder.workers.empty()
                 : std::find(elder.workers.begin(), elder.workers.end(), worker_id) != elder.workers.end();
    });
  });
}

absl::StatusOr<std::vector<RiskRow>> StoredQueries::openRisks() {
  return ask([&](const Directory& directory) { return openRiskList(database_, directory); });
}

absl::StatusOr<CoverageView> StoredQueries::coverage(const std::string& area_id, absl::CivilMonth month) {
  return ask([&](const Directory& directory) { return coverageView(database_, directory, area_id, month); });
}

absl::StatusOr<SyncOverview> StoredQueries::syncOverview() {
  return ask([&](const Directory&) -> absl::StatusOr<SyncOverview> {
    DOORSTEP_ASSIGN(SyncOverview overview, syncOverviewOf(database_));
    overview.space_low = reserve_.isSpaceLow();
    return overview;
  });
}

absl::StatusOr<OpenWork> StoredQueries::openWork(absl::CivilDay today) {
  return askAbout(today, [&](const Directory& directory, const ListedElders& elders) {
    return openWorkOf(database_, directory, elders, today);
  });
}

absl::StatusOr<MyMonth> StoredQueries::myMonth(absl::CivilMonth month, absl::CivilDay today) {
  return askAbout(today, [&](const Directory& directory, const ListedElders& elders) {
    return myMonthOf(database_, directory, elders, month, today);
  });
}

absl::StatusOr<std::vector<v1::VisitDraft>> StoredQueries::drafts() {
  return ask([&](const Directory&) { return Drafts(database_).all(); });
}

absl::StatusOr<std::vector<PaperRow>> StoredQueries::paperList(const std::string& worker_id, absl::CivilDay today) {
  return askAbout(today, [&](const Directory& directory, const ListedElders& elders) {
    return paperListOf(database_, directory, elders, worker_id);
  });
}

absl::StatusOr<std::vector<v1::Worker>> StoredQueries::workers() {
  return ask([&](const Directory& directory) -> absl::StatusOr<std::vector<v1::Worker>> {
    std::vector<v1::Worker> workers;
    for (const auto& [id, worker] : directory.workers()) {
      if (!care::isSet(worker.left_on())) {
        workers.push_back(worker);
      }
    }
    std::sort(workers.begin(), workers.end(), [](const v1::Worker& left, const v1::Worker& right) {
      return std::tie(left.name(), left.id()) < std::tie(right.name(), right.id());
    });
    return workers;
  });
}

absl::StatusOr<std::vector<TargetRow>> StoredQueries::targets(absl::CivilDay today) {
  return ask([&](const Directory& directory) { return targetList(database_, directory, today); });
}

absl::StatusOr<std::vector<DutyNumber>> StoredQueries::dutyNumbers(absl::Time now) {
  return ask([&](const Directory& directory) { return ownDutyNumbers(database_, directory, now); });
}

absl::StatusOr<std::vector<v1::Assignment>> StoredQueries::assignmentsOf(const std::string& household_id) {
  return ask([&](const Directory&) -> absl::StatusOr<std::vector<v1::Assignment>> {
    DOORSTEP_ASSIGN(const std::vector<v1::Record> records,
                    RecordTable(database_).ofHousehold(household_id, v1::RECORD_KIND_ASSIGNMENT));
    std::vector<v1::Assignment> assignments;
    for (const v1::Record& record : records) {
      assignments.push_back(record.assignment());
    }
    return assignments;
  });
}

absl::StatusOr<std::unique_ptr<Queries>> openQueries(const StoreFile& file, const outside::Clock* clock) {
  static const outside::SystemClock system_clock;
  DOORSTEP_ASSIGN(sqlite::Database database, openForReading(file));
  return std::unique_ptr<Queries>(
      new StoredQueries(std::move(database), Reserve(file), clock == nullptr ? system_clock : *clock));
}

absl::StatusOr<std::vector<PictureRow>> StoredQueries::pictures(const std::string& household_id) {
  return ask([&](const Directory& directory) { return picturesOf(database_, directory, household_id, clock_); });
}

absl::StatusOr<std::string> StoredQueries::picture(const std::string& content_hash) {
  return ask([&](const Directory&) { return ContentTable(database_).whole(content_hash); });
}

}  // namespace doorstep::store
