#include "app/models/aside_model.h"

#include <QTime>
#include <algorithm>

#include "app/models/models.h"
#include "app/models/text.h"
#include "app/models/typed_day.h"
#include "sync/care/calendar.h"

namespace doorstep::models {
namespace {

constexpr qsizetype kReasonCharacters = 200;

}  // namespace

ParkedEntry parkedEntryOf(const v1::ParkedChange& parked, absl::TimeZone zone) {
  ParkedEntry entry;
  entry.key = idText(parked.change_id());
  entry.kind = parked.kind();
  entry.device = text(parked.device_name());
  entry.worker = text(parked.worker_name());
  entry.received_at = momentOf(parked.received_at(), zone);
  if (parked.problems_size() == 0)
    return entry;
  const v1::Problem& problem = parked.problems(0);
  entry.problem = problem.code();
  entry.field = text(problem.field());
  if (problem.code() == v1::PROBLEM_CODE_TIME_UNCERTAIN && problem.details_size() == 3) {
    entry.claimed = text(problem.details(0));
    entry.made_from = text(problem.details(1));
    entry.made_until = text(problem.details(2));
  }
  return entry;
}

AsideModel::AsideModel(Desk& desk) : DeedModel(desk) {
  connect(&desk, &Desk::closed, this, [this] {
    nextQuestion();
    decided_.clear();
    rows_.replace({});
    setProgress(Progress::Loading);
  });
}

AsideModel* AsideModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).aside;
}

void AsideModel::refresh() {
  const std::vector<v1::Role>& roles = desk().session().roles;
  if (std::none_of(roles.begin(), roles.end(),
                   [](v1::Role role) { return role == v1::ROLE_SUPERVISOR || role == v1::ROLE_DISTRICT_STAFF; }))
    return;
  const std::uint64_t question = nextQuestion();
  desk().endOfDay(this, v1::GetEndOfDayRequest(), [this, question](const absl::StatusOr<v1::EndOfDay>& evening) {
    if (!isLatest(question))
      return;
    if (!evening.ok()) {
      setProgress(Progress::Failed, failureOf(evening.status()));
      return;
    }
    show(*evening);
    setProgress(Progress::Ready);
  });
}

void AsideModel::show(const v1::EndOfDay& evening) {
  std::vector<ParkedEntry> entries;
  for (const v1::ParkedChange& parked : evening.parked()) {
    ParkedEntry entry = parkedEntryOf(parked, desk().zone());
    if (!decided_.contains(entry.key))
      entries.push_back(std::move(entry));
  }
  rows_.replace(std::move(entries));
}

void AsideModel::accept(const QString& key) {
  decide(key, v1::DECISION_ACCEPT, {});
}

bool AsideModel::letGo(const QString& key, const QString& reason) {
  const QString said = reason.trimmed();
  if (said.isEmpty() || said.size() > kReasonCharacters)
    return false;
  decide(key, v1::DECISION_LET_GO, said);
  return true;
}

bool AsideModel::correctVisit(const QString& change_id, const QString& day, const QString& began, int minutes) {
  const std::optional<absl::CivilDay> on = typedDay(day, desk().today());
  const QTime time = QTime::fromString(began.trimmed().replace(QChar(0xFF1A), QChar(u':')), QStringLiteral("H:mm"));
  if (!on || !time.isValid() || minutes <= 0)
    return false;
  const absl::CivilSecond starts(on->year(), on->month(), on->day(), time.hour(), time.minute());
  const absl::Time started_at = absl::FromCivil(starts, desk().zone());
  carryOut([id = idOf(change_id), started_at, minutes](store::Recorder& recorder) {
    return recorder.correctVisit(id, started_at, started_at + absl::Minutes(minutes));
  });
  return true;
}

void AsideModel::decide(const QString& key, v1::Decision decision, const QString& reason) {
  v1::Settlement settlement;
  settlement.set_subject_id(idOf(key));
  settlement.set_decision(decision);
  settlement.set_reason(reason.toStdString());
  carryOut([settlement](store::Recorder& recorder) { return recorder.settle(settlement); },
           [this, key] {
             decided_.insert(key);
             std::vector<ParkedEntry> left = rows_.rows();
             std::erase_if(left, [&key](const ParkedEntry& entry) { return entry.key == key; });
             rows_.replace(std::move(left));
           });
}

}  // namespace doorstep::models
