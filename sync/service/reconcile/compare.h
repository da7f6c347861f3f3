#pragma once

#include "absl/status/statusor.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/service/caller.h"
#include "sync/service/directory.h"
#include "sync/service/exchange/sight.h"
#include "sync/service/ledger.h"

// Counting together with a device (architecture decision 9, Sync.Reconcile): what it holds and what it would be
// sent, up to its cursor. What has changed behind the cursor is no difference: the next pull brings it.
namespace doorstep::service {

// The first question is of everything held and counts attachments; the second is of one cell.
bool isFirstQuestion(const v1::ReconcileRequest& request);

// To the first question: sums by kind and month, and which of them differ. Where a whole kind adds up to the same, its
// months do, and no record is read. Coverage rows are read each time: there are few.
// To the second: the records of the named cell one by one, what the device lacks or holds in another state, what it
// holds and should not. `surplus` bears the service's revision, none when it knows no such record or it is a coverage
// row. At most about 2 MiB of repair, besides coverage rows: when there is more, the next comparison finds it.
absl::StatusOr<v1::ReconcileReply> compare(DistrictReader& ledger, const Directory& directory, const Caller& caller,
                                           Sight& sight, const v1::ReconcileRequest& request);

}  // namespace doorstep::service
