#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "app/models/met.h"
#include "app/store/queries.h"
#include "doorstep/v1/draft.pb.h"

namespace doorstep::models {

// One visit being filled in: every change a person can make to the draft, and nothing else. Knows
// no store and no page. `now` is given with each call; ids come from `new_id`.
class VisitEditor {
 public:
  VisitEditor(store::ElderFile file, v1::ChecklistTemplate checklist, store::Session session,
              std::function<std::string()> new_id);

  // Goes on with the file's draft, else begins one.
  void begin(absl::Time now);
  // Begins to copy a visit from paper: its day is known, not its hour.
  void beginPaper(absl::Time now, absl::TimeZone zone);
  // Begins a new record that is to stand for a saved visit.
  void beginCorrection(const v1::Visit& saved, absl::Time now);
  void keepClocks(const v1::Stamp& begun);  // of a visit that begins now
  bool isPaper() const { return draft_.visit().source() == v1::VISIT_SOURCE_PAPER; }
  bool isCorrection() const { return !draft_.visit().corrects_id().empty(); }
  // A paper visit's day; its length stays.
  void setDay(absl::CivilDay day, absl::Time now, absl::TimeZone zone);
  const v1::VisitDraft& draft() const { return draft_; }
  const store::ElderFile& file() const { return file_; }
  const v1::ChecklistTemplate& checklist() const { return checklist_; }

  // Those behind the door, the one whose file was opened first.
  const std::vector<v1::Elder>& elders() const { return elders_; }
  care_enums::Met met(const std::string& elder_id) const;
  void setMet(const std::string& elder_id, care_enums::Met met);
  void setProposal(const std::string& elder_id, v1::StatusProposal proposal);
  // The Contact on file who vouched; only the opened elder's contacts are known here.
  bool proxyPossible(const std::string& elder_id, absl::CivilDay today) const;
  void setProxy(const std::string& elder_id, const std::string& contact_id);

  // Answers of one elder by item code; empty when not answered.
  std::string answer(const std::string& elder_id, const std::string& item) const;
  std::string lastAnswer(const std::string& elder_id, const std::string& item) const;
  void setAnswer(const std::string& elder_id, const std::string& item, const std::string& option);
  bool hasLastAnswers() const { return !file_.last_answers.empty(); }
  // Takes over last time's answers for everybody who was met.
  void asLastTime();
  // The first visit's shortcut: the usual answer everywhere, for the visitor to look over.
  void asUsual();
  void clearAnswers();
  bool isAsLastTime() const;

  int minutesOf(v1::ServiceKind kind) const;  // 0: not chosen
  void setMinutes(v1::ServiceKind kind, int minutes, absl::Time now);

  void addRisk(const std::string& elder_id, v1::RiskKind kind, v1::RiskLevel level, const std::string& note,
               const std::string& called, absl::Time now);
  void removeRisk(const std::string& flag_id);

  // Who was there besides whoever records it; their services have the same minutes.
  void setWorker(const std::string& worker_id, bool there);
  bool wasThere(const std::string& worker_id) const;

  void setSign(v1::WarningSign sign, bool noticed);
  bool noticed(v1::WarningSign sign) const;

  // Without a day: at the next visit.
  void addPromise(const std::string& what, std::optional<absl::CivilDay> due_on);
  void removePromise(const std::string& promise_id);
  void setKept(const std::string& promise_id, bool kept);
  bool isKept(const std::string& promise_id) const;

  void setNote(const std::string& note);
  bool paused() const { return draft_.has_paused_since(); }
  void pause(absl::Time now);
  void resume(absl::Time now);

  // Ends the visit now; further changes reopen it.
  void finish(absl::Time now);
  void reopen();
  // Says how long it lasted, where the clock went wrong or the visit was left open.
  void setLasted(int minutes);
  int minutesLasted() const;
  void touch(absl::Time now);

  // What keeps it from being saved, with the field's path in the draft.
  std::vector<v1::Problem> problems(absl::Time now) const;
  // The whole draft as it is to be saved: services and risks point at the visit and its start.
  v1::VisitDraft complete() const;

 private:
  v1::VisitContact* contactOf(const std::string& elder_id);
  const v1::VisitContact* contactOf(const std::string& elder_id) const;
  void setAnswer(const std::string& elder_id, const std::string& item, const std::string& option, bool same);
  void dropAnswers(const std::string& elder_id);
  std::string answerOwner(const std::string& elder_id) const;
  v1::ServiceEntry newService(v1::ServiceKind kind) const;
  void beginVisit(absl::Time now);

  store::ElderFile file_;
  v1::ChecklistTemplate checklist_;
  store::Session session_;
  std::function<std::string()> new_id_;
  std::vector<v1::Elder> elders_;
  v1::VisitDraft draft_;
};

}  // namespace doorstep::models
