#pragma once

#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/admin.pb.h"
#include "sync/service/caller.h"
#include "sync/service/commit_work.h"

namespace doorstep::service {

// A whole file of areas, in any order of lines. Refused are codes that stand twice, areas whose parent
// is neither in the file nor known (or is itself refused), and those whose chain of parents comes back
// to itself; all others are taken, parents first. Results in the order of the rows.
// A row that says what already stands is unchanged whoever brings it; a district's staff may change only what is
// below their district.
absl::StatusOr<std::vector<v1::ImportRowResult>> importAreas(CommitWork& commit, const Caller& caller,
                                                             const std::vector<v1::ImportRow>& rows);

}  // namespace doorstep::service
