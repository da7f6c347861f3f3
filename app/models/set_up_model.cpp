#include "app/models/set_up_model.h"

#include <algorithm>
#include <utility>

#include "app/models/models.h"
#include "app/models/text.h"

namespace doorstep::models {
namespace {

using app_enums::FileTrouble;
using app_enums::ImportStage;

constexpr std::size_t kMostShown = 500;

}  // namespace

SetUpModel::SetUpModel(Desk& desk, Papers* papers) : PageModel(desk), papers_(papers) {
  connect(&desk, &Desk::closed, this, [this] {
    nextQuestion();
    putAway();
    hideCode();
    workers_.replace({});
    setProgress(Progress::Loading);
  });
}

SetUpModel* SetUpModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).set_up;
}

void SetUpModel::refresh() {
  const std::uint64_t question = nextQuestion();
  using Answer = absl::StatusOr<std::vector<v1::Worker>>;
  desk().ask<Answer>(
      this, [](store::Queries& queries) { return queries.workers(); },
      [this, question](const Answer& workers) {
        if (!isLatest(question))
          return;
        if (!workers.ok()) {
          setProgress(Progress::Failed, failureOf(workers.status()));
          return;
        }
        workers_.replace(workerChoicesOf(*workers));
        setProgress(Progress::Ready);
      });
}

void SetUpModel::chooseFile() {
  if (papers_ == nullptr || stage_ == ImportStage::Reading || stage_ == ImportStage::Sending)
    return;
  putAway();
  setStage(ImportStage::Reading);
  papers_->openRows([this](RowsFile file) { take(std::move(file)); });
}

void SetUpModel::take(RowsFile file) {
  if (stage_ != ImportStage::Reading)
    return;
  if (file.cancelled) {
    putAway();
    return;
  }
  file_ = std::move(file);
  total_ = static_cast<int>(file_.rows.size());
  for (const v1::Problem& problem : file_.problems)
    addRefused({problem}, static_cast<int>(problem.line()));
  refused_rows_.replace(refused_);
  setStage(file_.trouble == FileTrouble::None ? ImportStage::Read : ImportStage::Unreadable);
}

void SetUpModel::send() {
  if ((stage_ != ImportStage::Read && stage_ != ImportStage::Stopped) || total_ == 0)
    return;
  created_ = updated_ = unchanged_ = refused_by_service_ = 0;
  setProgress(Progress::Ready);
  setStage(ImportStage::Sending);
  desk().import(
      this, file_.rows, [this](const v1::ImportReply& reply) { count(reply); },
      [this](const absl::Status& status) { ended(status); });
}

void SetUpModel::count(const v1::ImportReply& reply) {
  for (const v1::ImportRowResult& result : reply.results()) {
    switch (result.outcome()) {
      case v1::IMPORT_OUTCOME_CREATED:
        ++created_;
        break;
      case v1::IMPORT_OUTCOME_UPDATED:
        ++updated_;
        break;
      case v1::IMPORT_OUTCOME_UNCHANGED:
        ++unchanged_;
        break;
      default:
        ++refused_by_service_;
        addRefused({result.problems().begin(), result.problems().end()}, static_cast<int>(result.line()));
    }
  }
  refused_rows_.replace(refused_);
  emit changed();
}

void SetUpModel::addRefused(const std::vector<v1::Problem>& problems, int line) {
  for (const v1::Problem& problem : problems) {
    RefusedRow row;
    row.key = QStringLiteral("%1 %2 %3").arg(line).arg(text(problem.field())).arg(problem.code());
    const bool known =
        std::any_of(refused_.begin(), refused_.end(), [&row](const RefusedRow& one) { return one.key == row.key; });
    if (known || refused_.size() >= kMostShown)
      continue;
    row.line = line;
    row.field = text(problem.field());
    row.problem = problem.code();
    if (problem.details_size() > 0)
      row.detail = text(problem.details(0));
    refused_.push_back(std::move(row));
  }
}

void SetUpModel::stop() {
  if (stage_ == ImportStage::Sending)
    desk().stopImport();
}

void SetUpModel::ended(const absl::Status& status) {
  if (stage_ != ImportStage::Sending)
    return;
  const bool stopped = absl::IsCancelled(status);
  setProgress(status.ok() || stopped ? Progress::Ready : Progress::Failed,
              status.ok() || stopped ? Failure::None : failureOf(status));
  setStage(status.ok() ? ImportStage::Done : ImportStage::Stopped);
  if (answered() > 0)
    desk().syncNow();  // what went in comes down to this desk
}

void SetUpModel::putAway() {
  if (stage_ == ImportStage::Sending)
    desk().stopImport();
  file_ = {};
  total_ = created_ = updated_ = unchanged_ = refused_by_service_ = 0;
  refused_.clear();
  refused_rows_.replace({});
  setStage(ImportStage::None);
}

void SetUpModel::setStage(ImportStage stage) {
  stage_ = stage;
  emit changed();
}

void SetUpModel::issueCode(const QString& staff_number, const QString& name) {
  if (asking_)
    return;
  hideCode();
  asking_ = true;
  code_for_ = name;
  emit codeChanged();
  v1::IssueCodeRequest request;
  request.set_staff_number(staff_number.toStdString());
  desk().issueCode(this, request, [this](const absl::StatusOr<v1::IssueCodeReply>& reply) {
    asking_ = false;
    if (reply.ok()) {
      code_ = text(reply->code());
      code_until_ = momentOf(reply->expires_at(), desk().zone());
    } else {
      code_failure_ = failureOf(reply.status());
    }
    emit codeChanged();
  });
}

void SetUpModel::hideCode() {
  asking_ = false;
  code_for_.clear();
  code_.clear();
  code_until_ = {};
  code_failure_ = Failure::None;
  emit codeChanged();
}

}  // namespace doorstep::models
