#include "sync/service/coverage/kept_row.h"

#include "sync/outside/attempt.h"

namespace doorstep::service {

absl::StatusOr<RollupRow> keptRow(DistrictReader& ledger, const std::string& area_id, std::int64_t month) {
  DOORSTEP_ASSIGN(auto kept, ledger.rollup(area_id, month));
  if (kept.has_value()) {
    return *std::move(kept);
  }
  RollupRow row;
  row.area_id = area_id;
  row.month = month;
  DOORSTEP_ASSIGN(const auto freezes, ledger.freezes());
  for (const FreezeRow& freeze : freezes) {
    if (freeze.month == month) {
      row.frozen = FrozenFigures{{}, freeze.frozen_at, freeze.revision.sequence()};
    }
  }
  return row;
}

}  // namespace doorstep::service
