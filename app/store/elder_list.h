#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "app/store/directory.h"
#include "app/store/queries.h"
#include "doorstep/v1/elder.pb.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// One elder as lists need them, with what they sort and count by.
struct ListedElder {
  ElderRow row;
  std::vector<std::string> workers;  // assigned today
  std::string area_code;
  std::string door_key;
  bool in_care = false;
  bool contacted_this_month = false;
};

// Elders at doors that this device holds wholly, without those merged into another. With words, only
// those found by all of them.
absl::StatusOr<std::vector<ListedElder>> listElders(sqlite::Database& database, const Directory& directory,
                                                    absl::CivilDay today, const std::vector<std::string>& words = {});

// Whether the person at this device has the elder on their lists.
bool isInScope(const ListedElder& elder, const Directory& directory);

// By grid, then by door.
bool standsBefore(const ListedElder& left, const ListedElder& right);

std::vector<ElderRow> rowsOf(std::vector<ListedElder> elders);

}  // namespace doorstep::store
