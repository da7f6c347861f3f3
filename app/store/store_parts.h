#pragma once

#include <utility>

#include "app/store/outgoing_queue.h"
#include "app/store/query_tables.h"
#include "app/store/recording.h"
#include "app/store/reserve.h"
#include "app/store/spelling.h"
#include "app/store/store.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/sqlite/transaction.h"

// What the store is made of; for its own files only.
namespace doorstep::store {

inline constexpr ChangedAreas kRecorded{.people = true, .drafts = true, .waiting = true};

inline const absl::Status& statusOf(const absl::Status& status) {
  return status;
}
template <typename Value>
const absl::Status& statusOf(const absl::StatusOr<Value>& result) {
  return result.status();
}

// What a person made is worth the reserve: on a full disk it is let go, and the attempt made once more.
template <typename Attempt>
auto withReserve(Reserve& reserve, Attempt&& attempt) -> decltype(attempt()) {
  auto result = attempt();
  if (absl::IsResourceExhausted(statusOf(result)) && reserve.release()) {
    result = attempt();
  }
  return result;
}

struct Store::Parts {
  Parts(sqlite::Database opened, Reserve kept_back, const outside::Clock& clock, outside::Random& random)
      : database(std::move(opened)),
        reserve(std::move(kept_back)),
        clock(clock),
        identifiers(clock, random),
        outgoing(database, clock, identifiers) {}

  // Runs `work(tables)` in one transaction and tells the observer afterwards.
  template <typename Work>
  absl::Status write(const ChangedAreas& changed, Work&& work) {
    DOORSTEP_ASSIGN(sqlite::Transaction transaction, sqlite::Transaction::begin(database));
    QueryTables tables(database, spelling);
    ChangedAreas areas = changed;
    DOORSTEP_TRY(work(tables, areas));
    DOORSTEP_TRY(tables.finish());
    DOORSTEP_TRY(transaction.commit());
    reserve.restore();
    if (observer && areas.any()) {
      observer(areas);
    }
    return absl::OkStatus();
  }

  // As write, for what a person recorded: with problems nothing was written.
  template <typename Work>
  absl::StatusOr<SaveResult> record(Work&& work) {
    return withReserve(reserve, [&] { return recordOnce(work); });
  }

  template <typename Work>
  absl::StatusOr<SaveResult> recordOnce(Work& work) {
    SaveResult result;
    DOORSTEP_TRY(write({}, [&](QueryTables& tables, ChangedAreas& changed) -> absl::Status {
      Recording recording(database, clock, outgoing, tables);
      DOORSTEP_ASSIGN(result, work(recording));
      if (result.problems.empty() && !result.already_saved) {
        changed = kRecorded;
      }
      return absl::OkStatus();
    }));
    return result;
  }

  sqlite::Database database;
  Reserve reserve;
  Spelling spelling;
  const outside::Clock& clock;
  outside::IdentifierSource identifiers;
  OutgoingQueue outgoing;
  Observer observer;
  bool empty_log = false;              // a household has left since the log was emptied last
  bool service_key_confirmed = false;  // asked for once an opening: the service may have got a new one
};

}  // namespace doorstep::store
