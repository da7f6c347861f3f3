#include "sync/service/reconcile/compare.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "sync/outside/attempt.h"
#include "sync/replication/digest.h"
#include "sync/service/exchange/content.h"
#include "sync/service/reconcile/cell_records.h"
#include "sync/service/reconcile/coverage_rows.h"

namespace doorstep::service {
namespace {

constexpr std::size_t kMostRepairBytes = std::size_t{2} * 1024 * 1024;

using Cell = std::pair<int, std::int64_t>;  // kind and month
using CellSums = std::map<Cell, ContentSum>;

Cell placeOf(const v1::DigestCell& cell) {
  return {static_cast<int>(cell.kind()), cell.month()};
}

bool isSame(const ContentSum& left, const ContentSum& right) {
  return left.count == right.count && left.digest == right.digest;
}

v1::DigestCell cellOf(const Cell& place, const ContentSum& sum) {
  v1::DigestCell cell;
  cell.set_kind(static_cast<v1::RecordKind>(place.first));
  cell.set_month(place.second);
  cell.set_count(sum.count);
  cell.set_digest(sum.digest.bytes());
  return cell;
}

// Kinds of which one side holds something else than the other.
std::set<v1::RecordKind> differingKinds(const std::map<v1::RecordKind, ContentSum>& own,
                                        const v1::ReconcileRequest& request) {
  std::map<v1::RecordKind, ContentSum> held;
  for (const v1::DigestCell& cell : request.cells()) {
    ContentSum& sum = held[cell.kind()];
    sum.count += cell.count();
    sum.digest ^= replication::Digest::fromBytes(cell.digest());
  }
  std::set<v1::RecordKind> kinds;
  for (const auto& [kind, sum] : own) {
    if (!isSame(sum, held[kind])) {
      kinds.insert(kind);
    }
  }
  for (const auto& [kind, sum] : held) {
    if (!own.contains(kind) && sum.count > 0) {
      kinds.insert(kind);
    }
  }
  return kinds;
}

// The second question's answer in the making.
class VersionComparison {
 public:
  VersionComparison(DistrictReader& ledger, Sight& sight, const v1::ReconcileRequest& request)
      : ledger_(ledger), sight_(sight), request_(request), cell_(request.cells(0)) {
    cell_.clear_digest();
    cell_.clear_count();
    for (const v1::RecordVersion& version : request.versions()) {
      held_.emplace(version.record_id(), &version);
    }
  }

  absl::StatusOr<v1::ReconcileReply> run() {
    DOORSTEP_TRY(forEachSeen(ledger_, sight_, {cell_.kind()}, request_.cursor(),
                             [this](const StoredRecord& record, std::int64_t month) {
                               if (month == cell_.month()) {
                                 compare(record);
                               }
                               return absl::OkStatus();
                             }));
    for (const auto& [id, version] : held_) {
      DOORSTEP_TRY(judgeUnmatched(*version));
    }
    cell_.set_count(count_);
    *reply_.add_cells() = cell_;
    if (reply_.repair_size() > 0 || reply_.surplus_size() > 0) {
      *reply_.add_differing() = cell_;
    }
    return std::move(reply_);
  }

 private:
  void compare(const StoredRecord& record) {
    ++count_;
    const auto held = held_.find(record.id);
    if (held != held_.end()) {
      const bool same = isSameRevision(held->second->revision(), record.revision);
      held_.erase(held);
      if (same) {
        return;
      }
    }
    if (repair_bytes_ >= kMostRepairBytes) {
      return;
    }
    v1::FeedEntry& entry = *reply_.add_repair();
    *entry.mutable_revision() = record.revision;
    entry.set_kind(record.kind);
    entry.set_record_id(record.id);
    entry.set_household_id(record.household_id);
    entry.set_record(record.encoded);
    repair_bytes_ += entry.ByteSizeLong();
  }

  // What the device holds beyond: changed here since its cursor, in another month by another reckoning, or not its
  // to hold.
  absl::Status judgeUnmatched(const v1::RecordVersion& version) {
    DOORSTEP_ASSIGN(const auto stored, ledger_.record(version.record_id()));
    if (stored.has_value() && stored->kind == version.kind()) {
      DOORSTEP_ASSIGN(const bool seen, sight_.sees(ledger_, *stored));
      if (stored->revision.sequence() > request_.cursor().sequence() ||
          (seen && isSameRevision(stored->revision, version.revision()))) {
        ++count_;
        return absl::OkStatus();
      }
    }
    v1::RecordVersion& surplus = *reply_.add_surplus();
    surplus.set_kind(version.kind());
    surplus.set_record_id(version.record_id());
    surplus.set_household_id(version.household_id());
    if (stored.has_value()) {
      *surplus.mutable_revision() = stored->revision;
    }
    return absl::OkStatus();
  }

  static bool isSameRevision(const v1::Revision& left, const v1::Revision& right) {
    return left.epoch() == right.epoch() && left.sequence() == right.sequence();
  }

