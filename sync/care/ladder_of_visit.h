#pragma once

#include "absl/time/time.h"
#include "doorstep/v1/directory.pb.h"
#include "doorstep/v1/elder.pb.h"
#include "doorstep/v1/ladder.pb.h"
#include "doorstep/v1/visit.pb.h"

// What a visit means for the search for an elder (domain.md §5, the ladder): a tablet writes it down with the visit,
// the service with what was typed from paper, and both write the same. Records come without ids
// (sync/replication/derived_id.h). Pure.
namespace doorstep::care {

// The search that a visit to which nobody answered begins.
v1::Ladder searchBegunBy(const v1::Visit& visit, const v1::Elder& elder, absl::TimeZone zone);
// One more try that reached nobody; its time is never before the search began.
v1::LadderEvent triedBy(const v1::Visit& visit, const v1::VisitContact& contact, const v1::Ladder& ladder);
// The step by which this contact of the visit accounts for the elder, and who does. `vouched_by`: what the person who
// vouched is to the elder; only looked at where somebody did.
v1::LadderEvent endBroughtBy(const v1::Visit& visit, const v1::VisitContact& contact, const v1::Ladder& ladder,
                             v1::ContactRelation vouched_by);

// Whether it ended after the search had begun. Of a visit whose time of day is not known only the next day is surely
// later.
bool isAfterTheStart(const v1::Visit& visit, const v1::Ladder& ladder, absl::TimeZone zone);

}  // namespace doorstep::care
