#include "app/models/paper_entry_model.h"

#include <QStringList>
#include <algorithm>
#include <array>
#include <utility>

#include "app/models/elder_entry.h"
#include "app/models/models.h"
#include "app/models/paper_time.h"
#include "app/models/text.h"
#include "app/models/typed_day.h"
#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"

namespace doorstep::models {
namespace {

using app_enums::PaperTrouble;

struct PaperOutcome {
  v1::ContactMode mode;
  v1::ContactOutcome outcome;
};

// In the order in which the form has them.
constexpr std::array<PaperOutcome, 6> kOutcomes{{
    {v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN},
    {v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN_REFUSED},
    {v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SPOKE_REMOTE},
    {v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SPOKE_REFUSED},
    {v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_NO_REPLY},
    {v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_NOT_SEEN_SAFE},
}};
constexpr int kLongestMinutes = 24 * 60;

std::optional<PaperOutcome> outcomeAt(const QString& key) {
  bool number = false;
  const int at = key.trimmed().toInt(&number);
  if (!number || at < 1 || at > static_cast<int>(kOutcomes.size()))
    return std::nullopt;
  return kOutcomes[static_cast<std::size_t>(at - 1)];
}

QString namesIn(const std::vector<v1::Elder>& elders) {
  QStringList names;
  for (const v1::Elder& elder : elders)
    names << text(elder.name());
  return names.join(QStringLiteral(" · "));
}

}  // namespace

PaperEntryModel::PaperEntryModel(Desk& desk, Papers* papers) : DeedModel(desk), papers_(papers) {
  connect(&desk, &Desk::sessionChanged, this, &PaperEntryModel::headChanged);
  connect(&desk, &Desk::closed, this, [this] {
    nextQuestion();
    worker_id_.clear();
    day_.reset();
    list_.clear();
    kept_.clear();
    saved_file_.clear();
    file_failure_ = Failure::None;
    showDoors();
    showEntered();
    workers_.replace({});
    setProgress(Progress::Loading);
    emit headChanged();
    emit filedChanged();
  });
}

PaperEntryModel* PaperEntryModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).paper_entry;
}

int PaperEntryModel::backdateDays() const {
  return static_cast<int>(care::rulesOn(desk().session().rules, desk().today()).backdate_days());
}

QString PaperEntryModel::workerName() const {
  const auto& rows = workers_.rows();
  const auto worker =
      std::find_if(rows.begin(), rows.end(), [this](const WorkerChoice& one) { return one.worker_id == worker_id_; });
  return worker == rows.end() ? QString() : worker->name;
}

void PaperEntryModel::begin() {
  saved_file_.clear();
  file_failure_ = Failure::None;
  emit filedChanged();
  if (!day_)
    day_ = desk().today();
  emit headChanged();
  using Answer = absl::StatusOr<std::vector<v1::Worker>>;
  desk().ask<Answer>(
      this, [](store::Queries& queries) { return queries.workers(); },
      [this](const Answer& workers) {
        if (!workers.ok()) {
          setProgress(Progress::Failed, failureOf(workers.status()));
          return;
        }
        workers_.replace(workerChoicesOf(*workers));
        emit headChanged();
        readDoors();
      });
}

void PaperEntryModel::chooseWorker(const QString& worker_id) {
  if (worker_id == worker_id_)
    return;
  worker_id_ = worker_id;
  emit headChanged();
  readDoors();
}

bool PaperEntryModel::setDay(const QString& typed) {
  const auto day = typedDay(typed, desk().today());
  const bool fits = day && *day <= desk().today();
  day_ = fits ? day : std::nullopt;
  emit headChanged();
  return fits;
}

// Not read again while lines are being entered: the numbers on the paper would move.
void PaperEntryModel::readDoors() {
  const std::uint64_t question = nextQuestion();
  using Answer = absl::StatusOr<std::vector<store::PaperRow>>;
  desk().ask<Answer>(
      this,
      [worker = idOf(worker_id_), today = desk().today()](store::Queries& queries) {
        return queries.paperList(worker, today);
      },
      [this, question](Answer list) {
        if (!isLatest(question))
          return;
        if (!list.ok()) {
          setProgress(Progress::Failed, failureOf(list.status()));
          return;
        }
        list_ = *std::move(list);
        showDoors();
        setProgress(Progress::Ready);
      });
}

void PaperEntryModel::showDoors() {
  std::vector<PaperDoor> doors;
  for (const store::PaperRow& row : list_) {
    PaperDoor door;
    door.key = idText(row.household_id);
    door.number = static_cast<int>(row.number);
    door.names = namesIn(row.elders);
    door.door = text(row.door);
    door.area = areaText(row.area);
    door.due = row.due.has_value();
    door.days_left = row.due ? row.due->days_left : 0;
    door.entered = enteredBefore({&row, {}});
    doors.push_back(std::move(door));
  }
  doors_.replace(std::move(doors));
}

PaperEntryModel::Found PaperEntryModel::find(const QString& typed) const {
  QString number = typed.trimmed();
  std::size_t only = 0;
  if (number.size() > 1 && number.front().isDigit() && number.back().isLetter()) {
    only = static_cast<std::size_t>(number.back().toLower().unicode() - u'a') + 1;
    number.chop(1);
  }
  for (const store::PaperRow& row : list_) {
    if (number == QString::number(row.number)) {
      if (only == 0)
        return {&row, row.elders};
      return only <= row.elders.size() ? Found{&row, {row.elders[only - 1]}} : Found{};
    }
    for (const v1::Elder& elder : row.elders) {
      if (text(elder.file_number()).compare(typed.trimmed(), Qt::CaseInsensitive) == 0)
        return {&row, {elder}};
    }
  }
  return {};
}

