#include "sync/service/exchange/pull_stream.h"

#include "sync/outside/attempt.h"
#include "sync/replication/merge.h"
#include "sync/replication/records.h"
#include "sync/service/exchange/coverage_entry.h"
#include "sync/service/exchange/due_order.h"

namespace doorstep::service {
namespace {

// Pages grow to eight times the first: a tablet commits one at a time, and what it encrypts anew for a commit is much
// the same for few records and many; over a line that keeps breaking, a small one still gets through.
constexpr std::size_t kMostPageBytes = std::size_t{256} * 1024;
// Beyond, a desk takes a whole area over: the order of its households does not matter to a person.
constexpr std::size_t kMostSortedByDue = 6000;

// Households of this worker's assignments that were made or edited after a sequence.
absl::StatusOr<std::set<std::string>> givenAfter(DistrictReader& ledger, const std::string& worker_id,
                                                 std::uint64_t sequence) {
  DOORSTEP_ASSIGN(const auto assignments, ledger.find({Index::kAssignmentOfWorker, worker_id}));
  std::set<std::string> households;
  for (const StoredRecord& stored : assignments) {
    if (stored.revision.sequence() > sequence) {
      DOORSTEP_ASSIGN(const v1::Record record, replication::decodeRecord(stored.encoded));
      households.insert(record.assignment().household_id());
    }
  }
  return households;
}

}  // namespace

PullStream::PullStream(Caller caller, v1::PullRequest request, absl::CivilDay today)
    : caller_(std::move(caller)), request_(std::move(request)), today_(today) {}

absl::StatusOr<std::optional<v1::PullReply>> PullStream::next(DistrictReader& ledger, const Directory& directory) {
  if (ended_) {
    return std::nullopt;
  }
  if (!planned_) {
    DOORSTEP_TRY(plan(ledger, directory));
    planned_ = true;
  }
  v1::PullReply page;
  bytes_ = 0;
  DOORSTEP_TRY(addRemovals(page));
  while (!outcomes_done_ && !isFull(page)) {
    DOORSTEP_ASSIGN(outcomes_done_, addOutcomes(ledger, page));
  }
  while (outcomes_done_ && !held_.empty() && !isFull(page)) {
    DOORSTEP_ASSIGN(const bool whole, addEntries(ledger, held_.front(), page));
    if (whole) {
      held_.pop_front();
    }
  }
  while (held_.empty() && !rows_done_ && !isFull(page)) {
    DOORSTEP_ASSIGN(rows_done_, addRows(ledger, directory, page));
  }
  while (held_.empty() && rows_done_ && !new_.empty() && !isFull(page)) {
    DOORSTEP_ASSIGN(const bool whole, addEntries(ledger, new_.front(), page));
    if (whole) {
      page.add_complete_household_ids(new_.front().household_id);
      ++done_;
      new_.pop_front();
    }
  }
  *page.mutable_cursor() = held_.empty() && rows_done_ ? pinned_ : request_.cursor();
  page.set_snapshot(snapshot_);
  page.set_done_households(done_);
  page.set_total_households(total_);
  ended_ = held_.empty() && rows_done_ && new_.empty();
  if (page_bytes_ < kMostPageBytes) {
    page_bytes_ *= 2;
    page_entries_ *= 2;
  }
  return page;
}

absl::Status PullStream::plan(DistrictReader& ledger, const Directory& directory) {
  DOORSTEP_ASSIGN(pinned_, ledger.head());
  DOORSTEP_ASSIGN(sight_, Sight::of(ledger, directory, caller_, today_));
  if (request_.cursor().epoch() != 0 && request_.cursor().epoch() != pinned_.epoch()) {
    // Begun between its hello and now: the next hello tells what has to be sent again before anything is pulled.
    return absl::AbortedError("a new epoch has begun: hello first");
  }
  if (replication::isAfter(request_.cursor(), pinned_)) {
    return absl::AbortedError("the cursor is ahead of this service: hello first");
  }
  snapshot_ = request_.cursor().sequence() == 0;
  const std::uint64_t after = request_.cursor().sequence();
  std::set<std::string> held(request_.held_household_ids().begin(), request_.held_household_ids().end());
  if (!request_.names_held()) {
    for (const auto& [id, scopes] : sight_.households()) {
      held.insert(id);
    }
  }
  // The scope may change between a hello and its pull, and back again before the next hello: then nobody has named
  // what was left out meanwhile. A door that was given since the cursor is sent whole.
  DOORSTEP_ASSIGN(const std::set<std::string> given, givenAfter(ledger, caller_.worker_id, after));
  held_.push_back({replication::directoryHousehold(), after, false});
  for (const std::string& id : held) {
    if (sight_.households().count(id) > 0) {
      held_.push_back({id, given.count(id) > 0 ? 0 : after, false});
    } else {
      removed_.push_back(id);
    }
  }
  std::vector<std::string> fresh;
  for (const auto& [id, scopes] : sight_.households()) {
    if (held.count(id) == 0) {
      fresh.push_back(id);
    }
  }
  total_ = fresh.size();
  DOORSTEP_ASSIGN(const auto ordered, byDue(ledger, directory, std::move(fresh)));
  for (const std::string& id : ordered) {
    new_.push_back({id, 0, true});
  }
  outcomes_after_ = after;
  rows_after_ = after;
  rows_done_ = !CoverageSight(ledger, directory, caller_).any();
  return absl::OkStatus();
}

absl::Status PullStream::addRemovals(v1::PullReply& page) {
  for (const std::string& id : removed_) {
    page.add_removed_household_ids(id);
    bytes_ += id.size();
  }
  removed_.clear();
  return absl::OkStatus();
}

// Of all replicas of this device: one that began anew still asks after what it sent before.
absl::StatusOr<bool> PullStream::addOutcomes(DistrictReader& ledger, v1::PullReply& page) {
  const std::size_t room = page_entries_;
  DOORSTEP_ASSIGN(const auto rows, ledger.outcomesAfter(caller_.fingerprint, outcomes_after_, room));
  for (const OutcomeRow& row : rows) {
    if (isFull(page)) {
      return false;
    }
    if (row.sequence > pinned_.sequence()) {
      return true;
    }
    outcomes_after_ = row.sequence;
    if (!page.add_receipts()->ParseFromString(row.receipt)) {
      return absl::DataLossError("a receipt in the ledger cannot be read");
    }
    bytes_ += row.receipt.size();
  }
  return rows.size() < room;
}

// True when all of the household has been added.
absl::StatusOr<bool> PullStream::addEntries(DistrictReader& ledger, Task& task, v1::PullReply& page) {
  const auto room = page_entries_ - static_cast<std::size_t>(page.entries_size());
  DOORSTEP_ASSIGN(const auto steps, ledger.feed(task.household_id, task.after, room));
  for (const FeedStep& step : steps) {
    if (isFull(page)) {
      return false;
    }
    if (!task.is_new && step.record.revision.sequence() > pinned_.sequence()) {
      return true;  // what is held is brought to the cursor, not beyond: the rest comes with the next pull
    }
    task.after = step.record.revision.sequence();
    DOORSTEP_ASSIGN(const bool seen, step.removed ? sight_.reaches(step.record.kind, task.household_id)
                                                  : sight_.sees(ledger, step.record));
    if (!seen || (step.removed && task.is_new)) {
      continue;
    }
    v1::FeedEntry& entry = *page.add_entries();
    *entry.mutable_revision() = step.record.revision;
    entry.set_kind(step.record.kind);
    entry.set_record_id(step.record.id);
    entry.set_household_id(task.household_id);
    entry.set_record(step.record.encoded);
    entry.set_removed(step.removed);
    bytes_ += entry.ByteSizeLong();
  }
  return steps.size() < room;
}

absl::StatusOr<bool> PullStream::addRows(DistrictReader& ledger, const Directory& directory, v1::PullReply& page) {
  const auto room = page_entries_ - static_cast<std::size_t>(page.entries_size());
  DOORSTEP_ASSIGN(const auto rows, ledger.rollupsAfter(rows_after_, room));
  const CoverageSight sight(ledger, directory, caller_);
  for (const RollupRow& row : rows) {
    if (isFull(page)) {
      return false;
    }
    if (row.revision.sequence() > pinned_.sequence()) {
      return true;
    }
    rows_after_ = row.revision.sequence();
    if (sight.sees(row.area_id)) {
      v1::FeedEntry& entry = *page.add_entries();
      entry = coverageEntry(row, directory.rules(caller_.district_id));
      bytes_ += entry.ByteSizeLong();
    }
  }
  return rows.size() < room;
}

absl::StatusOr<std::vector<std::string>> PullStream::byDue(DistrictReader& ledger, const Directory& directory,
                                                           std::vector<std::string> households) {
  const v1::DistrictRules* rules = directory.rules(caller_.district_id);
  if (rules == nullptr || households.size() > kMostSortedByDue) {
    return households;
  }
  return soonestDueFirst(ledger, *rules, std::move(households), today_);
}

bool PullStream::isFull(const v1::PullReply& page) const {
  const auto entries = static_cast<std::size_t>(page.entries_size()) + static_cast<std::size_t>(page.receipts_size());
  return entries >= page_entries_ || bytes_ >= page_bytes_;
}

}  // namespace doorstep::service
