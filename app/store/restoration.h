#pragma once

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "app/store/outgoing_queue.h"
#include "app/store/query_tables.h"
#include "sync/sqlite/database.h"

// What a store does when the service was restored behind it: see client::Replica. The caller holds the
// transaction and finishes `tables`.
namespace doorstep::store {

absl::Status sendAgainAfter(sqlite::Database& database, OutgoingQueue& outgoing, QueryTables& tables,
                            std::uint64_t consumed, const std::string& other_replica_id);
absl::Status beginEpoch(sqlite::Database& database, OutgoingQueue& outgoing, QueryTables& tables, std::uint64_t epoch,
                        std::uint64_t consumed, const std::string& other_replica_id);
// Within an epoch that has begun and is not through yet, nobody knows what the service has of ours.
absl::Status beginNewReplica(sqlite::Database& database, OutgoingQueue& outgoing, QueryTables& tables,
                             const std::string& replica_id);

}  // namespace doorstep::store