  DistrictReader& ledger_;
  Sight& sight_;
  const v1::ReconcileRequest& request_;
  v1::DigestCell cell_;
  std::map<std::string, const v1::RecordVersion*> held_;
  std::uint64_t count_ = 0;
  std::size_t repair_bytes_ = 0;
  v1::ReconcileReply reply_;
};

// What is newer than the cursor comes with the next pull.
void addRows(const std::vector<SeenRow>& rows, const v1::Revision& cursor, CellSums& sums) {
  for (const SeenRow& row : rows) {
    if (row.entry.revision().sequence() <= cursor.sequence()) {
      ContentSum& sum = sums[{v1::RECORD_KIND_COVERAGE_ROW, row.month}];
      ++sum.count;
      sum.digest.toggleRow(row.entry.record_id(), row.content_hash);
    }
  }
}

// As VersionComparison, for the coverage rows of a month.
v1::ReconcileReply compareRows(const std::vector<SeenRow>& rows, const v1::ReconcileRequest& request) {
  std::map<std::string, const v1::RecordVersion*> held;
  for (const v1::RecordVersion& version : request.versions()) {
    held.emplace(version.record_id(), &version);
  }
  v1::ReconcileReply reply;
  std::uint64_t count = 0;
  for (const SeenRow& row : rows) {
    if (row.month != request.cells(0).month()) {
      continue;
    }
    const auto known = held.extract(row.entry.record_id());
    const bool is_newer = row.entry.revision().sequence() > request.cursor().sequence();
    count += is_newer && known.empty() ? 0 : 1;
    if (!is_newer && (known.empty() || known.mapped()->content_hash() != row.content_hash)) {
      *reply.add_repair() = row.entry;
    }
  }
  for (const auto& [area, version] : held) {
    *reply.add_surplus() = *version;
  }
  const Cell place{v1::RECORD_KIND_COVERAGE_ROW, request.cells(0).month()};
  *reply.add_cells() = cellOf(place, {count, {}});
  reply.mutable_cells(0)->clear_digest();
  if (reply.repair_size() > 0 || reply.surplus_size() > 0) {
    *reply.add_differing() = reply.cells(0);
  }
  return reply;
}

absl::Status checkRequest(DistrictReader& ledger, const v1::ReconcileRequest& request) {
  if (request.replica_id().size() != 16) {
    return absl::InvalidArgumentError("reconcile: replica_id must be 16 bytes");
  }
  DOORSTEP_ASSIGN(const v1::Revision head, ledger.head());
  if (request.cursor().epoch() != head.epoch() || request.cursor().sequence() > head.sequence()) {
    return absl::AbortedError("reconcile: the cursor is of another epoch, or ahead: hello first");
  }
  return absl::OkStatus();
}

absl::StatusOr<v1::ReconcileReply> compareSums(DistrictReader& ledger, Sight& sight, const std::vector<SeenRow>& rows,
                                               const v1::ReconcileRequest& request) {
  v1::ReconcileReply reply;
  DOORSTEP_ASSIGN(*reply.mutable_at(), ledger.head());
  DOORSTEP_ASSIGN(const auto own, contentOf(ledger, sight));
  std::set<v1::RecordKind> kinds = differingKinds(own, request);
  kinds.erase(v1::RECORD_KIND_COVERAGE_ROW);  // no record of a household
  CellSums sums;
  DOORSTEP_TRY(forEachSeen(ledger, sight, kinds, request.cursor(), [&](const StoredRecord& record, std::int64_t month) {
    ContentSum& sum = sums[{static_cast<int>(record.kind), month}];
    ++sum.count;
    sum.digest.toggle(record.kind, record.id, record.revision);
    return absl::OkStatus();
  }));
  kinds.insert(v1::RECORD_KIND_COVERAGE_ROW);
  addRows(rows, request.cursor(), sums);
  for (const v1::DigestCell& cell : request.cells()) {
    if (!kinds.contains(cell.kind())) {
      *reply.add_cells() = cell;
      continue;
    }
    const ContentSum held{cell.count(), replication::Digest::fromBytes(cell.digest())};
    if (!isSame(sums[placeOf(cell)], held)) {
      *reply.add_differing() = cellOf(placeOf(cell), sums[placeOf(cell)]);
    }
    *reply.add_cells() = cellOf(placeOf(cell), sums[placeOf(cell)]);
    sums.erase(placeOf(cell));
  }
  for (const auto& [place, sum] : sums) {  // what the device has nothing of
    *reply.add_differing() = *reply.add_cells() = cellOf(place, sum);
  }
  return reply;
}

}  // namespace

bool isFirstQuestion(const v1::ReconcileRequest& request) {
  return request.attachments();
}

absl::StatusOr<v1::ReconcileReply> compare(DistrictReader& ledger, const Directory& directory, const Caller& caller,
                                           Sight& sight, const v1::ReconcileRequest& request) {
  DOORSTEP_TRY(checkRequest(ledger, request));
  const bool of_rows = request.cells_size() == 1 && request.cells(0).kind() == v1::RECORD_KIND_COVERAGE_ROW;
  std::vector<SeenRow> rows;
  if (isFirstQuestion(request) || of_rows) {
    DOORSTEP_ASSIGN(rows, coverageRowsSeen(ledger, directory, caller));
  }
  if (isFirstQuestion(request)) {
    return compareSums(ledger, sight, rows, request);
  }
  if (request.cells_size() != 1) {
    return absl::InvalidArgumentError("reconcile: versions are of one cell");
  }
  return of_rows ? compareRows(rows, request) : VersionComparison(ledger, sight, request).run();
}

}  // namespace doorstep::service
