#include "sync/service/evening/export_source.h"

#include <algorithm>

#include "sync/outside/attempt.h"
#include "sync/service/coverage/kept_row.h"
#include "sync/service/evening/export_days.h"
#include "sync/service/exchange/coverage_entry.h"
#include "sync/service/keys.h"

namespace doorstep::service {
namespace {

// A month is a step: every area of the question, by code.
class ExportCoverage final : public ExportSource {
 public:
  ExportCoverage(DistrictReader& ledger, const Directory& directory, const ExportQuestion& question)
      : ledger_(ledger), directory_(directory), question_(question), month_(question.from) {}

  absl::StatusOr<bool> next(v1::ExportReply& rows) override {
    if (month_ > question_.until) {
      return false;
    }
    for (const std::string& area : areasByCode()) {
      const v1::Area& named = directory_.place(area)->area;
      DOORSTEP_ASSIGN(const RollupRow row, keptRow(ledger_, area, monthNumber(month_)));
      v1::CoverageExportRow& shown = *rows.add_coverage();
      shown.set_area_code(named.code());
      shown.set_area_name(named.name());
      shown.set_area_kind(shortName(v1::AreaKind_Name(named.kind()), "AREA_KIND_"));
      *shown.mutable_row() = coverageRow(row, directory_.rules(question_.district_id));
    }
    ++month_;
    return true;
  }

 private:
  std::vector<std::string> areasByCode() const {
    std::vector<std::string> areas = directory_.downwards(question_.area_id);
    std::sort(areas.begin(), areas.end(), [this](const std::string& left, const std::string& right) {
      return directory_.place(left)->area.code() < directory_.place(right)->area.code();
    });
    return areas;
  }

  DistrictReader& ledger_;
  const Directory& directory_;
  ExportQuestion question_;
  absl::CivilMonth month_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<ExportSource>> exportSource(DistrictReader& ledger, const Directory& directory,
                                                           const ExportQuestion& question) {
  switch (question.kind) {
    case v1::EXPORT_KIND_VISITS:
      return std::make_unique<ExportVisits>(ledger, directory, question);
    case v1::EXPORT_KIND_HOURS:
      return std::make_unique<ExportHours>(ledger, directory, question);
    case v1::EXPORT_KIND_RISKS:
      return std::make_unique<ExportRisks>(ledger, directory, question);
    case v1::EXPORT_KIND_COVERAGE:
      return std::make_unique<ExportCoverage>(ledger, directory, question);
    default:
      return absl::InvalidArgumentError("there is no such export");
  }
}

}  // namespace doorstep::service
