#pragma once

#include "absl/status/statusor.h"
#include "app/store/outgoing_queue.h"
#include "app/store/query_tables.h"
#include "doorstep/v1/sync.pb.h"
#include "sync/client/comparison.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// Puts right what a comparison with the service found. What a person made here and the service has not taken stays
// whatever it says. The caller holds the transaction and finishes `tables`.
absl::StatusOr<client::Repair> repair(sqlite::Database& database, OutgoingQueue& outgoing, QueryTables& tables,
                                      const v1::ReconcileReply& reply);

// What the last comparison gave; InfinitePast in `at` when there was none.
absl::StatusOr<client::Comparison> lastComparison(sqlite::Database& database);
absl::Status keepComparison(sqlite::Database& database, const client::Comparison& comparison);
// Different contents that Attachment records here name.
absl::StatusOr<std::uint64_t> contentsNamed(sqlite::Database& database);

}  // namespace doorstep::store
