#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "doorstep/v1/evening.pb.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// What an export is about, once it is known that the caller may have it.
struct ExportQuestion {
  v1::ExportKind kind = v1::EXPORT_KIND_UNSPECIFIED;
  std::string district_id;
  std::string area_id;  // with all below
  absl::CivilMonth from;
  absl::CivilMonth until;  // inclusive
  absl::Time now;
};

// The rows of an export, step by step in the order of time: a step is a day, or a month of coverage. Only
// one step's rows are in memory. One view of the ledger, which outlives it.
class ExportSource {
 public:
  virtual ~ExportSource() = default;
  // The rows of the next step, perhaps none; false when there is no further step.
  virtual absl::StatusOr<bool> next(v1::ExportReply& rows) = 0;
};

absl::StatusOr<std::unique_ptr<ExportSource>> exportSource(DistrictReader& ledger, const Directory& directory,
                                                           const ExportQuestion& question);

}  // namespace doorstep::service
