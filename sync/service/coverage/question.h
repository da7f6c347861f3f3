#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "doorstep/v1/time.pb.h"
#include "sync/service/caller.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// What a call about figures asks for, once it is known that the caller may.
struct Question {
  const Directory::Place* place = nullptr;
  std::string district_id;
  std::int64_t month = 0;
  absl::CivilDay evaluated_on;
};

absl::StatusOr<Question> understand(Snapshot& snapshot, const Directory& directory, const Caller& caller,
                                    const std::string& area_code, const v1::Month* month);

}  // namespace doorstep::service
