#include <algorithm>
#include <utility>

#include "app/store/day.h"
#include "app/store/record_table.h"
#include "app/store/rows.h"
#include "app/store/views.h"
#include "sync/care/area_tree.h"
#include "sync/care/calendar.h"
#include "sync/care/figures.h"
#include "sync/care/target_progress.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

// Sums of the area's figures over the target's months up to the running one.
absl::StatusOr<v1::Figures> figuresOf(sqlite::Database& database, const v1::Target& target, absl::CivilDay today) {
  v1::Figures sum;
  const absl::CivilDay until = std::min(today, care::civilDay(target.until_on()));
  DOORSTEP_TRY(forEachRow(
      database, "SELECT content FROM coverage WHERE area = ?1 AND month BETWEEN ?2 AND ?3",
      [&](const sqlite::Statement& row) {
        v1::CoverageRow figures;
        figures.ParseFromArray(row.blob(0).data(), static_cast<int>(row.blob(0).size()));
        care::add(sum, figures.figures());
      },
      blob(target.area_id()), monthNumber(absl::CivilMonth(care::civilDay(target.from_on()))),
      monthNumber(absl::CivilMonth(until))));
  return sum;
}

std::vector<const v1::Facility*> facilitiesIn(const std::vector<v1::Record>& records) {
  std::vector<const v1::Facility*> facilities;
  facilities.reserve(records.size());
  for (const v1::Record& record : records) {
    facilities.push_back(&record.facility());
  }
  return facilities;
}

}  // namespace

absl::StatusOr<std::vector<TargetRow>> targetList(sqlite::Database& database, const Directory& directory,
                                                  absl::CivilDay today) {
  RecordTable records(database);
  DOORSTEP_ASSIGN(std::vector<v1::Record> targets, records.ofKind(v1::RECORD_KIND_TARGET));
  DOORSTEP_ASSIGN(const std::vector<v1::Record> kept, records.ofKind(v1::RECORD_KIND_FACILITY));
  const std::vector<const v1::Facility*> facilities = facilitiesIn(kept);
  const care::AreaTree tree(directory.areas());
  std::vector<TargetRow> rows;
  for (v1::Record& record : targets) {
    TargetRow row;
    row.target = std::move(*record.mutable_target());
    const bool of_facilities = row.target.indicator() == v1::INDICATOR_MEAL_POINTS;
    if (!of_facilities && !row.target.programme_id().empty()) {
      continue;  // figures of one programme are the service's
    }
    if (const v1::Area* area = directory.area(row.target.area_id())) {
      row.area_name = area->name();
    }
    DOORSTEP_ASSIGN(const std::optional<v1::Record> programme,
                    records.get(v1::RECORD_KIND_PROGRAMME, row.target.programme_id()));
    row.programme_name = programme ? programme->programme().name() : std::string();
    if (of_facilities) {
      row.verified = care::verifiedFacilities(row.target, facilities, tree, today);
    } else {
      DOORSTEP_ASSIGN(const v1::Figures figures, figuresOf(database, row.target, today));
      row.verified = care::reachedIn(figures, row.target.indicator());
    }
    row.elapsed_per_mille = care::elapsedPerMille(row.target, today);
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const TargetRow& left, const TargetRow& right) {
    return care::civilDay(left.target.until_on()) > care::civilDay(right.target.until_on());
  });
  return rows;
}

}  // namespace doorstep::store
