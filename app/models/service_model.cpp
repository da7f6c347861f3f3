#include "app/models/service_model.h"

#include <algorithm>

#include "app/models/models.h"
#include "app/models/paper_time.h"
#include "app/models/text.h"
#include "doorstep/v1/record.pb.h"
#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"

namespace doorstep::models {
namespace {

using Answer = absl::StatusOr<store::SaveResult>;

Answer appendAll(store::Recorder& recorder, const std::vector<v1::Record>& records) {
  for (const v1::Record& record : records) {
    Answer answer = recorder.append(record);
    const bool was_there =
        answer.ok() && !answer->problems.empty() && answer->problems.front().code() == v1::PROBLEM_CODE_ALREADY_EXISTS;
    if (!answer.ok() || (!answer->problems.empty() && !was_there))
      return answer;
  }
  return store::SaveResult{};
}

}  // namespace

ServiceModel::ServiceModel(Desk& desk) : PageModel(desk) {
  connect(&desk, &Desk::closed, this, [this] { begin({}, {}, {}); });
}

ServiceModel* ServiceModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).service;
}

void ServiceModel::begin(const QString& elder_id, const QString& household_id, const QString& elder_name) {
  elder_id_ = idOf(elder_id);
  household_id_ = idOf(household_id);
  elder_name_ = elder_name;
  days_ago_ = 0;
  chosen_.clear();
  known_.clear();
  setSaving(false, Failure::None, 0);
  show();
  const std::uint64_t question = nextQuestion();
  using Workers = absl::StatusOr<std::vector<v1::Worker>>;
  desk().ask<Workers>(
      this, [](store::Queries& queries) { return queries.workers(); },
      [this, question](const Workers& workers) {
        if (!isLatest(question) || !workers.ok())
          return;  // alone, then
        for (const v1::Worker& worker : *workers) {
          if (worker.id() != desk().session().worker.id())
            known_.push_back(colleagueOf(worker));
        }
        show();
      });
}

void ServiceModel::setService(int kind, int minutes) {
  if (!v1::ServiceKind_IsValid(kind))
    return;
  const auto found =
      std::find_if(chosen_.begin(), chosen_.end(), [kind](const Chosen& one) { return one.kind == kind; });
  if (minutes <= 0) {
    if (found != chosen_.end())
      chosen_.erase(found);
  } else if (found != chosen_.end()) {
    found->minutes = minutes;
  } else {
    chosen_.push_back({static_cast<v1::ServiceKind>(kind), minutes, desk().newId()});
  }
  show();
}

void ServiceModel::setColleague(const QString& worker_id, bool there) {
  for (Colleague& colleague : known_) {
    if (colleague.worker_id == worker_id)
      colleague.chosen = there;
  }
  show();
}

void ServiceModel::setDaysAgo(int days) {
  if (days < 0 || days > mostDaysAgo())
    return;
  days_ago_ = days;
  show();
}

int ServiceModel::mostDaysAgo() const {
  return static_cast<int>(care::rulesOn(desk().session().rules, desk().today()).backdate_days());
}

int ServiceModel::minutes() const {
  int minutes = 0;
  for (const Chosen& one : chosen_)
    minutes += one.minutes;
  return minutes;
}

v1::Record ServiceModel::recordOf(const Chosen& chosen) const {
  v1::Record record;
  v1::ServiceEntry& entry = *record.mutable_service_entry();
  entry.set_id(chosen.id);
  entry.set_household_id(household_id_);
  entry.set_elder_id(elder_id_);
  entry.set_kind(chosen.kind);
  const absl::Time started = startOnDay(desk().today() - days_ago_, chosen.minutes, desk().now(), desk().zone());
  *entry.mutable_started_at() = care::toTimestamp(started);
  entry.set_zone(desk().session().zone);
  entry.set_precision(v1::PRECISION_DAY);
  entry.set_hours_source(v1::HOURS_SOURCE_ENTERED);
  entry.set_recorded_by(desk().session().worker.id());
  const auto add = [&](const std::string& worker) {
    v1::WorkerMinutes* line = entry.add_workers();
    line->set_worker_id(worker);
    line->set_minutes(static_cast<std::uint32_t>(chosen.minutes));
  };
  add(desk().session().worker.id());
  for (const Colleague& colleague : known_) {
    if (colleague.chosen)
      add(idOf(colleague.worker_id));
  }
  return record;
}

void ServiceModel::save() {
  if (saving_ || chosen_.empty())
    return;
  std::vector<v1::Record> records;
  for (const Chosen& one : chosen_)
    records.push_back(recordOf(one));
  setSaving(true, Failure::None, 0);
  desk().record<Answer>(
      this, [records = std::move(records)](store::Recorder& recorder) { return appendAll(recorder, records); },
      [this](const Answer& answer) {
        if (!answer.ok() || !answer->problems.empty()) {
          setSaving(false, answer.ok() ? Failure::None : failureOf(answer.status()),
                    answer.ok() ? answer->problems.front().code() : 0);
          return;
        }
        chosen_.clear();
        setSaving(false, Failure::None, 0);
        show();
        emit recorded();
        desk().saved();
      });
}

void ServiceModel::show() {
  std::vector<ServiceRow> rows;
  for (const v1::ServiceKind kind : servicesInOrder()) {
    ServiceRow row;
    row.kind = kind;
    row.key = QString::number(kind);
    for (const Chosen& one : chosen_) {
      if (one.kind == kind)
        row.minutes = one.minutes;
    }
    row.chosen = row.minutes > 0;
    rows.push_back(std::move(row));
  }
  services_.replace(std::move(rows));
  colleagues_.replace(known_);
  emit changed();
}

void ServiceModel::setSaving(bool saving, Failure failure, int problem) {
  saving_ = saving;
  save_failure_ = failure;
  problem_ = problem;
  emit savingChanged();
}

}  // namespace doorstep::models
