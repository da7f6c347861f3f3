#include "app/models/coverage_model.h"

#include "app/models/models.h"
#include "app/models/text.h"
#include "sync/care/elder_history.h"
#include "sync/care/figures.h"

namespace doorstep::models {
namespace {

CoverageEntry coverageEntryOf(const store::CoverageArea& area) {
  const v1::Figures& figures = area.row.figures();
  CoverageEntry entry;
  entry.area_id = idText(area.area.id());
  entry.code = text(area.area.code());
  entry.name = text(area.area.name());
  entry.deeper = area.has_children;
  entry.elders = static_cast<int>(figures.denominator());
  entry.contacted = static_cast<int>(figures.contacted());
  entry.missed = entry.elders - entry.contacted;
  if (entry.elders > 0)
    entry.share = static_cast<double>(entry.contacted) / entry.elders;
  entry.rate = text(care::percentText(figures.contacted(), figures.denominator()));
  entry.in_person = static_cast<int>(figures.contacted_in_person());
  entry.in_person_rate = text(care::percentText(figures.contacted_in_person(), figures.denominator()));
  entry.proxy_only = static_cast<int>(figures.proxy_only());
  entry.proxy_share = text(care::percentText(figures.proxy_only(), figures.contacted()));
  entry.refused_only = static_cast<int>(figures.refused_only());
  entry.person_times =
      static_cast<int>(figures.person_times_in_person() + figures.person_times_phone() + figures.person_times_video() +
                       figures.person_times_proxy() + figures.person_times_remote_monitoring());
  entry.unduplicated = static_cast<int>(figures.unduplicated_elders());
  entry.hours = text(care::hoursText(figures.delivered_minutes_certified() + figures.delivered_minutes_provisional()));
  entry.slot_rate = text(care::percentText(figures.slots_satisfied(), figures.slots_due()));
  entry.risks_opened = static_cast<int>(figures.risks_opened());
  entry.risks_closed = static_cast<int>(figures.risks_closed());
  entry.exits = static_cast<int>(figures.exits());
  return entry;
}

FrozenFigures frozenFiguresOf(const store::CoverageArea& area, absl::TimeZone zone) {
  FrozenFigures frozen;
  if (area.row.frozen_sequence() == 0)
    return frozen;
  store::CoverageArea then = area;
  *then.row.mutable_figures() = area.row.frozen();
  const CoverageEntry entry = coverageEntryOf(then);
  frozen.known = true;
  frozen.differs = area.row.figures().SerializeAsString() != area.row.frozen().SerializeAsString();
  frozen.at = momentOf(area.row.frozen_at(), zone);
  frozen.rate = entry.rate;
  frozen.contacted = entry.contacted;
  frozen.elders = entry.elders;
  frozen.in_person_rate = entry.in_person_rate;
  frozen.person_times = entry.person_times;
  frozen.hours = entry.hours;
  return frozen;
}

bool seesCoverage(const store::Session& session) {
  return std::any_of(session.roles.begin(), session.roles.end(),
                     [](v1::Role role) { return role == v1::ROLE_DISTRICT_STAFF || role == v1::ROLE_SUPERVISOR; });
}

}  // namespace

CoverageModel::CoverageModel(Desk& desk) : PageModel(desk) {
  connect(&desk, &Desk::opened, this, [this] {
    month_ = absl::CivilMonth(this->desk().today());
    show({});
    refresh();
  });
  connect(&desk, &Desk::storeChanged, this, &CoverageModel::refresh);
  connect(&desk, &Desk::closed, this, [this] {
    area_id_.clear();
    waiting_ = -1;
    emit waitingChanged();
    clear();
    setProgress(Progress::Loading);
  });
}

CoverageModel* CoverageModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).coverage;
}

Moment CoverageModel::freezesOn() const {
  const v1::RuleSet rules = care::rulesOn(desk().session().rules, absl::CivilDay(month_));
  return momentOf(absl::CivilDay(month_ + 1) + static_cast<int>(rules.freeze_day()) - 1);
}

void CoverageModel::show(const QString& area_id) {
  if (area_id == area_id_)
    return;
  area_id_ = area_id;
  refresh();
}

void CoverageModel::previousMonth() {
  --month_;
  refresh();
}

void CoverageModel::nextMonth() {
  if (thisMonth())
    return;
  ++month_;
  refresh();
}

void CoverageModel::refresh() {
  if (!seesCoverage(desk().session()))
    return;
  const std::uint64_t question = nextQuestion();
  using Answer = absl::StatusOr<store::CoverageView>;
  desk().ask<Answer>(
      this, [id = idOf(area_id_), month = month_](store::Queries& queries) { return queries.coverage(id, month); },
      [this, question](const Answer& view) {
        if (!isLatest(question))
          return;
        if (!view.ok()) {
          clear();
          setProgress(Progress::Failed, failureOf(view.status()));
          return;
        }
        take(*view);
        setProgress(Progress::Ready);
      });
}

void CoverageModel::askWaiting() {
  desk().endOfDay(this, v1::GetEndOfDayRequest(), [this](const absl::StatusOr<v1::EndOfDay>& evening) {
    waiting_ = evening.ok() ? evening->parked_size() : -1;
    emit waitingChanged();
  });
}

void CoverageModel::take(const store::CoverageView& view) {
  area_ = coverageEntryOf(view.area);
  level_ = view.area.area.kind();
  provisional_ = view.area.row.provisional();
  partial_ = view.area.row.partial();
  frozen_ = frozenFiguresOf(view.area, desk().zone());
  std::vector<CoverageEntry> entries;
  for (const store::CoverageArea& child : view.children)
    entries.push_back(coverageEntryOf(child));
  rows_.replace(std::move(entries));
  std::vector<AreaStep> steps;
  for (const v1::Area& area : view.path) {
    AreaStep step;
    step.area_id = idText(area.id());
    step.name = text(area.name());
    steps.push_back(std::move(step));
  }
  path_.replace(std::move(steps));
  emit areaChanged();
}

void CoverageModel::clear() {
  area_ = {};
  frozen_ = {};
  rows_.replace({});
  path_.replace({});
  emit areaChanged();
}

}  // namespace doorstep::models
