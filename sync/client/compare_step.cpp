#include "sync/client/compare_step.h"

#include <algorithm>
#include <utility>

namespace doorstep::client {
namespace {

constexpr int kMostRounds = 4;
constexpr int kEveningHour = 17;

bool isSameCell(const v1::DigestCell& left, const v1::DigestCell& right) {
  return left.kind() == right.kind() && left.month() == right.month();
}

v1::DigestCell cellIn(const std::vector<v1::DigestCell>& cells, const v1::DigestCell& wanted) {
  const auto found =
      std::find_if(cells.begin(), cells.end(), [&](const v1::DigestCell& cell) { return isSameCell(cell, wanted); });
  if (found != cells.end()) {
    return *found;
  }
  v1::DigestCell none;
  none.set_kind(wanted.kind());
  none.set_month(wanted.month());
  return none;
}

}  // namespace

bool comparisonIsDue(absl::Time last, absl::Time now) {
  const absl::TimeZone china = absl::FixedTimeZone(8 * 60 * 60);
  const absl::CivilSecond here = absl::ToCivilSecond(now, china);
  return here.hour() >= kEveningHour && absl::CivilDay(absl::ToCivilSecond(last, china)) != absl::CivilDay(here);
}

CompareStep::CompareStep(Replica& replica, ComparisonDoors doors, const outside::Clock& clock)
    : replica_(replica), doors_(doors), clock_(clock) {}

void CompareStep::run(Done done) {
  done_ = std::move(done);
  count();
}

void CompareStep::count() {
  auto state = replica_.state();
  auto cells = doors_.store->digestCells();
  const auto named = doors_.store->contentsNamed();
  for (const absl::Status& status : {state.status(), cells.status(), named.status()}) {
    if (!status.ok()) {
      return end(storeFailure(status));
    }
  }
  state_ = *std::move(state);
  comparison_.held = *std::move(cells);
  comparison_.contents_named = *named;
  ++rounds_;
  put_right_ = false;
  v1::ReconcileRequest request;
  request.set_replica_id(state_.replica_id);
  *request.mutable_cursor() = state_.cursor;
  request.set_attachments(true);
  for (const v1::DigestCell& cell : comparison_.held) {
    *request.add_cells() = cell;
  }
  doors_.remote->reconcile(request, [weak = weak_from_this()](absl::StatusOr<v1::ReconcileReply> answer) {
    const auto self = weak.lock();
    if (self && self->done_) {
      self->receiveCount(std::move(answer));
    }
  });
}

void CompareStep::receiveCount(absl::StatusOr<v1::ReconcileReply> answer) {
  if (!answer.ok()) {
    return end(remoteFailure(answer.status()));
  }
  comparison_.service.assign(answer->cells().begin(), answer->cells().end());
  comparison_.contents_at_service = answer->attachments();
  missing_contents_.assign(answer->missing_content().begin(), answer->missing_content().end());
  to_ask_.assign(answer->differing().begin(), answer->differing().end());
  askForDetails();
}

void CompareStep::askForDetails() {
  if (to_ask_.empty()) {
    // Once more, to be sure that it is right now; a difference that comes back is left for the next evening.
    return put_right_ && rounds_ < kMostRounds ? count() : finish();
  }
  auto held = doors_.store->versionsIn(to_ask_.front());
  if (!held.ok()) {
    return end(storeFailure(held.status()));
  }
  v1::ReconcileRequest request;
  request.set_replica_id(state_.replica_id);
  *request.mutable_cursor() = state_.cursor;
  v1::DigestCell& cell = *request.add_cells();
  cell.set_kind(to_ask_.front().kind());
  cell.set_month(to_ask_.front().month());
  to_ask_.pop_front();
  for (v1::RecordVersion& version : *held) {
    *request.add_versions() = std::move(version);
  }
  doors_.remote->reconcile(request, [weak = weak_from_this()](absl::StatusOr<v1::ReconcileReply> answer) {
    const auto self = weak.lock();
    if (self && self->done_) {
      self->receiveDetails(std::move(answer));
    }
  });
}

void CompareStep::receiveDetails(absl::StatusOr<v1::ReconcileReply> answer) {
  if (!answer.ok()) {
    return end(remoteFailure(answer.status()));
  }
  keepDetails(*answer);
}

void CompareStep::keepDetails(const v1::ReconcileReply& reply) {
  for (const v1::DigestCell& cell : reply.cells()) {
    std::erase_if(comparison_.service, [&](const v1::DigestCell& other) { return isSameCell(cell, other); });
    if (cell.count() > 0) {
      comparison_.service.push_back(cell);
    }
  }
  if (rounds_ == 1) {
    for (const v1::DigestCell& cell : reply.differing()) {
      comparison_.service_before.push_back(cell);
      comparison_.held_before.push_back(cellIn(comparison_.held, cell));
    }
  }
  if (reply.repair_size() > 0 || reply.surplus_size() > 0) {
    const auto repair = doors_.store->keepRepair(reply);
    if (!repair.ok()) {
      return end(storeFailure(repair.status()));
    }
    comparison_.taken += repair->taken;
    comparison_.removed += repair->removed;
    comparison_.sent_again += repair->sent_again;
    put_right_ = true;
  }
  askForDetails();
}

void CompareStep::finish() {
  comparison_.at = clock_.now();
  absl::Status kept = missing_contents_.empty() ? absl::OkStatus() : doors_.store->sendContentsAgain(missing_contents_);
  kept.Update(doors_.store->keepComparison(comparison_));
  end(kept.ok() ? std::nullopt : std::optional(storeFailure(kept)));
}

void CompareStep::end(std::optional<Failure> failure) {
  if (const Done done = std::exchange(done_, nullptr)) {
    done({std::move(failure), comparison_.sent_again > 0});
  }
}

}  // namespace doorstep::client
