#pragma once

#include <vector>

#include "absl/status/statusor.h"
#include "app/store/local_rules.h"
#include "doorstep/v1/draft.pb.h"
#include "doorstep/v1/record.pb.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// What a visit means for the searches of its elders, as records to be made behind it: who did not
// answer is searched for from now on, or once more on a search that runs, unless the elder was met
// since; who was met or spoken to, or vouched for, is accounted for. Corrections change no search:
// what was done about it stands. The ids follow from the visit's, so that the same visit never begins
// two. The visit itself is not in the store yet, or is already.
absl::StatusOr<std::vector<v1::Record>> ladderRecordsOf(sqlite::Database& database, const v1::VisitDraft& draft,
                                                        const LocalRules& rules);

}  // namespace doorstep::store
