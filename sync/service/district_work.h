#pragma once

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "sync/outside/identifier.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"
#include "sync/service/record_cache.h"
#include "sync/service/touched.h"

namespace doorstep::service {

// What is needed to change one district within one commit. The writer's thread.
struct DistrictWork {
  std::string district_id;
  DistrictWriter& ledger;
  Directory& directory;  // the writer's copy: changes are seen at once, published with the commit
  Touched& touched;
  outside::IdentifierSource& identifiers;
  absl::Time now;
  RecordCache& cache;

  absl::TimeZone zone() const { return directory.zone(district_id); }
  absl::CivilDay today() const { return absl::CivilDay(absl::ToCivilSecond(now, zone())); }

  // The record of this id and kind, decoded; nothing when there is none. DATA_LOSS when unreadable.
  absl::StatusOr<std::optional<v1::Record>> find(const std::string& id, v1::RecordKind kind) const;
};

absl::StatusOr<v1::Record> decoded(const StoredRecord& stored);  // DATA_LOSS when it cannot be read

}  // namespace doorstep::service
