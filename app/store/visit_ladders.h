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
// since; who was met or spoken to, or vouched for as the figures count it, is accounted for in every
// search that began before. A sign of life from a device ends none: nobody stands behind it.
//
// A correction means what the visit would have meant had it been saved so at first. Whoever a visit
// accounted for and its correction or withdrawal does not is searched for again, by a new search that
// began when the old one did; a search that a visit began ends when its correction met the elder.
// Where the correction neither met the elder nor says that nobody answered, or takes the visit back,
// the search runs on until a person ends it: no source accounts for the elder.
//
// The ids follow from the visit's, so that the same visit never begins two. The visit itself is not
// in the store yet, or is already.
absl::StatusOr<std::vector<v1::Record>> ladderRecordsOf(sqlite::Database& database, const v1::VisitDraft& draft,
                                                        const LocalRules& rules);

}  // namespace doorstep::store
