#pragma once

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "app/store/changed_areas.h"
#include "app/store/outgoing_queue.h"
#include "app/store/query_tables.h"
#include "app/store/replica_row.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// What a hello taught: the service's clock, who we are to it, what backups hold. When nothing is new it leaves out
// who we are: then our own records say it. The caller holds the transaction and finishes `tables`.
absl::Status keepGreeting(sqlite::Database& database, OutgoingQueue& outgoing, QueryTables& tables,
                          const v1::HelloReply& reply, absl::Duration service_offset, ChangedAreas& changed);

}  // namespace doorstep::store
