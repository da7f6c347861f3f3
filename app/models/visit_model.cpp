#include "app/models/visit_model.h"

#include "app/models/models.h"
#include "app/models/text.h"

namespace doorstep::models {
namespace {

using app_enums::VisitStage;
using care_enums::Met;

constexpr int kKeepAfterMs = 300;

}  // namespace

VisitModel::VisitModel(Desk& desk) : PageModel(desk) {
  keep_.setSingleShot(true);
  keep_.setInterval(kKeepAfterMs);
  connect(&keep_, &QTimer::timeout, this, &VisitModel::keepDraft);
  connect(&desk, &Desk::closing, this, [this] {
    if (keep_.isActive())
      keepDraft();
  });
  connect(&desk, &Desk::closed, this, &VisitModel::close);
}

VisitModel::~VisitModel() = default;

VisitModel* VisitModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).visit;
}

void VisitModel::begin(const QString& elder_id) {
  open(elder_id, {});
}

void VisitModel::open(const QString& elder_id, const Start& start) {
  const std::string id = idOf(elder_id);
  if (id.empty())
    return;
  keepDraft();
  close();
  elder_id_ = elder_id;
  setProgress(Progress::Loading);
  setStage(VisitStage::Loading);
  const std::uint64_t question = nextQuestion();
  using Answer = absl::StatusOr<Opened>;
  desk().ask<Answer>(
      this,
      [id, today = desk().today()](store::Queries& queries) -> Answer {
        auto file = queries.elder(id, today);
        if (!file.ok())
          return file.status();
        auto checklist = queries.checklist();
        if (!checklist.ok())
          return checklist.status();
        auto workers = queries.workers();
        if (!workers.ok())
          return workers.status();
        auto drafts = queries.drafts();
        if (!drafts.ok())
          return drafts.status();
        return Opened{*std::move(file), *std::move(checklist), *std::move(workers), *std::move(drafts)};
      },
      [this, question, start](Answer opened) {
        if (!isLatest(question))
          return;
        if (!opened.ok()) {
          setProgress(Progress::Failed, failureOf(opened.status()));
          return;
        }
        take(*std::move(opened), start);
      });
}

void VisitModel::take(Opened opened, const Start& start) {
  workers_ = std::move(opened.workers);
  editor_ = std::make_unique<VisitEditor>(std::move(opened.file), std::move(opened.checklist), desk().session(),
                                          [this] { return desk().newId(); });
  if (!beginAs(start)) {
    close();
    return;
  }
  editor_->reopen();
  keepDraft();  // before the others are paused, after which the lists are read again
  pauseOthers(std::move(opened.drafts));
  answers_of_ = elder_id_;
  setProgress(Progress::Ready);
  setStage(VisitStage::Recording);
  showAll();
  emit noteChanged();
}

void VisitModel::edited() {
  editor_->touch(desk().now());
  keep_.start();
  showAll();
}

void VisitModel::keepDraft() {
  keep_.stop();
  if (!editor_ || stage_ == VisitStage::Saving || stage_ == VisitStage::Saved)
    return;
  desk().record<absl::Status>(
      this, [draft = editor_->draft()](store::Recorder& recorder) { return recorder.keepDraft(draft); },
      [this](const absl::Status& status) {
        if (!status.ok())
          setProgress(Progress::Failed, failureOf(status));
        else if (failure() != Failure::None)
          setProgress(Progress::Ready);
      });
}

void VisitModel::leave() {
  if (!editor_) {
    close();  // one that could not be opened
    return;
  }
  keepDraft();
  close();
  // Behind the draft on the writer, so that the lists see it.
  desk().record<absl::Status>(
      this, [](store::Recorder&) { return absl::OkStatus(); }, [this](const absl::Status&) { desk().readAgain(); });
}

void VisitModel::discard() {
  if (!editor_)
    return;
  keep_.stop();
  desk().record<absl::Status>(
      this,
      [household = editor_->file().household.id()](store::Recorder& recorder) {
        return recorder.discardDraft(household);
      },
      [this](const absl::Status& status) {
        if (!status.ok()) {
          setProgress(Progress::Failed, failureOf(status));
          return;
        }
        close();
        desk().readAgain();
      });
}

void VisitModel::close() {
  keep_.stop();
  nextQuestion();
  editor_.reset();
  elder_id_.clear();
  problems_.replace({});
  setStage(VisitStage::None);
}

void VisitModel::setMet(const QString& elder_id, Met met) {
  if (!editor_)
    return;
  editor_->setMet(idOf(elder_id), met);
  edited();
}

