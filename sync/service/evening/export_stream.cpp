#include "sync/service/evening/export_stream.h"

#include <algorithm>

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/service/coverage/question.h"
#include "sync/service/keys.h"

namespace doorstep::service {
namespace {

constexpr int kMostRows = 500;
constexpr std::int64_t kMostMonths = 120;

int rowsOf(const v1::ExportReply& rows) {
  return rows.visits_size() + rows.hours_size() + rows.risks_size() + rows.coverage_size();
}

// A step is of one kind.
template <typename Rows>
void moveRows(Rows& from, int first, int count, Rows& into) {
  for (int at = first; at < std::min(first + count, from.size()); ++at) {
    *into.Add() = std::move(from.at(at));
  }
}

}  // namespace

ExportStream::ExportStream(std::unique_ptr<Snapshot> snapshot, Directory directory)
    : snapshot_(std::move(snapshot)), directory_(std::move(directory)) {}

absl::StatusOr<std::unique_ptr<ExportStream>> ExportStream::open(std::unique_ptr<Snapshot> snapshot,
                                                                 Directory directory, const Caller& caller,
                                                                 const v1::ExportRequest& request, absl::Time now) {
  if (!caller.is_operator && !caller.has(v1::ROLE_DISTRICT_STAFF)) {
    return absl::PermissionDeniedError("this is for the operator and the district's staff");
  }
  std::unique_ptr<ExportStream> stream(new ExportStream(std::move(snapshot), std::move(directory)));
  const auto asked = [&](const v1::Month* month) {
    return understand(*stream->snapshot_, stream->directory_, caller, request.area_code(), month);
  };
  DOORSTEP_ASSIGN(const Question from, asked(request.has_from_month() ? &request.from_month() : nullptr));
  std::int64_t until = from.month;
  if (request.has_until_month()) {
    DOORSTEP_ASSIGN(const Question last, asked(&request.until_month()));
    until = last.month;
  }
  if (until < from.month || until - from.month >= kMostMonths) {
    return absl::InvalidArgumentError("the last month is before the first, or ten years after it");
  }
  stream->question_ = {
      request.kind(), from.district_id, from.place->area.id(), monthOfNumber(from.month), monthOfNumber(until), now};
  stream->ledger_ = &stream->snapshot_->district(from.district_id);
  DOORSTEP_ASSIGN(stream->at_, stream->ledger_->head());
  DOORSTEP_TRY(stream->count());
  DOORSTEP_ASSIGN(stream->source_, exportSource(*stream->ledger_, stream->directory_, stream->question_));
  return stream;
}

// Every page says how many there are in all, so they are gone through once before.
absl::Status ExportStream::count() {
  DOORSTEP_ASSIGN(const auto source, exportSource(*ledger_, directory_, question_));
  while (true) {
    v1::ExportReply rows;
    DOORSTEP_ASSIGN(const bool more, source->next(rows));
    if (!more) {
      return absl::OkStatus();
    }
    total_ += static_cast<std::uint64_t>(rowsOf(rows));
  }
}

absl::StatusOr<std::optional<v1::ExportReply>> ExportStream::next() {
  v1::ExportReply page;
  while (rowsOf(page) < kMostRows) {
    if (given_ == rowsOf(step_)) {
      step_.Clear();
      given_ = 0;
      DOORSTEP_ASSIGN(const bool more, source_->next(step_));
      if (!more) {
        break;
      }
    }
    const int room = std::min(kMostRows - rowsOf(page), rowsOf(step_) - given_);
    moveRows(*step_.mutable_visits(), given_, room, *page.mutable_visits());
    moveRows(*step_.mutable_hours(), given_, room, *page.mutable_hours());
    moveRows(*step_.mutable_risks(), given_, room, *page.mutable_risks());
    moveRows(*step_.mutable_coverage(), given_, room, *page.mutable_coverage());
    given_ += room;
  }
  if (rowsOf(page) == 0 && began_) {
    return std::nullopt;
  }
  began_ = true;
  page.set_total(total_);
  *page.mutable_at() = at_;
  return page;
}

}  // namespace doorstep::service
