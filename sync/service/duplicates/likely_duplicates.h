#pragma once

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "doorstep/v1/duplicate.pb.h"
#include "sync/replication/merge.h"
#include "sync/service/district_work.h"

// Two files of one person: found by the service, which alone sees all of them (duplicate.proto). The same ID number
// anywhere in the district; the same name and birth year in one community. A pair is asked about once: one that
// somebody found to be two persons never comes again.
namespace doorstep::service {

// After an Elder or ElderIdentity was made or edited: new pairs become LikelyDuplicates in the name of `author`. That
// an elder was merged settles the pairs which are one person now; taken apart again, they are open again.
// `before` is null for a new record.
absl::Status followDuplicates(DistrictWork& work, const v1::Record* before, const v1::Record& record,
                              const replication::FieldRevision& author);

// Whether both elders of the pair stand for one person now.
absl::StatusOr<bool> areMerged(DistrictReader& ledger, const v1::LikelyDuplicate& pair);

}  // namespace doorstep::service
