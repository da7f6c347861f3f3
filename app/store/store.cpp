#include "app/store/store.h"

#include <algorithm>
#include <utility>

#include "app/store/derivation.h"
#include "app/store/feed_page.h"
#include "app/store/opening.h"
#include "app/store/recording.h"
#include "app/store/replica_row.h"
#include "app/store/reserve.h"
#include "app/store/rows.h"
#include "app/store/spelling.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/sqlite/transaction.h"

namespace doorstep::store {
namespace {

constexpr ChangedAreas kRecorded{.people = true, .drafts = true, .waiting = true};

const absl::Status& statusOf(const absl::Status& status) {
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

}  // namespace

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
  bool service_key_confirmed = false;  // asked for once an opening: the service may have got a new one
};

absl::StatusOr<std::unique_ptr<Store>> Store::open(const StoreFile& file, const outside::Clock& clock,
                                                   outside::Random& random) {
  Reserve reserve(file);
  DOORSTEP_ASSIGN(sqlite::Database database, withReserve(reserve, [&file] { return openForWriting(file); }));
  auto parts = std::make_unique<Parts>(std::move(database), std::move(reserve), clock, random);
  DOORSTEP_TRY(withReserve(parts->reserve, [&parts, &random]() -> absl::Status {
    DOORSTEP_TRY(ensureReplica(parts->database, parts->identifiers.next()));
    DOORSTEP_TRY(Bundles(parts->database).ensureReplyKey(random));
    return deriveAgain(parts->database, parts->spelling);
  }));
  parts->reserve.restore();
  return std::unique_ptr<Store>(new Store(std::move(parts)));
}

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::~Store() = default;

void Store::onChanged(Observer observer) {
  parts_->observer = std::move(observer);
}

absl::Status Store::keepEnrolment(const Enrolment& enrolment) {
  return parts_->write({.people = true, .waiting = true, .directory = true},
                       [&](QueryTables& tables, ChangedAreas&) -> absl::Status {
                         DOORSTEP_ASSIGN(ReplicaRow row, loadReplica(parts_->database));
                         if (row.id != enrolment.replica_id) {
                           DOORSTEP_TRY(parts_->outgoing.beginNewReplica(enrolment.replica_id));
                           DOORSTEP_ASSIGN(row, loadReplica(parts_->database));
                         }
                         row.district_id = enrolment.district_id;
                         row.worker.set_id(enrolment.worker_id);
                         row.worker.set_name(enrolment.worker_name);
                         row.worker.mutable_roles()->Assign(enrolment.roles.begin(), enrolment.roles.end());
                         row.zone = enrolment.zone;
                         DOORSTEP_TRY(Bundles(parts_->database).keepServiceKey(enrolment.bundle_key));
                         tables.judgeAllAgain();
                         return saveReplica(parts_->database, row);
                       });
}

absl::Status Store::checkIntegrity() {
  return parts_->database.checkIntegrity();
}

absl::StatusOr<SaveResult> Store::saveVisit(const v1::VisitDraft& draft) {
  return parts_->record([&](Recording& recording) { return recording.saveVisit(draft); });
}

absl::StatusOr<SaveResult> Store::append(const v1::Record& record) {
  return parts_->record([&](Recording& recording) { return recording.append(record); });
}

absl::StatusOr<SaveResult> Store::edit(const v1::Record& before, const v1::Record& after) {
  return parts_->record([&](Recording& recording) { return recording.edit(before, after); });
}

absl::Status Store::keepDraft(const v1::VisitDraft& draft) {
  return withReserve(parts_->reserve, [&] {
    return parts_->write({}, [&](QueryTables& tables, ChangedAreas& changed) -> absl::Status {
      // A timer that saves drafts may come after the visit itself was saved.
      Recording recording(parts_->database, parts_->clock, parts_->outgoing, tables);
      DOORSTEP_ASSIGN(const bool saved, recording.exists(v1::RECORD_KIND_VISIT, draft.visit().id()));
      changed.drafts = !saved;
      return saved ? absl::OkStatus() : recording.keepDraft(draft);
    });
  });
}

absl::Status Store::discardDraft(const std::string& household_id) {
  return parts_->write({.drafts = true},
                       [&](QueryTables&, ChangedAreas&) { return Drafts(parts_->database).discard(household_id); });
}

absl::StatusOr<client::ReplicaState> Store::state() {
  DOORSTEP_ASSIGN(const auto view, sqlite::ReadTransaction::begin(parts_->database));
  DOORSTEP_ASSIGN(client::ReplicaState state, parts_->outgoing.state());
  if (!parts_->service_key_confirmed) {
    DOORSTEP_ASSIGN(state.reply_key, Bundles(parts_->database).replyKey());
  }
  return state;
}

absl::StatusOr<std::vector<client::OutgoingChange>> Store::outgoingAfter(std::uint64_t sequence, std::size_t count,
                                                                         std::size_t bytes) {
  return parts_->outgoing.after(sequence, count, bytes);
}

absl::Status Store::keepPage(const v1::PullReply& page) {
  return parts_->write({}, [&](QueryTables& tables, ChangedAreas& changed) {
    FeedPage feed(parts_->database, parts_->outgoing, tables);
    absl::Status kept = feed.keep(page);
    changed = feed.changed();
    return kept;
  });
}

absl::StatusOr<std::vector<std::string>> Store::heldHouseholds() {
  std::vector<std::string> held;
  DOORSTEP_TRY(forEachRow(parts_->database, "SELECT id FROM held_household ORDER BY id",
                          [&](const sqlite::Statement& row) { held.push_back(bytesOf(row, 0)); }));
  return held;
}

absl::Status Store::keepReceipts(const std::vector<v1::Receipt>& receipts) {
  return parts_->write({.people = true, .waiting = true}, [&](QueryTables& tables, ChangedAreas&) -> absl::Status {
    FeedPage feed(parts_->database, parts_->outgoing, tables);
    for (const v1::Receipt& receipt : receipts) {
      DOORSTEP_TRY(feed.keepReceipt(receipt));
    }
    return absl::OkStatus();
  });
}

absl::Status Store::keepHello(const v1::HelloReply& reply, absl::Duration service_offset) {
  return parts_->write({.directory = true}, [&](QueryTables& tables, ChangedAreas& changed) -> absl::Status {
    DOORSTEP_ASSIGN(ReplicaRow row, loadReplica(parts_->database));
    const std::string zone = reply.zone().empty() ? row.zone : reply.zone();
    if (row.zone != zone || row.district_id != reply.district_id()) {
      tables.judgeAllAgain();
      changed.people = true;
    }
    row.service_offset_ms = absl::ToInt64Milliseconds(service_offset);
    row.district_id = reply.district_id();
    row.worker.set_id(reply.worker_id());
    *row.worker.mutable_roles() = reply.roles();
    row.zone = zone;
    if (!reply.bundle_key().empty()) {
      DOORSTEP_TRY(Bundles(parts_->database).keepServiceKey(reply.bundle_key()));
      parts_->service_key_confirmed = true;
    }
    return saveReplica(parts_->database, row);
  });
}

absl::StatusOr<std::optional<WaitingBundle>> Store::sealWaiting(const bundle::Signer& device,
                                                                const std::string& device_name) {
  DOORSTEP_ASSIGN(const auto view, sqlite::ReadTransaction::begin(parts_->database));
  return Bundles(parts_->database)
      .sealWaiting(parts_->outgoing, parts_->identifiers, parts_->clock, device, device_name);
}

absl::StatusOr<std::uint64_t> Store::takeReceipts(std::string_view file, const std::string& authority) {
  std::vector<v1::Receipt> receipts;
  std::uint64_t waited = 0;
  {
    DOORSTEP_ASSIGN(const auto view, sqlite::ReadTransaction::begin(parts_->database));
    DOORSTEP_ASSIGN(receipts, Bundles(parts_->database).receiptsIn(parts_->outgoing, file, authority));
    DOORSTEP_ASSIGN(const client::ReplicaState before, parts_->outgoing.state());
    waited = before.waiting;
  }
  DOORSTEP_TRY(keepReceipts(receipts));
  DOORSTEP_ASSIGN(const client::ReplicaState after, state());
  return waited - std::min(waited, after.waiting);
}

absl::Status Store::keepLastSync(absl::Time at) {
  return parts_->write({.waiting = true}, [&](QueryTables&, ChangedAreas&) -> absl::Status {
    DOORSTEP_ASSIGN(ReplicaRow row, loadReplica(parts_->database));
    row.last_sync_ms = absl::ToUnixMillis(at);
    return saveReplica(parts_->database, row);
  });
}

absl::Status Store::beginNewReplica(const std::string& replica_id) {
  return parts_->write({.waiting = true},
                       [&](QueryTables&, ChangedAreas&) { return parts_->outgoing.beginNewReplica(replica_id); });
}

}  // namespace doorstep::store
