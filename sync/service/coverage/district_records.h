#pragma once

#include <deque>
#include <functional>

#include "absl/status/statusor.h"
#include "doorstep/v1/record.pb.h"
#include "sync/care/district_month.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// Every record of a district in memory, in service order, as sync/care recomputes from it.
class DistrictRecordSet {
 public:
  static absl::StatusOr<DistrictRecordSet> load(DistrictReader& ledger);
  // Only those that belong.
  using Belongs = std::function<absl::StatusOr<bool>(const v1::Record&)>;
  static absl::StatusOr<DistrictRecordSet> load(DistrictReader& ledger, const Belongs& belongs);

  const care::DistrictRecords& records() const { return records_; }
  // For months that are counted by other rules than those of the record.
  void setRules(const v1::DistrictRules& rules) { records_.rules = rules; }
  std::uint64_t count() const { return held_.size(); }

 private:
  void add(const v1::Record& record);

  std::deque<v1::Record> held_;  // stays in place: records_ points into it
  care::DistrictRecords records_;
};

}  // namespace doorstep::service
