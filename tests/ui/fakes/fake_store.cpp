#include <algorithm>

#include "app/store/default_checklist.h"
#include "tests/ui/fakes/fake_workspace.h"
#include "tests/ui/fakes/long_names.h"
#include "tests/ui/fakes/sample_district.h"

namespace doorstep::tests {

FakeStore::FakeStore(std::vector<v1::Role> roles)
    : roles_(std::move(roles)), elders_(sampleElders()), overview_(sampleOverview(true)), ladders_(sampleLadders()) {
  const v1::VisitDraft draft = sampleDraft();
  drafts_[draft.visit().household_id()] = draft;
}

void FakeStore::fail(absl::Status status) {
  const std::lock_guard lock(mutex_);
  failure_ = std::move(status);
}
void FakeStore::setElders(std::vector<store::ElderRow> elders) {
  const std::lock_guard lock(mutex_);
  elders_ = std::move(elders);
}
void FakeStore::setOverview(store::SyncOverview overview) {
  const std::lock_guard lock(mutex_);
  overview_ = std::move(overview);
}
void FakeStore::refuseWith(std::vector<v1::Problem> problems) {
  const std::lock_guard lock(mutex_);
  problems_ = std::move(problems);
}
std::vector<v1::VisitDraft> FakeStore::savedVisits() const {
  const std::lock_guard lock(mutex_);
  return saved_;
}
std::vector<v1::Record> FakeStore::appended() const {
  const std::lock_guard lock(mutex_);
  return appended_;
}
std::vector<v1::VisitDraft> FakeStore::keptDrafts() const {
  const std::lock_guard lock(mutex_);
  return kept_;
}

absl::StatusOr<store::Session> FakeStore::session() {
  const std::lock_guard lock(mutex_);
  store::Session session = sampleSession(roles_);
  session.rules = rules_.value_or(sampleRules());
  return session;
}

absl::StatusOr<std::vector<store::ElderRow>> FakeStore::today(absl::CivilDay) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  std::vector<store::ElderRow> rows;
  for (const store::ElderRow& row : elders_) {
    if (row.due || row.visited_today || row.draft)
      rows.push_back(row);
  }
  for (store::ElderRow& row : rows)
    row.draft = row.draft || drafts_.contains(row.household_id);
  addSearches(rows);
  return rows;
}

absl::StatusOr<std::vector<store::ElderRow>> FakeStore::search(const std::string& text, absl::CivilDay) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  std::vector<store::ElderRow> rows;
  for (const store::ElderRow& row : elders_) {
    if (text.empty() || row.name.find(text) != std::string::npos || row.door.find(text) != std::string::npos) {
      rows.push_back(row);
    }
  }
  return rows;
}

absl::StatusOr<store::ElderFile> FakeStore::elder(const std::string& elder_id, absl::CivilDay) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  const auto row = std::find_if(elders_.begin(), elders_.end(),
                                [&](const store::ElderRow& one) { return one.elder_id == elder_id; });
  if (row == elders_.end())
    return absl::NotFoundError("no such elder");
  store::ElderFile file = sampleFile(*row);
  if (const auto draft = drafts_.find(row->household_id); draft != drafts_.end())
    file.draft = draft->second;
  for (const v1::ChecklistItem& item : store::defaultChecklist().items()) {
    v1::Answer answer;
    answer.set_item_code(item.code());
    answer.set_option_code(item.options(0).code());
    file.last_answers.push_back(answer);
  }
  file.last_answers_on = *row->last_contact_on;
  addVisitorsPart(file);
  return file;
}

absl::StatusOr<std::optional<v1::VisitDraft>> FakeStore::draft(const std::string& household_id) {
  const std::lock_guard lock(mutex_);
  const auto draft = drafts_.find(household_id);
  return draft == drafts_.end() ? std::nullopt : std::optional(draft->second);
}

absl::StatusOr<v1::ChecklistTemplate> FakeStore::checklist() {
  return store::defaultChecklist();
}

absl::StatusOr<std::vector<store::CaseloadRow>> FakeStore::caseload(absl::CivilDay) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  return clear_ ? std::vector<store::CaseloadRow>() : long_names_ ? withLongNames(sampleCaseload()) : sampleCaseload();
}

absl::StatusOr<std::vector<store::ElderRow>> FakeStore::eldersOf(const std::string&, absl::CivilDay) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  return elders_;
}

absl::StatusOr<std::vector<store::RiskRow>> FakeStore::openRisks() {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  std::vector<store::RiskRow> risks = sampleRisks();
  for (store::RiskRow& row : risks) {
    if (std::find(acknowledged_.begin(), acknowledged_.end(), row.flag.id()) != acknowledged_.end()) {
      row.status.state = v1::RISK_STATE_ACKNOWLEDGED;
    }
  }
  return risks;
}

absl::StatusOr<store::CoverageView> FakeStore::coverage(const std::string& area_id, absl::CivilMonth month) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  if (clear_)
    return absl::NotFoundError("no figures");
  if (last_month_frozen_ && month == absl::CivilMonth(kSampleDay) - 1)
    return sampleFrozenCoverage(month);
  if (month != absl::CivilMonth(kSampleDay))
    return absl::NotFoundError("no figures");
  return long_names_ ? withLongNames(sampleCoverage(area_id, month)) : sampleCoverage(area_id, month);
}

absl::StatusOr<store::SyncOverview> FakeStore::syncOverview() {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  return overview_;
}

absl::StatusOr<store::SaveResult> FakeStore::saveVisit(const v1::VisitDraft& draft) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  if (!problems_.empty())
    return store::SaveResult{problems_, false, {}};
  const auto same = [&draft](const v1::VisitDraft& one) { return one.visit().id() == draft.visit().id(); };
  if (std::any_of(saved_.begin(), saved_.end(), same))
    return store::SaveResult{{}, true, {}};
  saved_.push_back(draft);
  drafts_.erase(draft.visit().household_id());
  climb(draft);
  for (store::ElderRow& row : elders_) {
    if (row.household_id == draft.visit().household_id())
      row.visited_today = true;
  }
  ++overview_.waiting_visits;
  return store::SaveResult{};
}

absl::StatusOr<store::SaveResult> FakeStore::append(const v1::Record& record) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  if (!problems_.empty())
    return store::SaveResult{problems_, false, {}};
  appended_.push_back(record);
  acknowledged_.push_back(record.risk_event().flag_id());
  if (record.has_ladder_event())
    ladder_events_.push_back(record.ladder_event());
  return store::SaveResult{};
}

absl::StatusOr<store::SaveResult> FakeStore::edit(const v1::Record& before, const v1::Record& after) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  if (!problems_.empty())
    return store::SaveResult{problems_, false, {}};
  edits_.emplace_back(before, after);
  if (after.has_district_rules())
    rules_ = after.district_rules();
  return store::SaveResult{};
}

absl::Status FakeStore::keepDraft(const v1::VisitDraft& draft) {
  const std::lock_guard lock(mutex_);
  if (!failure_.ok())
    return failure_;
  drafts_[draft.visit().household_id()] = draft;
  kept_.push_back(draft);
  return absl::OkStatus();
}

absl::Status FakeStore::discardDraft(const std::string& household_id) {
  const std::lock_guard lock(mutex_);
  drafts_.erase(household_id);
  return absl::OkStatus();
}

}  // namespace doorstep::tests
