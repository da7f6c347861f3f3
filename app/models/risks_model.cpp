#include "app/models/risks_model.h"

#include <algorithm>

#include "app/models/models.h"
#include "app/models/text.h"
#include "doorstep/v1/record.pb.h"
#include "sync/care/calendar.h"
#include "sync/care/risk_lifecycle.h"

namespace doorstep::models {
namespace {

v1::Record acknowledgement(const v1::RiskFlag& flag, const std::string& id, const std::string& by, absl::Time at,
                           const QString& note) {
  v1::RiskEvent event;
  event.set_id(id);
  event.set_flag_id(flag.id());
  event.set_household_id(flag.household_id());
  event.set_to(v1::RISK_STATE_ACKNOWLEDGED);
  event.set_by(by);
  *event.mutable_at() = care::toTimestamp(at);
  event.set_note(note.trimmed().toStdString());
  v1::Record record;
  *(care::isRestricted(flag.kind()) ? record.mutable_restricted_risk_event() : record.mutable_risk_event()) = event;
  return record;
}

}  // namespace

RisksModel::RisksModel(Desk& desk) : PageModel(desk) {
  connect(&desk, &Desk::opened, this, &RisksModel::refresh);
  connect(&desk, &Desk::storeChanged, this, &RisksModel::refresh);
  connect(&desk, &Desk::closed, this, [this] {
    found_.clear();
    rows_.replace({});
    to_acknowledge_ = 0;
    setSaving(false, Failure::None);
    setProgress(Progress::Loading);
    emit countsChanged();
  });
}

RisksModel* RisksModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).risks;
}

void RisksModel::refresh() {
  const std::uint64_t question = nextQuestion();
  using Answer = absl::StatusOr<std::vector<store::RiskRow>>;
  desk().ask<Answer>(
      this, [](store::Queries& queries) { return queries.openRisks(); },
      [this, question](Answer found) {
        if (!isLatest(question))
          return;
        if (!found.ok()) {
          setProgress(Progress::Failed, failureOf(found.status()));
          return;
        }
        found_ = *std::move(found);
        std::vector<RiskEntry> entries;
        for (const store::RiskRow& row : found_)
          entries.push_back(riskEntryOf(row, desk().now(), desk().zone()));
        to_acknowledge_ = static_cast<int>(std::count_if(entries.begin(), entries.end(),
                                                         [](const RiskEntry& entry) { return entry.acknowledgeable; }));
        rows_.replace(std::move(entries));
        setProgress(Progress::Ready);
        emit countsChanged();
      });
}

void RisksModel::acknowledge(const QString& flag_id, const QString& note) {
  const std::string id = idOf(flag_id);
  const auto row =
      std::find_if(found_.begin(), found_.end(), [&id](const store::RiskRow& one) { return one.flag.id() == id; });
  if (row == found_.end() || saving_)
    return;
  setSaving(true, Failure::None);
  using Answer = absl::StatusOr<store::SaveResult>;
  desk().record<Answer>(
      this,
      [record = acknowledgement(row->flag, desk().newId(), desk().session().worker.id(), desk().now(), note)](
          store::Recorder& recorder) { return recorder.append(record); },
      [this](const Answer& answer) {
        if (!answer.ok() || !answer->problems.empty()) {
          setSaving(false, answer.ok() ? Failure::NotPermitted : failureOf(answer.status()));
          return;
        }
        setSaving(false, Failure::None);
        emit acknowledged();
        desk().saved();
      });
}

void RisksModel::setSaving(bool saving, Failure failure) {
  if (saving == saving_ && failure == save_failure_)
    return;
  saving_ = saving;
  save_failure_ = failure;
  emit savingChanged();
}

}  // namespace doorstep::models
