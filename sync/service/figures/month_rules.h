#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "absl/status/statusor.h"
#include "doorstep/v1/rules.pb.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// By which rules each month is counted: a frozen one for ever by those with which it was frozen
// (domain.md §6: restatements by that month's rules), any other by those that hold now.
class MonthRules {
 public:
  static absl::StatusOr<MonthRules> load(DistrictReader& ledger, const v1::DistrictRules& current);

  const v1::DistrictRules& current() const { return current_; }
  const v1::DistrictRules& at(std::int64_t month) const;
  // The earliest month in which any of them has the district live; nothing when one names no day.
  std::optional<std::int64_t> firstLive() const;

 private:
  explicit MonthRules(const v1::DistrictRules& current) : current_(current) {}

  v1::DistrictRules current_;
  std::map<std::int64_t, v1::DistrictRules> frozen_;
};

}  // namespace doorstep::service
