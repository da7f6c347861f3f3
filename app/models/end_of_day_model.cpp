#include "app/models/end_of_day_model.h"

#include "app/models/models.h"
#include "app/models/text.h"
#include "sync/care/calendar.h"
#include "sync/care/figures.h"

namespace doorstep::models {
namespace {

int number(std::uint64_t count) {
  return static_cast<int>(count);
}

DeviceEntry deviceEntryOf(const v1::DeviceDay& device, absl::CivilDay on, absl::TimeZone zone) {
  DeviceEntry entry;
  entry.key = idText(device.replica_id());
  entry.device = text(device.device_name());
  entry.worker = text(device.worker_name());
  if (device.has_last_hello_at()) {
    entry.last_hello = momentOf(device.last_hello_at(), zone);
    entry.hello_that_day = care::dayOf(device.last_hello_at(), zone) == on;
  }
  entry.revoked = device.revoked();
  entry.waiting = number(device.waiting());
  entry.received = number(device.received());
  entry.applied = number(device.applied());
  entry.quarantined = number(device.quarantined());
  entry.visits = number(device.visits_received());
  return entry;
}

void addFrozen(EveningSums& sums, const v1::CoverageRow& row, absl::TimeZone zone) {
  if (row.frozen_sequence() == 0)
    return;
  sums.frozen = true;
  sums.frozen_at = momentOf(row.frozen_at(), zone);
  sums.frozen_rate = text(care::percentText(row.frozen().contacted(), row.frozen().denominator()));
  sums.frozen_contacted = static_cast<int>(row.frozen().contacted());
  sums.frozen_elders = static_cast<int>(row.frozen().denominator());
}

EveningSums sumsOf(const v1::EndOfDay& evening, absl::TimeZone zone) {
  EveningSums sums;
  sums.reconciles = evening.reconciles();
  sums.received = number(evening.received());
  sums.applied = number(evening.applied());
  sums.quarantined = number(evening.quarantined());
  sums.visits_received = number(evening.visits_received());
  sums.visits_standing = number(evening.visits_standing());
  sums.visits_quarantined = number(evening.visits_quarantined());
  sums.devices = evening.devices_size();
  sums.devices_holding = number(evening.devices_holding());
  sums.devices_silent = number(evening.devices_silent());
  sums.conflicts = number(evening.conflicts_open());
  sums.ladders = number(evening.ladders_running());
  sums.red = number(evening.risks_open_red());
  sums.orange = number(evening.risks_open_orange());
  sums.yellow = number(evening.risks_open_yellow());
  sums.overdue = number(evening.risks_overdue());
  const v1::Figures& figures = evening.coverage().figures();
  sums.contacted = static_cast<int>(figures.contacted());
  sums.elders = static_cast<int>(figures.denominator());
  sums.rate = text(care::percentText(figures.contacted(), figures.denominator()));
  sums.month = static_cast<int>(evening.coverage().month().month());
  sums.waiting = evening.parked_size();
  addFrozen(sums, evening.coverage(), zone);
  return sums;
}

}  // namespace

EndOfDayModel::EndOfDayModel(Desk& desk, Papers* papers) : PageModel(desk), papers_(papers) {
  connect(&desk, &Desk::closed, this, [this] {
    nextQuestion();
    clear();
    setSaving(false, {});
    setProgress(Progress::Loading);
  });
}

EndOfDayModel* EndOfDayModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).end_of_day;
}

void EndOfDayModel::showToday() {
  showDay(desk().today());
}

void EndOfDayModel::previousDay() {
  showDay(on_ - 1);
}

void EndOfDayModel::nextDay() {
  if (!today())
    showDay(on_ + 1);
}

void EndOfDayModel::showDay(absl::CivilDay day) {
  if (day != on_)
    clear();
  on_ = day;
  setSaving(false, {});
  emit dayChanged();
  refresh();
}

void EndOfDayModel::refresh() {
  const std::uint64_t question = nextQuestion();
  if (evening_.devices().empty())
    setProgress(Progress::Loading);
  v1::GetEndOfDayRequest request;
  *request.mutable_on() = care::toDate(on_);
  desk().endOfDay(this, request, [this, question](absl::StatusOr<v1::EndOfDay> evening) {
    if (!isLatest(question))
      return;
    if (!evening.ok()) {
      setProgress(Progress::Failed, failureOf(evening.status()));
      return;
    }
    take(*std::move(evening));
    setProgress(Progress::Ready);
  });
}

void EndOfDayModel::take(v1::EndOfDay evening) {
  evening_ = std::move(evening);
  sums_ = sumsOf(evening_, desk().zone());
  std::vector<DeviceEntry> devices;
  for (const v1::DeviceDay& device : evening_.devices())
    devices.push_back(deviceEntryOf(device, on_, desk().zone()));
  devices_.replace(std::move(devices));
  std::vector<ParkedEntry> parked;
  for (const v1::ParkedChange& change : evening_.parked())
    parked.push_back(parkedEntryOf(change, desk().zone()));
  parked_.replace(std::move(parked));
  std::vector<TargetEntry> targets;
  const std::string no_programme;
  for (const v1::TargetProgress& progress : evening_.targets()) {
    targets.push_back(targetEntryOf(
        {progress.target(), progress.area_name(), no_programme, progress.verified(), progress.elapsed_per_mille()}));
  }
  targets_.replace(std::move(targets));
  emit eveningChanged();
}

void EndOfDayModel::clear() {
  evening_.Clear();
  sums_ = {};
  devices_.replace({});
  parked_.replace({});
  targets_.replace({});
  emit eveningChanged();
}

void EndOfDayModel::saveProtocol() {
  if (papers_ == nullptr || saving_ || progress() != Progress::Ready)
    return;
  setSaving(true, {});
  papers_->saveProtocol(evening_, desk().zone(), [this](const Filed& filed) { setSaving(false, filed); });
}

void EndOfDayModel::setSaving(bool saving, const Filed& filed) {
  saving_ = saving;
  saved_file_ = filed.file_name;
  save_failure_ = filed.failure;
  emit savingChanged();
}

}  // namespace doorstep::models
