// The desk's half of the fakes: open work, targets, paper, the evening, set-up.

#include <algorithm>
#include <utility>

#include "sync/care/calendar.h"
#include "tests/ui/fakes/fake_workspace.h"
#include "tests/ui/fakes/long_names.h"
#include "tests/ui/fakes/sample_district.h"

namespace doorstep::tests {

std::vector<std::pair<v1::Record, v1::Record>> FakeStore::edits() const {
  const std::lock_guard lock(mutex_);
  return edits_;
}

std::vector<v1::Settlement> FakeStore::settlements() const {
  const std::lock_guard lock(mutex_);
  return settlements_;
}

absl::StatusOr<store::SaveResult> FakeStore::correctVisit(const std::string&, absl::Time, absl::Time) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  store::SaveResult result;
  result.problems = problems_;
  return result;
}

absl::StatusOr<store::SaveResult> FakeStore::settle(const v1::Settlement& settlement) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  store::SaveResult result;
  result.problems = problems_;
  if (problems_.empty())
    settlements_.push_back(settlement);
  return result;
}

void FakeStore::setAssignments(std::vector<v1::Assignment> assignments) {
  const std::lock_guard lock(mutex_);
  assignments_ = std::move(assignments);
}

void FakeStore::setOpenWork(store::OpenWork work) {
  const std::lock_guard lock(mutex_);
  open_work_ = std::move(work);
}

void FakeStore::setRules(v1::DistrictRules rules) {
  const std::lock_guard lock(mutex_);
  rules_ = std::move(rules);
}

void FakeStore::clear() {
  const std::lock_guard lock(mutex_);
  clear_ = true;
  elders_.clear();
  drafts_.clear();
  ladders_.clear();
  overview_ = {};
  open_work_ = store::OpenWork();
  rules_ = v1::DistrictRules();
}

void FakeStore::lengthenNames() {
  const std::lock_guard lock(mutex_);
  long_names_ = true;
  elders_ = withLongNames(elders_);
  open_work_ = withLongNames(sampleOpenWork());
  overview_ = withLongNames(overview_);
}

void FakeStore::freezeLastMonth() {
  const std::lock_guard lock(mutex_);
  last_month_frozen_ = true;
}

absl::StatusOr<store::OpenWork> FakeStore::openWork(absl::CivilDay) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  store::OpenWork work = open_work_.value_or(sampleOpenWork());
  for (store::RiskRow& row : work.risks) {
    if (std::find(acknowledged_.begin(), acknowledged_.end(), row.flag.id()) != acknowledged_.end())
      row.status.state = v1::RISK_STATE_ACKNOWLEDGED;
  }
  return work;
}

absl::StatusOr<std::vector<store::PaperRow>> FakeStore::paperList(const std::string&, absl::CivilDay) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  return clear_ ? std::vector<store::PaperRow>() : long_names_ ? withLongNames(samplePaperList()) : samplePaperList();
}

absl::StatusOr<std::vector<v1::Worker>> FakeStore::workers() {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  return clear_ ? std::vector<v1::Worker>() : long_names_ ? withLongNames(sampleWorkers()) : sampleWorkers();
}

absl::StatusOr<std::vector<store::TargetRow>> FakeStore::targets(absl::CivilDay) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  return clear_ ? std::vector<store::TargetRow>() : sampleTargets();
}

absl::StatusOr<std::vector<v1::Assignment>> FakeStore::assignmentsOf(const std::string& household_id) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  return assignments_ ? *assignments_ : sampleAssignments(household_id);
}

void FakeWorkspace::endOfDay(const v1::GetEndOfDayRequest& request, EveningDone done) {
  if (silent_)
    return;
  v1::EndOfDay evening = sampleEvening(false);
  if (care::isSet(request.on()))
    *evening.mutable_on() = request.on();
  done(evening_.value_or(std::move(evening)));
}

void FakeWorkspace::issueCode(const v1::IssueCodeRequest&, CodeDone done) {
  v1::IssueCodeReply reply;
  reply.set_code("7QK3-M2XW-9TPB-HC6R");
  *reply.mutable_expires_at() = care::toTimestamp(clock_.now() + absl::Hours(24));
  done(std::move(reply));
}

void FakeWorkspace::import(std::vector<v1::ImportRow> rows, std::function<void(const v1::ImportReply&)> on_reply,
                           std::function<void(absl::Status)> done) {
  import_stopped_ = false;
  const std::size_t at_once = std::min(rows.size(), hold_after_.value_or(rows.size()));
  const auto answer = [on_reply](const v1::ImportRow& row) {
    v1::ImportReply reply;
    v1::ImportRowResult* result = reply.add_results();
    result->set_line(row.line());
    const bool refused = row.line() % 5 == 0;
    result->set_outcome(refused ? v1::IMPORT_OUTCOME_REFUSED : v1::IMPORT_OUTCOME_CREATED);
    if (refused) {
      v1::Problem* problem = result->add_problems();
      problem->set_code(v1::PROBLEM_CODE_UNKNOWN_AREA);
      problem->set_field("area_code");
      problem->set_line(row.line());
    }
    on_reply(reply);
  };
  for (std::size_t at = 0; at < at_once; ++at)
    answer(rows[at]);
  if (at_once == rows.size()) {
    done(absl::OkStatus());
    return;
  }
  held_ = [this, rows = std::move(rows), at_once, answer, done = std::move(done)] {
    for (std::size_t at = at_once; at < rows.size() && !import_stopped_; ++at)
      answer(rows[at]);
    done(import_stopped_ ? absl::CancelledError("stopped") : absl::OkStatus());
  };
}

void FakeWorkspace::goOnImporting() {
  if (const auto held = std::exchange(held_, nullptr))
    held();
}

}  // namespace doorstep::tests
