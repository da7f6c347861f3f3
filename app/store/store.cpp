#include "app/store/store.h"

#include <algorithm>
#include <utility>

#include "app/store/attachments/content_table.h"
#include "app/store/attachments/staged_pictures.h"
#include "app/store/coverage_cells.h"
#include "app/store/derivation.h"
#include "app/store/feed_page.h"
#include "app/store/greeting.h"
#include "app/store/opening.h"
#include "app/store/recording.h"
#include "app/store/repairs.h"
#include "app/store/replica_row.h"
#include "app/store/reserve.h"
#include "app/store/restoration.h"
#include "app/store/rows.h"
#include "app/store/spelling.h"
#include "app/store/store_parts.h"
#include "app/store/unconfirmed.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/outside/planted.h"
#include "sync/sqlite/transaction.h"

namespace doorstep::store {
namespace {

// Entries of pages that are kept together: beyond, what they share is small.
constexpr int kMostTogether = 1000;

}  // namespace

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
                           DOORSTEP_TRY(parts_->outgoing.beginNewReplica(enrolment.replica_id, false).status());
                           DOORSTEP_ASSIGN(row, loadReplica(parts_->database));
                           row.cursor.Clear();
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

absl::StatusOr<SaveResult> Store::settle(const v1::Settlement& settlement) {
  return parts_->record([&](Recording& recording) { return recording.settle(settlement); });
}

absl::StatusOr<SaveResult> Store::correctVisit(const std::string& change_id, absl::Time started_at,
                                               absl::Time ended_at) {
  return parts_->record([&](Recording& recording) { return recording.correctVisit(change_id, started_at, ended_at); });
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
  return parts_->write({.drafts = true}, [&](QueryTables&, ChangedAreas& changed) -> absl::Status {
    changed.people = true;
    DOORSTEP_TRY(StagedPictures(parts_->database, parts_->clock).removeOfDraft(household_id));
    return Drafts(parts_->database).discard(household_id);
  });
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
  auto changes = parts_->outgoing.after(sequence, count, bytes);
  if (!absl::IsFailedPrecondition(changes.status())) {
    return changes;
  }
  DOORSTEP_TRY(parts_->write({}, [&](QueryTables&, ChangedAreas& changed) {
    changed.waiting = true;
    return parts_->outgoing.mend();
  }));
  return parts_->outgoing.after(sequence, count, bytes);
}

absl::Status Store::keepPage(const v1::PullReply& page) {
  return keepPages({&page, 1}, [] { return true; }).status();
}

absl::StatusOr<std::size_t> Store::keepPages(std::span<const v1::PullReply> pages,
                                             const std::function<bool()>& enough) {
  std::size_t kept = 0;
  if (outside::planted(outside::Fault::kCursorBeforePage) && !pages.empty()) {
    v1::PullReply cursor_alone;
    *cursor_alone.mutable_cursor() = pages.back().cursor();
    DOORSTEP_TRY(parts_->write({}, [&](QueryTables& tables, ChangedAreas&) {
      return FeedPage(parts_->database, parts_->outgoing, tables).keep(cursor_alone);
    }));
  }
  DOORSTEP_TRY(parts_->write({}, [&](QueryTables& tables, ChangedAreas& changed) -> absl::Status {
    for (int entries = 0; kept < pages.size();) {
      FeedPage feed(parts_->database, parts_->outgoing, tables);
      DOORSTEP_TRY(feed.keep(pages[kept]));
      parts_->empty_log = parts_->empty_log || feed.householdsLeft();
      changed |= feed.changed();
      entries += pages[kept++].entries_size();
      if (entries >= kMostTogether || enough()) {
        break;
      }
    }
    return absl::OkStatus();
  }));
  return kept;
}

absl::StatusOr<std::vector<std::string>> Store::heldHouseholds() {
  return confirmedHouseholds(parts_->database);
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
  return parts_->write({}, [&](QueryTables& tables, ChangedAreas& changed) -> absl::Status {
    if (!reply.bundle_key().empty()) {
      DOORSTEP_TRY(Bundles(parts_->database).keepServiceKey(reply.bundle_key()));
      parts_->service_key_confirmed = true;
    }
    return keepGreeting(parts_->database, parts_->outgoing, tables, reply, service_offset, changed);
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
  DOORSTEP_TRY(parts_->write({.waiting = true}, [&](QueryTables&, ChangedAreas&) -> absl::Status {
    DOORSTEP_ASSIGN(ReplicaRow row, loadReplica(parts_->database));
    row.last_sync_ms = absl::ToUnixMillis(at);
    return saveReplica(parts_->database, row);
  }));
  // Pages of what has left still stand in the log until it is emptied; while somebody reads, that has to wait.
  if (parts_->empty_log) {
    parts_->empty_log = !parts_->database.checkpoint().ok();
  }
  return absl::OkStatus();
}

absl::Status Store::beginNewReplica(const std::string& replica_id) {
  return parts_->write({.waiting = true}, [&](QueryTables& tables, ChangedAreas&) -> absl::Status {
    DOORSTEP_TRY(ContentTable(parts_->database).offerAgain());
    return store::beginNewReplica(parts_->database, parts_->outgoing, tables, replica_id);
  });
}

absl::Status Store::sendAgainAfter(std::uint64_t consumed, const std::string& other_replica_id) {
  return parts_->write({.waiting = true}, [&](QueryTables& tables, ChangedAreas&) {
    return store::sendAgainAfter(parts_->database, parts_->outgoing, tables, consumed, other_replica_id);
  });
}

absl::Status Store::beginEpoch(std::uint64_t epoch, std::uint64_t consumed, const std::string& other_replica_id) {
  return parts_->write({.waiting = true}, [&](QueryTables& tables, ChangedAreas&) -> absl::Status {
    DOORSTEP_TRY(ContentTable(parts_->database).offerAgain());
    return store::beginEpoch(parts_->database, parts_->outgoing, tables, epoch, consumed, other_replica_id);
  });
}

absl::StatusOr<absl::Time> Store::lastComparison() {
  DOORSTEP_ASSIGN(const client::Comparison last, store::lastComparison(parts_->database));
  return last.at;
}

absl::StatusOr<std::vector<v1::DigestCell>> Store::digestCells() {
  DOORSTEP_ASSIGN(std::vector<v1::DigestCell> cells, store::digestCells(parts_->database));
  DOORSTEP_ASSIGN(const std::vector<v1::DigestCell> rows, coverageCells(parts_->database));
  cells.insert(cells.end(), rows.begin(), rows.end());
  return cells;
}

absl::StatusOr<std::vector<v1::RecordVersion>> Store::versionsIn(const v1::DigestCell& cell) {
  return cell.kind() == v1::RECORD_KIND_COVERAGE_ROW ? coverageVersions(parts_->database, cell.month())
                                                     : store::versionsIn(parts_->database, cell);
}

absl::StatusOr<std::uint64_t> Store::contentsNamed() {
  return store::contentsNamed(parts_->database);
}

absl::StatusOr<client::Repair> Store::keepRepair(const v1::ReconcileReply& reply) {
  client::Repair done;
  DOORSTEP_TRY(parts_->write({.people = true, .waiting = true, .directory = true, .coverage = true},
                             [&](QueryTables& tables, ChangedAreas&) -> absl::Status {
                               DOORSTEP_ASSIGN(done, repair(parts_->database, parts_->outgoing, tables, reply));
                               return absl::OkStatus();
                             }));
  return done;
}

absl::Status Store::keepComparison(const client::Comparison& comparison) {
  return parts_->write({.waiting = true}, [&](QueryTables&, ChangedAreas&) {
    return store::keepComparison(parts_->database, comparison);
  });
}

}  // namespace doorstep::store
