#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/models/workspace.h"
#include "sync/outside/random.h"

namespace doorstep::tests {

// What the pages see, and how it fails on demand. Any thread.
class FakeStore final : public store::Queries, public store::Recorder {
 public:
  explicit FakeStore(std::vector<v1::Role> roles);

  void clear();                    // a district in which nothing has been set up and nothing come yet
  void lengthenNames();            // of elders, doors and workers
  void fail(absl::Status status);  // every read and write from now on; OK heals
  void setElders(std::vector<store::ElderRow> elders);
  void setOverview(store::SyncOverview overview);
  void refuseWith(std::vector<v1::Problem> problems);  // the next saves
  std::vector<v1::VisitDraft> savedVisits() const;
  std::vector<v1::Record> appended() const;
  std::vector<v1::VisitDraft> keptDrafts() const;
  std::vector<std::pair<v1::Record, v1::Record>> edits() const;  // before and after
  std::vector<v1::Settlement> settlements() const;
  void setPictures(std::vector<store::PictureRow> pictures);  // of every door
  std::vector<store::PictureRow> keptPictures() const;
  void setOpenWork(store::OpenWork work);
  void setAssignments(std::vector<v1::Assignment> assignments);  // of every door that is asked for
  void setRules(v1::DistrictRules rules);
  void freezeLastMonth();  // there are figures for it, and what came later

  absl::StatusOr<store::Session> session() override;
  absl::StatusOr<std::vector<store::ElderRow>> today(absl::CivilDay today) override;
  absl::StatusOr<std::vector<store::ElderRow>> search(const std::string& text, absl::CivilDay today) override;
  absl::StatusOr<store::ElderFile> elder(const std::string& elder_id, absl::CivilDay today) override;
  absl::StatusOr<std::optional<v1::VisitDraft>> draft(const std::string& household_id) override;
  absl::StatusOr<v1::ChecklistTemplate> checklist() override;
  absl::StatusOr<std::vector<store::CaseloadRow>> caseload(absl::CivilDay today) override;
  absl::StatusOr<std::vector<store::ElderRow>> eldersOf(const std::string& worker_id, absl::CivilDay today) override;
  absl::StatusOr<std::vector<store::RiskRow>> openRisks() override;
  absl::StatusOr<store::CoverageView> coverage(const std::string& area_id, absl::CivilMonth month) override;
  absl::StatusOr<store::SyncOverview> syncOverview() override;
  absl::StatusOr<store::OpenWork> openWork(absl::CivilDay today) override;
  absl::StatusOr<store::MyMonth> myMonth(absl::CivilMonth month, absl::CivilDay today) override;
  absl::StatusOr<std::vector<v1::VisitDraft>> drafts() override;
  absl::StatusOr<std::vector<store::PaperRow>> paperList(const std::string& worker_id, absl::CivilDay today) override;
  absl::StatusOr<std::vector<v1::Worker>> workers() override;
  absl::StatusOr<std::vector<store::TargetRow>> targets(absl::CivilDay today) override;
  absl::StatusOr<std::vector<v1::Assignment>> assignmentsOf(const std::string& household_id) override;
  absl::StatusOr<std::vector<store::DutyNumber>> dutyNumbers(absl::Time now) override;
  absl::StatusOr<std::vector<store::PictureRow>> pictures(const std::string& household_id) override;
  absl::StatusOr<std::string> picture(const std::string& content_hash) override;

  absl::StatusOr<store::SaveResult> saveVisit(const v1::VisitDraft& draft) override;
  absl::StatusOr<store::SaveResult> append(const v1::Record& record) override;
  absl::StatusOr<store::SaveResult> edit(const v1::Record& before, const v1::Record& after) override;
  absl::StatusOr<store::SaveResult> settle(const v1::Settlement& settlement) override;
  absl::StatusOr<store::SaveResult> correctVisit(const std::string& change_id, absl::Time started_at,
                                                 absl::Time ended_at) override;
  absl::Status keepDraft(const v1::VisitDraft& draft) override;
  absl::Status discardDraft(const std::string& household_id) override;
  absl::StatusOr<store::SaveResult> addPicture(const v1::Attachment& attachment, const std::string& content) override;
  absl::Status removePicture(const std::string& attachment_id) override;
  absl::Status describePicture(const std::string& attachment_id, const std::string& caption) override;
  absl::Status wantPicture(const v1::Attachment& attachment) override;

 private:
  store::LadderRow ladderRow(const v1::Ladder& ladder) const;
  void climb(const v1::VisitDraft& draft);
  void addVisitorsPart(store::ElderFile& file) const;
  void addSearches(std::vector<store::ElderRow>& rows) const;

