#include "sync/service/evening/target_desk.h"

#include <algorithm>
#include <tuple>
#include <vector>

#include "sync/care/area_tree.h"
#include "sync/care/calendar.h"
#include "sync/care/target_progress.h"
#include "sync/outside/attempt.h"
#include "sync/service/district_work.h"
#include "sync/service/evening/target_sums.h"

namespace doorstep::service {
namespace {

class TargetDesk {
 public:
  TargetDesk(DistrictReader& ledger, const Directory& directory, const std::string& district_id, const TargetDay& day)
      : ledger_(ledger), directory_(directory), district_id_(district_id), day_(day) {}

  absl::StatusOr<std::vector<v1::TargetProgress>> all() {
    DOORSTEP_ASSIGN(const auto stored, ledger_.find({Index::kTarget, ""}));
    std::vector<v1::TargetProgress> targets;
    for (const StoredRecord& row : stored) {
      DOORSTEP_ASSIGN(const v1::Record record, decoded(row));
      DOORSTEP_ASSIGN(targets.emplace_back(), one(record.target()));
    }
    std::stable_sort(targets.begin(), targets.end(), [this](const auto& left, const auto& right) {
      return orderOf(left.target()) < orderOf(right.target());
    });
    return targets;
  }

 private:
  std::tuple<absl::CivilDay, std::string, int> orderOf(const v1::Target& target) const {
    const Directory::Place* place = directory_.place(target.area_id());
    return {care::civilDay(target.from_on()), place == nullptr ? std::string() : place->area.code(),
            static_cast<int>(target.indicator())};
  }

  absl::StatusOr<v1::TargetProgress> one(const v1::Target& target) {
    v1::TargetProgress progress;
    *progress.mutable_target() = target;
    if (const Directory::Place* place = directory_.place(target.area_id())) {
      progress.set_area_name(place->area.name());
    }
    progress.set_elapsed_per_mille(care::elapsedPerMille(target, day_.on));
    if (target.indicator() == v1::INDICATOR_MEAL_POINTS) {
      DOORSTEP_ASSIGN(const std::int64_t verified, facilities(target));
      progress.set_verified(verified);
    } else {
      DOORSTEP_ASSIGN(const v1::Figures sums, sumsOfTarget(ledger_, directory_, district_id_, target, day_));
      progress.set_verified(care::reachedIn(sums, target.indicator()));
    }
    return progress;
  }

  absl::StatusOr<std::int64_t> facilities(const v1::Target& target) {
    std::vector<v1::Record> held;
    DOORSTEP_ASSIGN(const auto stored, ledger_.find({Index::kFacility, ""}));
    for (const StoredRecord& row : stored) {
      DOORSTEP_ASSIGN(held.emplace_back(), decoded(row));
    }
    std::vector<const v1::Facility*> facilities;
    for (const v1::Record& record : held) {
      facilities.push_back(&record.facility());
    }
    std::vector<const v1::Area*> areas;
    for (const std::string& id : directory_.downwards(district_id_)) {
      if (const Directory::Place* place = directory_.place(id)) {
        areas.push_back(&place->area);
      }
    }
    return care::verifiedFacilities(target, facilities, care::AreaTree(areas), day_.on);
  }

  DistrictReader& ledger_;
  const Directory& directory_;
  const std::string& district_id_;
  TargetDay day_;
};

}  // namespace

absl::Status addTargets(DistrictReader& ledger, const Directory& directory, const std::string& district_id,
                        const TargetDay& day, v1::EndOfDay& into) {
  DOORSTEP_ASSIGN(auto targets, TargetDesk(ledger, directory, district_id, day).all());
  for (v1::TargetProgress& target : targets) {
    *into.add_targets() = std::move(target);
  }
  return absl::OkStatus();
}

}  // namespace doorstep::service
