#include "app/models/elder_model.h"

#include "app/models/elder_entry.h"
#include "app/models/models.h"
#include "app/models/text.h"
#include "app/store/door.h"
#include "sync/care/elder_history.h"

namespace doorstep::models {
namespace {

template <typename Row, typename Source, typename Make>
std::vector<Row> made(const Source& source, const Make& make) {
  std::vector<Row> rows;
  rows.reserve(source.size());
  for (const auto& one : source)
    rows.push_back(make(one));
  return rows;
}

}  // namespace

ElderModel::ElderModel(Desk& desk) : PageModel(desk) {
  connect(&desk, &Desk::storeChanged, this, &ElderModel::refresh);
  connect(&desk, &Desk::dayChanged, this, &ElderModel::refresh);
  connect(&desk, &Desk::closed, this, [this] { show({}); });
}

ElderModel* ElderModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).elder;
}

void ElderModel::show(const QString& elder_id) {
  if (elder_id == elder_id_)
    return;
  elder_id_ = elder_id;
  take({});
  setProgress(Progress::Loading);
  emit elderChanged();
  refresh();
}

void ElderModel::refresh() {
  const std::uint64_t question = nextQuestion();
  const std::string id = idOf(elder_id_);
  if (id.empty())
    return;
  using Answer = absl::StatusOr<store::ElderFile>;
  desk().ask<Answer>(
      this, [id, today = desk().today()](store::Queries& queries) { return queries.elder(id, today); },
      [this, question](Answer file) {
        if (!isLatest(question))
          return;
        if (!file.ok()) {
          setProgress(Progress::Failed, failureOf(file.status()));
          return;
        }
        take(std::move(*file));
        setProgress(Progress::Ready);
      });
}

void ElderModel::take(store::ElderFile file) {
  file_ = std::move(file);
  const absl::TimeZone zone = desk().zone();
  const int year = static_cast<int>(desk().today().year());
  contacts_.replace(made<ContactPerson>(file_.contacts, contactPersonOf));
  companions_.replace(made<Companion>(file_.companions, [year](const v1::Elder& elder) {
    Companion companion;
    companion.elder_id = idText(elder.id());
    companion.name = text(elder.name());
    companion.age = elder.birth_year() > 0 ? year - elder.birth_year() : 0;
    return companion;
  }));
  timeline_.replace(made<PastVisit>(file_.timeline, [this, zone](const store::TimelineEntry& entry) {
    PastVisit past = pastVisitOf(entry, file_.elder.id(), zone);
    past.correctable = mayCorrect(entry.visit, desk().session());
    return past;
  }));
  risks_.replace(made<RiskEntry>(
      file_.risks, [this, zone](const store::RiskRow& row) { return riskEntryOf(row, desk().now(), zone); }));
  conflicts_.replace(made<FieldConflict>(
      file_.conflicts, [zone](const v1::Conflict& conflict) { return fieldConflictOf(conflict, zone); }));
  promises_.replace(made<PromiseEntry>(file_.promises, [this](const store::OpenPromise& open) {
    return promiseEntryOf(open.promise, open.made_on, desk().today());
  }));
  emit fileChanged();
}

QString ElderModel::householdId() const {
  return idText(file_.household.id());
}
QString ElderModel::name() const {
  return text(file_.elder.name());
}
int ElderModel::age() const {
  return file_.elder.birth_year() > 0 ? static_cast<int>(desk().today().year()) - file_.elder.birth_year() : 0;
}
int ElderModel::tier() const {
  return care::tierOn(file_.elder, desk().today());
}
int ElderModel::status() const {
  return care::statusOn(file_.elder, desk().today(), care::rulesOn(desk().session().rules, desk().today()));
}
QList<int> ElderModel::kinds() const {
  QList<int> kinds;
  for (const v1::ElderKind kind : care::kindsOn(file_.elder, desk().today()))
    kinds << kind;
  return kinds;
}
QString ElderModel::fileNumber() const {
  return text(file_.elder.file_number());
}
QString ElderModel::phone() const {
  return text(file_.elder.phone());
}
QString ElderModel::speech() const {
  return text(file_.elder.language());
}
QString ElderModel::hearing() const {
  return text(file_.elder.hearing());
}
QString ElderModel::howToApproach() const {
  return text(file_.elder.how_to_approach());
}
QString ElderModel::safetyNote() const {
  return text(file_.elder.safety_note());
}
QString ElderModel::door() const {
  return text(store::doorOf(file_.household));
}
QString ElderModel::doorNote() const {
  return text(file_.household.door_note());
}
QString ElderModel::area() const {
  return areaText(file_.area);
}
QString ElderModel::workerName() const {
  return text(file_.worker_name);
}
QString ElderModel::companionNames() const {
  QStringList names;
  for (const Companion& companion : companions_.rows()) {
    names << (companion.age > 0 ? QStringLiteral("%1 %2").arg(companion.name).arg(companion.age) : companion.name);
  }
  return names.join(QStringLiteral(" · "));
}
Moment ElderModel::draftStartedAt() const {
  return file_.draft ? momentOf(file_.draft->visit().started_at(), desk().zone()) : Moment{};
}

}  // namespace doorstep::models
