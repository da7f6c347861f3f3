#pragma once

#include <deque>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "app/store/record_table.h"
#include "doorstep/v1/record.pb.h"
#include "sync/care/district_month.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// Records of some households as the rules of sync/care take them: everything at these doors, whole,
// so that no correction is missed. Keeps what the pointers in `district` point to.
class MonthRecords {
 public:
  explicit MonthRecords(sqlite::Database& database) : records_(database) {}
  MonthRecords(const MonthRecords&) = delete;
  MonthRecords& operator=(const MonthRecords&) = delete;

  absl::Status addHousehold(const std::string& household);
  // A service for an organisation, with its events.
  absl::Status addEntry(const std::string& entry_id);

  // A record from elsewhere, as it is.
  void keep(v1::Record record);

  care::DistrictRecords district;

 private:
  RecordTable records_;
  std::deque<v1::Record> kept_;  // addresses stay
  std::set<std::string> households_;
  std::set<std::string> entries_;
};

}  // namespace doorstep::store
