#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "app/store/directory.h"
#include "app/store/queries.h"
#include "sync/sqlite/database.h"

// One function a question of Queries; the caller holds the read transaction.
namespace doorstep::store {

absl::StatusOr<std::vector<ElderRow>> todayList(sqlite::Database& database, const Directory& directory,
                                                absl::CivilDay today);
absl::StatusOr<ElderFile> elderFile(sqlite::Database& database, const Directory& directory, const std::string& elder_id,
                                    absl::CivilDay today);
absl::StatusOr<std::vector<CaseloadRow>> caseloadList(sqlite::Database& database, const Directory& directory,
                                                      absl::CivilDay today);
absl::StatusOr<CoverageView> coverageView(sqlite::Database& database, const Directory& directory,
                                          const std::string& area_id, absl::CivilMonth month);
absl::StatusOr<SyncOverview> syncOverviewOf(sqlite::Database& database);

// Flags of one elder, or of all; open ones first by urgency and deadline, then the latest.
absl::StatusOr<std::vector<RiskRow>> risksOf(sqlite::Database& database, const Directory& directory,
                                             const std::string& elder_id);
absl::StatusOr<std::vector<RiskRow>> openRiskList(sqlite::Database& database, const Directory& directory);

// Whether something that names this record is not uploaded yet.
absl::StatusOr<bool> isWaiting(sqlite::Database& database, const std::string& record_id);

}  // namespace doorstep::store
