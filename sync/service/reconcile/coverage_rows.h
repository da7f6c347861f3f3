#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/service/caller.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// A coverage row that a caller is sent, as it is counted and as it is sent.
struct SeenRow {
  std::int64_t month = 0;  // as in DigestCell
  std::string content_hash;
  v1::FeedEntry entry;
};

// All of them; none for somebody without a right to figures. One view of one district.
absl::StatusOr<std::vector<SeenRow>> coverageRowsSeen(DistrictReader& ledger, const Directory& directory,
                                                      const Caller& caller);

}  // namespace doorstep::service
