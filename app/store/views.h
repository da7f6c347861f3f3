#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "app/store/directory.h"
#include "app/store/elder_list.h"
#include "app/store/queries.h"
#include "sync/outside/clock.h"
#include "sync/sqlite/database.h"

// One function a question of Queries; the caller holds the read transaction.
namespace doorstep::store {

std::vector<ElderRow> todayList(const ListedElders& elders, const Directory& directory, absl::CivilDay today);
absl::StatusOr<ElderFile> elderFile(sqlite::Database& database, const Directory& directory, const std::string& elder_id,
                                    absl::CivilDay today, absl::Time now);
absl::StatusOr<std::vector<CaseloadRow>> caseloadList(sqlite::Database& database, const Directory& directory,
                                                      const ListedElders& elders);
absl::StatusOr<CoverageView> coverageView(sqlite::Database& database, const Directory& directory,
                                          const std::string& area_id, absl::CivilMonth month);
absl::StatusOr<SyncOverview> syncOverviewOf(sqlite::Database& database);

// Flags of one elder, or of all; open ones first by urgency and deadline, then the latest.
absl::StatusOr<std::vector<RiskRow>> risksOf(sqlite::Database& database, const Directory& directory,
                                             const std::string& elder_id);
absl::StatusOr<std::vector<RiskRow>> openRiskList(sqlite::Database& database, const Directory& directory);

// Searches of one elder, or all that run; running ones first, by deadline, then the latest.
absl::StatusOr<std::vector<LadderRow>> laddersOf(sqlite::Database& database, const Directory& directory,
                                                 const std::string& elder_id);
absl::StatusOr<std::vector<LadderRow>> runningLadders(sqlite::Database& database, const Directory& directory);

absl::StatusOr<OpenWork> openWorkOf(sqlite::Database& database, const Directory& directory, const ListedElders& elders,
                                    absl::CivilDay today);
// That nobody has settled, the latest first.
absl::StatusOr<std::vector<ConflictRow>> openConflicts(sqlite::Database& database, const Directory& directory);
absl::StatusOr<std::vector<DuplicateRow>> duplicateList(sqlite::Database& database, const Directory& directory,
                                                        absl::CivilDay today);
// Service entries that are submitted, disputed or corrected, the oldest first, at most 500.
absl::StatusOr<std::vector<HoursRow>> hoursToConfirm(sqlite::Database& database, const Directory& directory);
absl::StatusOr<MyMonth> myMonthOf(sqlite::Database& database, const Directory& directory, const ListedElders& elders,
                                  absl::CivilMonth month, absl::CivilDay today);
absl::StatusOr<std::vector<PaperRow>> paperListOf(sqlite::Database& database, const Directory& directory,
                                                  const ListedElders& elders, const std::string& worker_id);
absl::StatusOr<std::vector<TargetRow>> targetList(sqlite::Database& database, const Directory& directory,
                                                  absl::CivilDay today);

// Who can be rung now for these areas and all above them, the nearest area first, then by kind and name.
absl::StatusOr<std::vector<DutyNumber>> dutyNumbersFor(sqlite::Database& database, const Directory& directory,
                                                       const std::vector<std::string>& area_ids, absl::Time now);
// Of the areas that the person at this device works in: own ones, those of assigned doors, the district.
absl::StatusOr<std::vector<DutyNumber>> ownDutyNumbers(sqlite::Database& database, const Directory& directory,
                                                       absl::Time now);

// Of one door, those not yet records among them; the latest first.
absl::StatusOr<std::vector<PictureRow>> picturesOf(sqlite::Database& database, const Directory& directory,
                                                   const std::string& household_id, const outside::Clock& clock);

// Whether something that names this record is not uploaded yet.
absl::StatusOr<bool> isWaiting(sqlite::Database& database, const std::string& record_id);

}  // namespace doorstep::store