void VisitModel::setProxy(const QString& elder_id, const QString& contact_id) {
  if (!editor_)
    return;
  editor_->setProxy(idOf(elder_id), idOf(contact_id));
  edited();
}

void VisitModel::setProposal(const QString& elder_id, int proposal) {
  if (!editor_ || !v1::StatusProposal_IsValid(proposal))
    return;
  editor_->setProposal(idOf(elder_id), static_cast<v1::StatusProposal>(proposal));
  edited();
}

void VisitModel::takeLastTime() {
  if (!editor_)
    return;
  editor_->asLastTime();
  edited();
}

void VisitModel::takeUsual() {
  if (!editor_)
    return;
  editor_->asUsual();
  edited();
}

void VisitModel::clearAnswers() {
  if (!editor_)
    return;
  editor_->clearAnswers();
  edited();
}

void VisitModel::setAnswer(const QString& item_code, int option) {
  if (!editor_)
    return;
  for (const v1::ChecklistItem& item : editor_->checklist().items()) {
    if (text(item.code()) != item_code || option >= item.options_size())
      continue;
    editor_->setAnswer(idOf(answers_of_), item.code(), option < 0 ? std::string() : item.options(option).code());
  }
  edited();
}

void VisitModel::setService(int kind, int minutes) {
  if (!editor_ || !v1::ServiceKind_IsValid(kind))
    return;
  editor_->setMinutes(static_cast<v1::ServiceKind>(kind), minutes, desk().now());
  edited();
}

void VisitModel::addRisk(const QString& elder_id, int kind, int level, const QString& note, const QString& called) {
  if (!editor_ || !v1::RiskKind_IsValid(kind) || !v1::RiskLevel_IsValid(level))
    return;
  editor_->addRisk(idOf(elder_id), static_cast<v1::RiskKind>(kind), static_cast<v1::RiskLevel>(level),
                   note.trimmed().toStdString(), called.trimmed().toStdString(), desk().now());
  edited();
}

void VisitModel::removeRisk(const QString& flag_id) {
  if (!editor_)
    return;
  editor_->removeRisk(idOf(flag_id));
  edited();
}

void VisitModel::setNote(const QString& note) {
  if (!editor_ || note == this->note())
    return;
  editor_->setNote(note.toStdString());
  emit noteChanged();
  edited();
}

void VisitModel::addPhrase(const QString& phrase) {
  static const QString endings = QStringLiteral("。！？；.!?;");
  const bool english = language_ == QStringLiteral("en");
  QString before = note();
  if (!before.isEmpty() && !endings.contains(before.back()))
    before += english ? QStringLiteral(";") : QStringLiteral("；");
  if (!before.isEmpty() && english)
    before += QLatin1Char(' ');
  setNote(before + phrase);
}

void VisitModel::pause() {
  if (!editor_)
    return;
  editor_->pause(visitNow());
  showAll();
  keepDraft();
}

void VisitModel::resume() {
  if (!editor_)
    return;
  editor_->resume(visitNow());
  showAll();
  keepDraft();
}

void VisitModel::finish() {
  if (!editor_)
    return;
  editor_->finish(visitNow());
  showProblems(editor_->problems(desk().now()));
  setStage(VisitStage::Summary);
  showAll();
  keepDraft();
}

void VisitModel::backToRecording() {
  if (!editor_)
    return;
  editor_->reopen();
  problems_.replace({});
  setStage(VisitStage::Recording);
  showAll();
}

void VisitModel::setLasted(int minutes) {
  if (!editor_)
    return;
  editor_->setLasted(minutes);
  showProblems(editor_->problems(desk().now()));
  edited();
}

void VisitModel::save() {
  if (!editor_ || stage_ != VisitStage::Summary)
    return;
  keep_.stop();
  setStage(VisitStage::Saving);
  using Answer = absl::StatusOr<store::SaveResult>;
  desk().record<Answer>(
      this, [draft = editor_->complete()](store::Recorder& recorder) { return recorder.saveVisit(draft); },
      [this](const Answer& answer) {
        if (!answer.ok()) {
          setStage(VisitStage::Summary);
          setProgress(Progress::Failed, failureOf(answer.status()));
          return;
        }
        if (!answer->problems.empty()) {
          setStage(VisitStage::Summary);
          showProblems(answer->problems);
          return;
        }
        setProgress(Progress::Ready);
        setStage(VisitStage::Saved);
        emit saved();
        desk().saved();
      });
}

void VisitModel::setStage(VisitStage stage) {
  if (stage == stage_)
    return;
  stage_ = stage;
  emit stageChanged();
}

}  // namespace doorstep::models
