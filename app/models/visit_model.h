#pragma once

#include <QtQml/qqmlregistration.h>
#include <QTimer>
#include <memory>

#include "app/models/elder_parts.h"
#include "app/models/page_model.h"
#include "app/models/row_model.h"
#include "app/models/visit_editor.h"
#include "app/models/visit_parts.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// The visit being recorded. What is filled in is kept as a draft 300 ms after the last change and
// at once on a pause, on leaving and on locking, so that nothing is lost whatever happens.
class VisitModel final : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(doorstep::models::app_enums::VisitStage stage READ stage NOTIFY stageChanged)
  Q_PROPERTY(QString elderId READ elderId NOTIFY stageChanged)
  Q_PROPERTY(QString title READ title NOTIFY stageChanged)
  Q_PROPERTY(QString door READ door NOTIFY stageChanged)
  Q_PROPERTY(doorstep::models::Moment startedAt READ startedAt NOTIFY changed)
  Q_PROPERTY(doorstep::models::Moment endedAt READ endedAt NOTIFY changed)
  Q_PROPERTY(int minutesLasted READ minutesLasted NOTIFY changed)
  Q_PROPERTY(bool paused READ paused NOTIFY changed)
  Q_PROPERTY(bool paper READ paper NOTIFY stageChanged)            // copied from a paper form
  Q_PROPERTY(bool correction READ correction NOTIFY stageChanged)  // stands for a saved visit
  Q_PROPERTY(int daysAgo READ daysAgo WRITE setDaysAgo NOTIFY changed)
  Q_PROPERTY(int mostDaysAgo READ mostDaysAgo NOTIFY stageChanged)
  Q_PROPERTY(doorstep::models::Moment today READ today NOTIFY stageChanged)
  // After nobody answered: what comes next, and until when.
  Q_PROPERTY(bool unanswered READ unanswered NOTIFY changed)
  Q_PROPERTY(QList<int> signs READ signs NOTIFY changed)  // WarningSign
  Q_PROPERTY(int nextStep READ nextStep NOTIFY changed)   // LadderStep
  Q_PROPERTY(doorstep::models::Moment nextStepDue READ nextStepDue NOTIFY changed)
  Q_PROPERTY(QString withNames READ withNames NOTIFY changed)  // who came along
  Q_PROPERTY(doorstep::models::RowModel* colleagues READ colleagues CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* promises READ promises CONSTANT)          // made on this visit
  Q_PROPERTY(doorstep::models::RowModel* openPromises READ openPromises CONSTANT)  // of earlier ones
  Q_PROPERTY(int keptPromises READ keptPromises NOTIFY changed)
  Q_PROPERTY(bool anyoneMet READ anyoneMet NOTIFY changed)
  Q_PROPERTY(bool answered READ answered NOTIFY changed)
  Q_PROPERTY(QString answersOf READ answersOf WRITE setAnswersOf NOTIFY changed)
  Q_PROPERTY(bool hasLastTime READ hasLastTime NOTIFY changed)
  Q_PROPERTY(bool asLastTime READ isAsLastTime NOTIFY changed)
  Q_PROPERTY(int answerCount READ answerCount NOTIFY changed)
  Q_PROPERTY(doorstep::models::Moment lastTimeOn READ lastTimeOn NOTIFY stageChanged)
  Q_PROPERTY(QString lastTimeText READ lastTimeText NOTIFY changed)
  Q_PROPERTY(QString answersText READ answersText NOTIFY changed)
  Q_PROPERTY(QList<int> chosenServices READ chosenServices NOTIFY changed)
  Q_PROPERTY(int serviceMinutes READ serviceMinutes NOTIFY changed)
  Q_PROPERTY(QString note READ note WRITE setNote NOTIFY noteChanged)
  Q_PROPERTY(QStringList phrases READ phrases NOTIFY changed)
  Q_PROPERTY(doorstep::models::RowModel* elders READ elders CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* checklist READ checklist CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* services READ services CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* risks READ risks CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* problems READ problems CONSTANT)
  Q_PROPERTY(doorstep::models::RowModel* contacts READ contacts CONSTANT)

 public:
  explicit VisitModel(Desk& desk);
  ~VisitModel() override;
  static VisitModel* create(QQmlEngine* engine, QJSEngine* script);

  // Begins a visit at an elder's door, or goes on with the one begun there.
  Q_INVOKABLE void begin(const QString& elder_id);
  // Copies a visit from paper; puts a saved one right; says that a saved one did not take place. None
  // of it while a visit at this door is begun and not saved.
  Q_INVOKABLE void beginPaper(const QString& elder_id);
  Q_INVOKABLE void correct(const QString& elder_id, const QString& visit_id);
  Q_INVOKABLE void voidVisit(const QString& elder_id, const QString& visit_id);
  // Leaves the page; the draft stays.
  Q_INVOKABLE void leave();
  Q_INVOKABLE void discard();
  Q_INVOKABLE void setMet(const QString& elder_id, doorstep::models::care_enums::Met met);
  Q_INVOKABLE void setProxy(const QString& elder_id, const QString& contact_id);
  Q_INVOKABLE void setProposal(const QString& elder_id, int proposal);
  Q_INVOKABLE void takeLastTime();
  Q_INVOKABLE void takeUsual();
  Q_INVOKABLE void clearAnswers();
  Q_INVOKABLE void setAnswer(const QString& item_code, int option);
  Q_INVOKABLE void setService(int kind, int minutes);
  Q_INVOKABLE void addRisk(const QString& elder_id, int kind, int level, const QString& note, const QString& called);
  Q_INVOKABLE void removeRisk(const QString& flag_id);
  Q_INVOKABLE void addPhrase(const QString& phrase);
  Q_INVOKABLE void setSign(int sign, bool noticed);
  Q_INVOKABLE void setColleague(const QString& worker_id, bool there);
  // days < 0: at the next visit.
  Q_INVOKABLE void addPromise(const QString& what, int days);
  Q_INVOKABLE void removePromise(const QString& promise_id);
  Q_INVOKABLE void setKept(const QString& promise_id, bool kept);
  Q_INVOKABLE void pause();
  Q_INVOKABLE void resume();
  Q_INVOKABLE void finish();
  Q_INVOKABLE void backToRecording();
  Q_INVOKABLE void setLasted(int minutes);
  Q_INVOKABLE void save();
  // Now, without waiting for a pause in typing.
  void keepDraft();
  // The words that came with the data follow the person's language.
  void setLanguage(const QString& language);

  app_enums::VisitStage stage() const { return stage_; }
  const QString& elderId() const { return elder_id_; }
  std::string householdId() const { return editor_ ? editor_->draft().visit().household_id() : std::string(); }
  std::string visitId() const { return editor_ ? editor_->draft().visit().id() : std::string(); }
  QString title() const;
  QString door() const;
  Moment startedAt() const;
  Moment endedAt() const;
  int minutesLasted() const { return editor_ ? editor_->minutesLasted() : 0; }
  bool paused() const { return editor_ && editor_->paused(); }
  bool paper() const { return editor_ && editor_->isPaper(); }
  bool correction() const { return editor_ && editor_->isCorrection(); }
  int daysAgo() const;
  void setDaysAgo(int days);
  int mostDaysAgo() const;
  Moment today() const { return momentOf(desk().today()); }
  bool unanswered() const { return !unansweredElder().empty(); }
  QList<int> signs() const;
  int nextStep() const { return ladder_.next; }
  Moment nextStepDue() const { return deadlineOf(ladder_.next_due_at, desk().zone()); }
  QString withNames() const;
  RowModel* colleagues() { return &colleagues_; }
  RowModel* promises() { return &promises_; }
  RowModel* openPromises() { return &open_promises_; }
  int keptPromises() const;
  bool anyoneMet() const;
  bool answered() const;
  QString answersOf() const { return answers_of_; }
  void setAnswersOf(const QString& elder_id);
  bool hasLastTime() const { return editor_ && editor_->hasLastAnswers(); }
  bool isAsLastTime() const { return editor_ && editor_->isAsLastTime(); }
  int answerCount() const;  // of the elder whose answers are shown
  Moment lastTimeOn() const;
  QString lastTimeText() const;
  QString answersText() const;
  QList<int> chosenServices() const;
  int serviceMinutes() const;
  QString note() const;
  void setNote(const QString& note);
  QStringList phrases() const;
  RowModel* elders() { return &elders_; }
  RowModel* checklist() { return &checklist_; }
  RowModel* services() { return &services_; }
  RowModel* risks() { return &risks_; }
  RowModel* problems() { return &problems_; }
  RowModel* contacts() { return &contacts_; }

 signals:
  void stageChanged();
  void changed();
  void noteChanged();
  void saved();
  void voided();

 private:
  struct Opened {
    store::ElderFile file;
    v1::ChecklistTemplate checklist;
    std::vector<v1::Worker> workers;
    std::vector<v1::VisitDraft> drafts;
  };
  struct Start {
    enum class Kind { Visit, Paper, Correction } kind = Kind::Visit;
    std::string visit_id;  // of the one to correct
  };
  void open(const QString& elder_id, const Start& start);
  void take(Opened opened, const Start& start);
  bool beginAs(const Start& start);
  void pauseOthers(std::vector<v1::VisitDraft> drafts);
  absl::Time visitNow() const;
  std::string unansweredElder() const;
  void setStage(app_enums::VisitStage stage);
  void edited();
  QString inARow(int ChecklistRow::*option) const;
  void showAll();
  void showElders();
  void showChecklist();
  void showServices();
  void showRisks();
  void showPromises();
  void showColleagues();
  void showLadder();
  void showProblems(const std::vector<v1::Problem>& found);
  void close();

  std::unique_ptr<VisitEditor> editor_;
  app_enums::VisitStage stage_ = app_enums::VisitStage::None;
  QString elder_id_;
  QString answers_of_;
  QString language_ = QStringLiteral("zh");
  QTimer keep_;
  std::vector<v1::Worker> workers_;
  care::LadderStatus ladder_;
  Rows<MetElder> elders_{&MetElder::elder_id};
  Rows<ChecklistRow> checklist_{&ChecklistRow::code};
  Rows<ServiceRow> services_{&ServiceRow::key};
  Rows<DraftRisk> risks_{&DraftRisk::flag_id};
  Rows<VisitProblem> problems_{&VisitProblem::key};
  Rows<Colleague> colleagues_{&Colleague::worker_id};
  Rows<PromiseEntry> promises_{&PromiseEntry::promise_id};
  Rows<PromiseEntry> open_promises_{&PromiseEntry::promise_id};
  Rows<ContactPerson> contacts_{&ContactPerson::contact_id};
};

}  // namespace doorstep::models
