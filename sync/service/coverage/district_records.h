#pragma once

#include <deque>
#include <functional>

#include "absl/status/statusor.h"
#include "doorstep/v1/record.pb.h"
#include "sync/care/district_month.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// Every record of a district that figures are made of in memory, in service order, as sync/care recomputes from it.
// Visits' notes and answers, which take most of the room, are left out.
class DistrictRecordSet {
 public:
  static absl::StatusOr<DistrictRecordSet> load(DistrictReader& ledger);
  // Only those that belong.
  using Belongs = std::function<absl::StatusOr<bool>(const v1::Record&)>;
  static absl::StatusOr<DistrictRecordSet> load(DistrictReader& ledger, const Belongs& belongs);

  const care::DistrictRecords& records() const { return records_; }
  // For months that are counted by other rules than those of the record.
  void setRules(const v1::DistrictRules& rules) { records_.rules = rules; }
  // How many belong, whatever kind they are of.
  std::uint64_t count() const { return count_; }

 private:
  void add(v1::Record record);

  std::uint64_t count_ = 0;
  std::deque<v1::Record> held_;  // stays in place: records_ points into it
  care::DistrictRecords records_;
};

}  // namespace doorstep::service
