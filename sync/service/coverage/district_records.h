#pragma once

#include <deque>

#include "absl/status/statusor.h"
#include "doorstep/v1/record.pb.h"
#include "sync/care/district_month.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// Every record of a district in memory, in service order, as sync/care recomputes from it.
class DistrictRecordSet {
 public:
  static absl::StatusOr<DistrictRecordSet> load(DistrictReader& ledger);

  const care::DistrictRecords& records() const { return records_; }
  std::uint64_t count() const { return held_.size(); }

 private:
  void add(const v1::Record& record);

  std::deque<v1::Record> held_;  // stays in place: records_ points into it
  care::DistrictRecords records_;
};

}  // namespace doorstep::service
