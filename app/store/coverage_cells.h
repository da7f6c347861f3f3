#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/sqlite/database.h"

// Coverage rows, as they are compared with the service's (sync.proto, RecordVersion): some thousand at most, so that
// they are counted when asked.
namespace doorstep::store {

// One a month, by month; months as in DigestCell.
absl::StatusOr<std::vector<v1::DigestCell>> coverageCells(sqlite::Database& database);
// The rows of a month by area, each with its content's hash.
absl::StatusOr<std::vector<v1::RecordVersion>> coverageVersions(sqlite::Database& database, std::int64_t month);
// One that is not there is gone already.
absl::Status removeCoverage(sqlite::Database& database, const std::string& area_id, std::int64_t month);

}  // namespace doorstep::store
