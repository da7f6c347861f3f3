#include <optional>
#include <utility>

#include "app/store/day.h"
#include "app/store/rows.h"
#include "app/store/views.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

class FiguresReader {
 public:
  FiguresReader(sqlite::Database& database, const Directory& directory, absl::CivilMonth month)
      : database_(database), directory_(directory), month_(monthNumber(month)) {}

  // Nothing when the store holds no figures for the area.
  absl::StatusOr<std::optional<CoverageArea>> read(const std::string& area_id) {
    std::optional<CoverageArea> found;
    DOORSTEP_TRY(forEachRow(
        database_, "SELECT content FROM coverage WHERE area = ?1 AND month = ?2",
        [&](const sqlite::Statement& row) {
          found.emplace();
          found->row.ParseFromArray(row.blob(0).data(), static_cast<int>(row.blob(0).size()));
        },
        blob(area_id), month_));
    if (found) {
      if (const v1::Area* area = directory_.area(area_id)) {
        found->area = *area;
      }
      DOORSTEP_ASSIGN(found->has_children, hasChildWithFigures(area_id));
    }
    return found;
  }

 private:
  absl::StatusOr<bool> hasChildWithFigures(const std::string& area_id) {
    for (const v1::Area* child : directory_.childrenOf(area_id)) {
      DOORSTEP_ASSIGN(const bool has, hasRow(database_, "SELECT 1 FROM coverage WHERE area = ?1 AND month = ?2",
                                             blob(child->id()), month_));
      if (has) {
        return true;
      }
    }
    return false;
  }

  sqlite::Database& database_;
  const Directory& directory_;
  const std::int64_t month_;
};

}  // namespace

absl::StatusOr<CoverageView> coverageView(sqlite::Database& database, const Directory& directory,
                                          const std::string& area_id, absl::CivilMonth month) {
  const std::string& id = area_id.empty() ? directory.districtId() : area_id;
  FiguresReader reader(database, directory, month);
  DOORSTEP_ASSIGN(std::optional<CoverageArea> area, reader.read(id));
  if (!area) {
    return absl::NotFoundError("no figures for this area and month on this device");
  }
  CoverageView view;
  view.area = *std::move(area);
  view.path = directory.fromDistrictDownTo(id);
  for (const v1::Area* child : directory.childrenOf(id)) {
    DOORSTEP_ASSIGN(std::optional<CoverageArea> part, reader.read(child->id()));
    if (part) {
      view.children.push_back(*std::move(part));
    }
  }
  return view;
}

}  // namespace doorstep::store
