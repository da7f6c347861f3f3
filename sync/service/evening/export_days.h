#pragma once

#include "sync/service/evening/export_lookups.h"
#include "sync/service/evening/export_source.h"

namespace doorstep::service {

// Day after day of the question's months, in the district's zone.
class ExportDays : public ExportSource {
 public:
  ExportDays(DistrictReader& ledger, const Directory& directory, const ExportQuestion& question);
  absl::StatusOr<bool> next(v1::ExportReply& rows) final;

 protected:
  virtual absl::Status addDay(absl::CivilDay day, v1::ExportReply& rows) = 0;

  DistrictReader& ledger_;
  ExportQuestion question_;
  v1::DistrictRules rules_;
  absl::TimeZone zone_;
  ExportLookups lookups_;

 private:
  absl::CivilDay day_;
};

// A row for each contact of the visits that stand; corrected and voided ones do not. By start.
class ExportVisits final : public ExportDays {
 public:
  using ExportDays::ExportDays;

 private:
  absl::Status addDay(absl::CivilDay day, v1::ExportReply& rows) override;
  absl::Status addVisit(const v1::Visit& visit, absl::CivilDay day, v1::ExportReply& rows);
};

// The kept lines of each worker's day. By staff number.
class ExportHours final : public ExportDays {
 public:
  using ExportDays::ExportDays;

 private:
  absl::Status addDay(absl::CivilDay day, v1::ExportReply& rows) override;
  absl::StatusOr<std::string> programmeOf(const std::string& subject_id);
};

// Flags by the time they were opened, restricted ones as kind and level only: no row says more.
class ExportRisks final : public ExportDays {
 public:
  using ExportDays::ExportDays;

 private:
  absl::Status addDay(absl::CivilDay day, v1::ExportReply& rows) override;
  absl::Status sortByDay();

  bool sorted_ = false;
  std::map<absl::CivilDay, std::vector<std::pair<absl::Time, std::string>>> by_day_;
};

}  // namespace doorstep::service
