#include "app/models/targets_model.h"

#include <algorithm>

#include "app/models/models.h"
#include "app/models/text.h"
#include "app/models/typed_day.h"
#include "sync/care/calendar.h"

namespace doorstep::models {
namespace {

constexpr std::int64_t kMinutesInHour = 60;

bool hasRole(const store::Session& session, v1::Role role) {
  return std::find(session.roles.begin(), session.roles.end(), role) != session.roles.end();
}

}  // namespace

TargetsModel::TargetsModel(Desk& desk) : DeedModel(desk) {
  connect(&desk, &Desk::opened, this, &TargetsModel::refresh);
  connect(&desk, &Desk::storeChanged, this, &TargetsModel::refresh);
  connect(&desk, &Desk::sessionChanged, this, &TargetsModel::changed);
  connect(&desk, &Desk::closed, this, [this] {
    nextQuestion();
    found_.clear();
    rows_.replace({});
    setProgress(Progress::Loading);
  });
}

TargetsModel* TargetsModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).targets;
}

bool TargetsModel::mayEdit() const {
  return hasRole(desk().session(), v1::ROLE_DISTRICT_STAFF);
}

void TargetsModel::refresh() {
  if (!mayEdit() && !hasRole(desk().session(), v1::ROLE_SUPERVISOR))
    return;
  const std::uint64_t question = nextQuestion();
  using Answer = absl::StatusOr<std::vector<store::TargetRow>>;
  desk().ask<Answer>(
      this, [today = desk().today()](store::Queries& queries) { return queries.targets(today); },
      [this, question](Answer found) {
        if (!isLatest(question))
          return;
        if (!found.ok()) {
          setProgress(Progress::Failed, failureOf(found.status()));
          return;
        }
        found_ = *std::move(found);
        std::vector<TargetEntry> entries;
        for (const store::TargetRow& row : found_) {
          entries.push_back(
              targetEntryOf({row.target, row.area_name, row.programme_name, row.verified, row.elapsed_per_mille}));
        }
        rows_.replace(std::move(entries));
        setProgress(Progress::Ready);
      });
}

bool TargetsModel::put(const QString& target_id, int indicator, const QString& value, const QString& from,
                       const QString& until, const QString& document) {
  const auto first = typedDay(from, desk().today());
  const auto last = typedDay(until, desk().today());
  bool number = false;
  std::int64_t wanted = value.trimmed().remove(QLatin1Char(',')).toLongLong(&number);
  if (!first || !last || *last < *first || !number || wanted < 1)
    return false;
  if (indicator == v1::INDICATOR_SERVICE_MINUTES)
    wanted *= kMinutesInHour;
  const std::string id = idOf(target_id);
  const auto row =
      std::find_if(found_.begin(), found_.end(), [&id](const store::TargetRow& one) { return one.target.id() == id; });
  v1::Target target;
  if (row == found_.end()) {
    target.set_id(desk().newId());
    target.set_area_id(desk().session().district_id);
  } else {
    target = row->target;
  }
  target.set_indicator(static_cast<v1::Indicator>(indicator));
  target.set_value(wanted);
  *target.mutable_from_on() = care::toDate(*first);
  *target.mutable_until_on() = care::toDate(*last);
  target.set_document(document.trimmed().toStdString());
  v1::Record after;
  *after.mutable_target() = target;
  if (row == found_.end()) {
    append(std::move(after));
    return true;
  }
  v1::Record before;
  *before.mutable_target() = row->target;
  edit(std::move(before), std::move(after));
  return true;
}

}  // namespace doorstep::models