QString PaperEntryModel::namesOf(const QString& number) const {
  return namesIn(find(number).elders);
}

int PaperEntryModel::outcomeOf(const QString& key) const {
  const auto outcome = outcomeAt(key);
  return outcome ? outcome->outcome : 0;
}

int PaperEntryModel::modeOf(const QString& key) const {
  const auto outcome = outcomeAt(key);
  return outcome ? outcome->mode : 0;
}

bool PaperEntryModel::enteredBefore(const Found& found) const {
  return std::any_of(kept_.begin(), kept_.end(), [&](const Kept& kept) {
    return !kept.shown.taken_back && kept.visit.household_id() == found.row->household_id &&
           idText(kept.visit.worker_ids(0)) == worker_id_ && kept.shown.day == day();
  });
}

PaperTrouble PaperEntryModel::enter(const QString& number, const QString& outcome_key, const QString& minutes,
                                    const QString& late_reason, bool again) {
  if (worker_id_.isEmpty())
    return PaperTrouble::NoWorker;
  if (!day_)
    return PaperTrouble::NoDay;
  if (late() && late_reason.trimmed().isEmpty())
    return PaperTrouble::ReasonMissing;
  const Found found = find(number);
  if (found.row == nullptr)
    return PaperTrouble::UnknownNumber;
  const auto outcome = outcomeAt(outcome_key);
  if (!outcome)
    return PaperTrouble::UnknownOutcome;
  const int lasted = minutes.trimmed().toInt();
  const bool in_vain = outcome->outcome == v1::CONTACT_OUTCOME_NO_REPLY;
  if (lasted < (in_vain ? 0 : 1) || lasted > kLongestMinutes)
    return PaperTrouble::MinutesMissing;
  if (!again && enteredBefore(found))
    return PaperTrouble::Twice;
  const v1::Visit visit = visitOf(found, outcome_key, lasted, late_reason);
  v1::Record record;
  *record.mutable_visit() = visit;
  append(std::move(record), [this, visit, found] { remember(visit, found); });
  return PaperTrouble::None;
}

v1::Visit PaperEntryModel::visitOf(const Found& found, const QString& outcome_key, int minutes,
                                   const QString& late_reason) {
  v1::Visit visit;
  visit.set_id(desk().newId());
  visit.set_household_id(found.row->household_id);
  for (const v1::Elder& elder : found.elders) {
    v1::VisitContact* contact = visit.add_contacts();
    contact->set_elder_id(elder.id());
    contact->set_mode(outcomeAt(outcome_key)->mode);
    contact->set_outcome(outcomeAt(outcome_key)->outcome);
  }
  visit.add_worker_ids(idOf(worker_id_));
  visit.set_recorded_by(desk().session().worker.id());
  const absl::Time start = startOnDay(*day_, minutes, desk().now(), desk().zone());
  *visit.mutable_started_at() = care::toTimestamp(start);
  *visit.mutable_ended_at() = care::toTimestamp(start + absl::Minutes(minutes));
  visit.set_zone(desk().session().zone);
  visit.set_precision(v1::PRECISION_DAY);
  visit.set_source(v1::VISIT_SOURCE_PAPER);
  if (late())
    visit.set_late_reason(late_reason.trimmed().toStdString());
  return visit;
}

void PaperEntryModel::remember(const v1::Visit& visit, const Found& found) {
  Kept kept;
  kept.visit = visit;
  kept.shown.key = idText(visit.id());
  kept.shown.number = static_cast<int>(found.row->number);
  kept.shown.names = namesIn(found.elders);
  kept.shown.day = day();
  kept.shown.mode = visit.contacts(0).mode();
  kept.shown.outcome = visit.contacts(0).outcome();
  kept.shown.minutes =
      static_cast<int>(absl::ToInt64Minutes(care::toTime(visit.ended_at()) - care::toTime(visit.started_at())));
  kept_.insert(kept_.begin(), std::move(kept));
  showEntered();
  showDoors();
}

void PaperEntryModel::takeBack(const QString& key) {
  const auto kept = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) { return one.shown.key == key; });
  if (kept == kept_.end() || kept->shown.taken_back)
    return;
  v1::Record record;
  *record.mutable_visit() = kept->visit;
  record.mutable_visit()->set_id(desk().newId());
  record.mutable_visit()->set_corrects_id(kept->visit.id());
  record.mutable_visit()->set_voided(true);
  append(std::move(record), [this, key] {
    for (Kept& one : kept_)
      one.shown.taken_back = one.shown.taken_back || one.shown.key == key;
    showEntered();
    showDoors();
  });
}

void PaperEntryModel::showEntered() {
  std::vector<EnteredVisit> shown;
  for (const Kept& kept : kept_)
    shown.push_back(kept.shown);
  entered_.replace(std::move(shown));
}

void PaperEntryModel::savePaperList() {
  if (papers_ == nullptr || list_.empty())
    return;
  papers_->savePaperList({desk().session().district_name, workerName().toStdString(), desk().today(), list_},
                         [this](const Filed& filed) {
                           saved_file_ = filed.file_name;
                           file_failure_ = filed.failure;
                           emit filedChanged();
                         });
}

}  // namespace doorstep::models