  mutable std::mutex mutex_;
  absl::Status failure_;
  std::vector<v1::Role> roles_;
  std::vector<store::ElderRow> elders_;
  store::SyncOverview overview_;
  std::vector<v1::Problem> problems_;
  std::map<std::string, v1::VisitDraft> drafts_;
  std::vector<v1::Ladder> ladders_;
  std::vector<v1::LadderEvent> ladder_events_;
  std::vector<v1::VisitDraft> kept_;
  std::vector<v1::VisitDraft> saved_;
  std::vector<v1::Record> appended_;
  std::vector<std::string> acknowledged_;
  std::vector<std::pair<v1::Record, v1::Record>> edits_;
  std::vector<v1::Settlement> settlements_;
  std::vector<store::PictureRow> pictures_;
  std::map<std::string, std::string> picture_contents_;  // by hash
  std::optional<store::OpenWork> open_work_;
  std::optional<std::vector<v1::Assignment>> assignments_;
  std::optional<v1::DistrictRules> rules_;
  bool last_month_frozen_ = false;
  bool clear_ = false;
  bool long_names_ = false;
};

// Passes questions on, or keeps silent after the first one, by which a store opens.
class QuestionExecutor final : public outside::Executor {
 public:
  void beSilent() { silent_ = true; }
  void post(Task task) override;
  Timer postAfter(absl::Duration delay, Task task) override { return executor_.postAfter(delay, std::move(task)); }
  void cancel(Timer timer) override { executor_.cancel(timer); }

 private:
  bool silent_ = false;
  bool asked_ = false;
  outside::SerialExecutor executor_;
};

// A clock that stands still until it is told otherwise.
class StandingClock final : public outside::Clock {
 public:
  explicit StandingClock(absl::Time now) : now_(now) {}
  void set(absl::Time now) { now_ = now; }
  absl::Time now() const override { return now_; }
  absl::Duration monotonic() const override { return now_ - absl::UnixEpoch(); }
  std::string bootId() const override { return std::string(16, 'b'); }

 private:
  absl::Time now_;
};

class FakeWorkspace final : public models::Workspace {
 public:
  explicit FakeWorkspace(std::vector<v1::Role> roles);
  ~FakeWorkspace() override;

  FakeStore& store() { return store_; }
  StandingClock& standingClock() { return clock_; }
  void sayStatus(const client::SyncStatus& status);
  void answerMissedWith(absl::StatusOr<v1::ListMissedReply> reply) { missed_ = std::move(reply); }
  // Nothing that is asked after opening is ever answered.
  void beSilent();
  int syncsAsked() const { return syncs_asked_; }
  int comparisonsAsked() const { return comparisons_asked_; }
  int contentsAsked() const { return contents_asked_; }
  const client::TransferRules& transferRules() const { return rules_; }

  store::Queries& queries() override { return store_; }
  outside::Executor& queryExecutor() override { return query_executor_; }
  store::Recorder& recorder() override { return store_; }
  outside::Executor& writerExecutor() override { return writer_; }
  const outside::Clock& clock() override { return clock_; }
  outside::IdentifierSource& identifiers() override { return identifiers_; }
  void observe(std::function<void(const client::SyncStatus&)> on_status,
               std::function<void()> on_store_changed) override;
  void syncNow() override { ++syncs_asked_; }
  void compareNow() override { ++comparisons_asked_; }
  void changesWaiting() override {}
  void contentsWanted() override { ++contents_asked_; }
  void setTransferRules(const client::TransferRules& rules) override { rules_ = rules; }
  void missed(const v1::ListMissedRequest& request, MissedDone done) override;
  void endOfDay(const v1::GetEndOfDayRequest& request, EveningDone done) override;
  void issueCode(const v1::IssueCodeRequest& request, CodeDone done) override;
  void import(std::vector<v1::ImportRow> rows, std::function<void(const v1::ImportReply&)> on_reply,
              std::function<void(absl::Status)> done) override;
  void stopImport() override { import_stopped_ = true; }
  void answerEveningWith(absl::StatusOr<v1::EndOfDay> evening) { evening_ = std::move(evening); }
  // Imports stop after that many rows and wait; goOnImporting() answers the rest.
  void holdImportAfter(std::size_t rows) { hold_after_ = rows; }
  void goOnImporting();
  bool importStopped() const { return import_stopped_; }

 private:
  FakeStore store_;
  StandingClock clock_;
  outside::SystemRandom random_;
  outside::IdentifierSource identifiers_;
  std::function<void(const client::SyncStatus&)> on_status_;
  std::optional<absl::StatusOr<v1::ListMissedReply>> missed_;
  std::optional<absl::StatusOr<v1::EndOfDay>> evening_;
  std::optional<std::size_t> hold_after_;
  std::function<void()> held_;
  bool import_stopped_ = false;
  int syncs_asked_ = 0;
  int comparisons_asked_ = 0;
  int contents_asked_ = 0;
  client::TransferRules rules_;
  bool silent_ = false;
  QuestionExecutor query_executor_;
  outside::SerialExecutor writer_;
};

}  // namespace doorstep::tests
