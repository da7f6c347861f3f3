// What the visit's page shows of the draft.
#include <algorithm>

#include "app/models/text.h"
#include "app/models/visit_model.h"
#include "app/store/door.h"
#include "sync/care/calendar.h"

namespace doorstep::models {
namespace {

int optionIndex(const v1::ChecklistItem& item, const std::string& code) {
  for (int at = 0; at < item.options_size(); ++at) {
    if (item.options(at).code() == code)
      return at;
  }
  return -1;
}

}  // namespace

void VisitModel::setLanguage(const QString& language) {
  language_ = language;
  if (editor_)
    showAll();
}

void VisitModel::setAnswersOf(const QString& elder_id) {
  if (elder_id == answers_of_ || !editor_)
    return;
  answers_of_ = elder_id;
  showAll();
}

void VisitModel::showAll() {
  if (!editor_)
    return;
  showElders();
  showChecklist();
  showServices();
  showRisks();
  showPromises();
  showColleagues();
  showLadder();
  emit changed();
}

void VisitModel::showElders() {
  std::vector<MetElder> rows;
  const int year = static_cast<int>(desk().today().year());
  for (const v1::Elder& elder : editor_->elders()) {
    MetElder row;
    row.elder_id = idText(elder.id());
    row.name = text(elder.name());
    row.age = elder.birth_year() > 0 ? year - elder.birth_year() : 0;
    row.met = editor_->met(elder.id());
    row.proxy_possible = editor_->proxyPossible(elder.id(), desk().today() - daysAgo());
    for (const v1::VisitContact& contact : editor_->draft().visit().contacts()) {
      if (contact.elder_id() == elder.id())
        row.proposal = contact.proposal();
    }
    rows.push_back(std::move(row));
  }
  elders_.replace(std::move(rows));
  std::vector<ContactPerson> people;
  for (const v1::Contact& contact : editor_->file().contacts)
    people.push_back(contactPersonOf(contact));
  contacts_.replace(std::move(people));
}

void VisitModel::showChecklist() {
  std::vector<ChecklistRow> rows;
  const std::string elder = idOf(answers_of_);
  for (const v1::ChecklistItem& item : editor_->checklist().items()) {
    ChecklistRow row;
    row.code = text(item.code());
    row.label = localText(item.label(), language_);
    for (const v1::ChecklistOption& option : item.options())
      row.options << localText(option.label(), language_);
    row.chosen = optionIndex(item, editor_->answer(elder, item.code()));
    row.last = optionIndex(item, editor_->lastAnswer(elder, item.code()));
    if (row.chosen >= 0 && item.options(row.chosen).suggests_risk()) {
      row.suggested_risk = item.options(row.chosen).risk_kind();
    }
    rows.push_back(std::move(row));
  }
  checklist_.replace(std::move(rows));
}

void VisitModel::showServices() {
  std::vector<ServiceRow> rows;
  for (const v1::ServiceKind kind : servicesInOrder()) {
    ServiceRow row;
    row.kind = kind;
    row.key = QString::number(kind);
    row.minutes = editor_->minutesOf(kind);
    row.chosen = row.minutes > 0;
    rows.push_back(std::move(row));
  }
  services_.replace(std::move(rows));
}

void VisitModel::showRisks() {
  std::vector<DraftRisk> rows;
  for (const v1::RiskFlag& flag : editor_->draft().risks()) {
    DraftRisk row;
    row.flag_id = idText(flag.id());
    row.kind = flag.kind();
    row.level = flag.level();
    row.note = text(flag.note());
    row.called = text(flag.called());
    for (const v1::Elder& elder : editor_->elders()) {
      if (elder.id() == flag.elder_id())
        row.elder_name = text(elder.name());
    }
    rows.push_back(std::move(row));
  }
  risks_.replace(std::move(rows));
}

void VisitModel::showProblems(const std::vector<v1::Problem>& found) {
  std::vector<VisitProblem> rows;
  for (const v1::Problem& problem : found) {
    VisitProblem row;
    row.code = problem.code();
    row.field = text(problem.field());
    row.key = QStringLiteral("%1 %2").arg(row.field).arg(row.code);
    if (problem.details_size() > 0)
      row.detail = text(problem.details(0));
    rows.push_back(std::move(row));
  }
  problems_.replace(std::move(rows));
}

QString VisitModel::title() const {
  if (!editor_)
    return {};
  QStringList names;
  for (const v1::Elder& elder : editor_->elders())
    names << text(elder.name());
  return names.join(QStringLiteral(" · "));
}

QString VisitModel::door() const {
  return editor_ ? text(store::doorOf(editor_->file().household)) : QString();
}

Moment VisitModel::startedAt() const {
  if (!editor_)
    return {};
  Moment started = momentOf(editor_->draft().visit().started_at(), desk().zone());
  started.has_time = editor_->draft().visit().precision() != v1::PRECISION_DAY;
  return started;
}

Moment VisitModel::endedAt() const {
  return editor_ && editor_->draft().visit().has_ended_at()
             ? momentOf(editor_->draft().visit().ended_at(), desk().zone())
             : Moment{};
}

bool VisitModel::anyoneMet() const {
  return editor_ && std::any_of(editor_->elders().begin(), editor_->elders().end(),
                                [this](const v1::Elder& elder) { return wasMet(editor_->met(elder.id())); });
}

bool VisitModel::answered() const {
  return editor_ && editor_->draft().visit().contacts_size() > 0;
}

int VisitModel::answerCount() const {
  return static_cast<int>(std::count_if(checklist_.rows().begin(), checklist_.rows().end(),
                                        [](const ChecklistRow& row) { return row.chosen >= 0; }));
}

Moment VisitModel::lastTimeOn() const {
  return editor_ ? momentOf(editor_->file().last_answers_on) : Moment{};
}

QString VisitModel::lastTimeText() const {
  return inARow(&ChecklistRow::last);
}

QString VisitModel::answersText() const {
  return inARow(&ChecklistRow::chosen);
}

// Labels and options side by side, to be read aloud: "情绪平稳，饮食正常".
QString VisitModel::inARow(int ChecklistRow::*option) const {
  QStringList words;
  const bool english = language_ == QStringLiteral("en");
  const QString separator = english ? QStringLiteral(" ") : QString();
  for (const ChecklistRow& row : checklist_.rows()) {
    if (row.*option >= 0)
      words << row.label + separator + row.options.at(row.*option);
  }
  return words.join(english ? QStringLiteral(", ") : QStringLiteral("，"));
}

QList<int> VisitModel::chosenServices() const {
  QList<int> kinds;
  for (const ServiceRow& row : services_.rows()) {
    if (row.chosen)
      kinds << row.kind;
  }
  return kinds;
}

int VisitModel::serviceMinutes() const {
  int minutes = 0;
  for (const ServiceRow& row : services_.rows())
    minutes += row.minutes;
  return minutes;
}

QString VisitModel::note() const {
  return editor_ ? text(editor_->draft().visit().note()) : QString();
}

QStringList VisitModel::phrases() const {
  QStringList phrases;
  if (!editor_)
    return phrases;
  for (const v1::LocalText& phrase : editor_->checklist().phrases())
    phrases << localText(phrase, language_);
  return phrases;
}

}  // namespace doorstep::models
