#include "app/models/ladder_model.h"

#include <algorithm>
#include <array>

#include "app/models/models.h"
#include "app/models/text.h"
#include "doorstep/v1/record.pb.h"
#include "sync/care/calendar.h"

namespace doorstep::models {
namespace {

constexpr std::array kSteps{v1::LADDER_STEP_SECOND_TRY,        v1::LADDER_STEP_PHONE,    v1::LADDER_STEP_NEIGHBOUR,
                            v1::LADDER_STEP_EMERGENCY_CONTACT, v1::LADDER_STEP_HOSPITAL, v1::LADDER_STEP_SUPERVISOR,
                            v1::LADDER_STEP_COMMUNITY,         v1::LADDER_STEP_POLICE};

v1::LadderStep stepOf(const v1::Contact& contact) {
  switch (contact.relation()) {
    case v1::CONTACT_RELATION_NEIGHBOUR:
      return v1::LADDER_STEP_NEIGHBOUR;
    case v1::CONTACT_RELATION_WARD:
      return v1::LADDER_STEP_HOSPITAL;
    default:
      return v1::LADDER_STEP_EMERGENCY_CONTACT;
  }
}

}  // namespace

v1::LadderStep stepOf(v1::DutyKind kind) {
  switch (kind) {
    case v1::DUTY_KIND_SUPERVISOR:
      return v1::LADDER_STEP_SUPERVISOR;
    case v1::DUTY_KIND_COMMUNITY:
      return v1::LADDER_STEP_COMMUNITY;
    case v1::DUTY_KIND_HOSPITAL:
      return v1::LADDER_STEP_HOSPITAL;
    default:
      return v1::LADDER_STEP_POLICE;
  }
}

LadderModel::LadderModel(Desk& desk, ElderModel& elder) : PageModel(desk), elder_(elder) {
  connect(&elder_, &ElderModel::fileChanged, this, &LadderModel::show);
  connect(&desk, &Desk::minutePassed, this, [this] {
    if (running())
      show();
  });
}

LadderModel* LadderModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).ladder;
}

const store::LadderRow* LadderModel::ladder() const {
  const store::ElderFile& file = elder_.file();
  for (const store::LadderRow& row : file.ladders) {
    if (row.ladder.elder_id() == file.elder.id() && !row.status.ended)
      return &row;
  }
  return nullptr;
}

const store::LadderRow* LadderModel::endedToday() const {
  const store::ElderFile& file = elder_.file();
  for (const store::LadderRow& row : file.ladders) {
    if (row.ladder.elder_id() == file.elder.id() && row.status.ended_at &&
        care::dayOf(*row.status.ended_at, desk().zone()) == desk().today())
      return &row;
  }
  return nullptr;
}

void LadderModel::show() {
  showRungs();
  showNumbers();
  emit changed();
}

void LadderModel::showRungs() {
  std::vector<LadderRung> rungs;
  if (const store::LadderRow* row = ladder()) {
    const care::LadderStatus& status = row->status;
    for (const v1::LadderStep step : kSteps) {
      LadderRung rung;
      rung.step = step;
      rung.key = QString::number(step);
      rung.taken = std::find(status.taken.begin(), status.taken.end(), step) != status.taken.end();
      rung.next = status.next == step;
      for (const care::LadderDeadline& deadline : status.deadlines) {
        if (deadline.step != step || deadline.done)
          continue;
        rung.due_at = deadlineOf(deadline.due_at, desk().zone());
        rung.minutes_left = static_cast<int>(absl::ToInt64Minutes(deadline.due_at - desk().now()));
      }
      rungs.push_back(std::move(rung));
    }
  }
  rungs_.replace(std::move(rungs));
}

void LadderModel::showNumbers() {
  const store::ElderFile& file = elder_.file();
  std::vector<CallNumber> numbers;
  const auto add = [&numbers](int step, const std::string& name, int relation, const std::string& phone,
                              const std::string& note) {
    if (phone.empty())
      return;
    CallNumber number{{}, step, text(name), relation, text(phone), text(note)};
    number.key = QStringLiteral("%1 %2 %3").arg(step).arg(number.name, number.phone);
    numbers.push_back(std::move(number));
  };
  add(v1::LADDER_STEP_PHONE, file.elder.name(), 0, file.elder.phone(), {});
  for (const v1::Contact& contact : file.contacts)
    add(stepOf(contact), contact.name(), contact.relation(), contact.phone(), contact.note());
  for (const store::DutyNumber& duty : file.duty)
    add(models::stepOf(duty.kind), duty.name, 0, duty.phone, {});
  std::stable_sort(numbers.begin(), numbers.end(),
                   [](const CallNumber& left, const CallNumber& right) { return left.step < right.step; });
  numbers_.replace(std::move(numbers));
}

v1::LadderEvent LadderModel::newEvent(const v1::Ladder& ladder) const {
  v1::LadderEvent event;
  event.set_id(desk().newId());
  event.set_ladder_id(ladder.id());
  event.set_household_id(ladder.household_id());
  event.set_by(desk().session().worker.id());
  *event.mutable_at() = care::toTimestamp(desk().now());
  return event;
}

void LadderModel::record(int step, int result, int accounted_by, const QString& note) {
  const store::LadderRow* row = ladder();
  if (row == nullptr || saving_ || !v1::LadderStep_IsValid(step) || !v1::LadderResult_IsValid(result) ||
      !v1::AccountedBy_IsValid(accounted_by))
    return;
  v1::LadderEvent event = newEvent(row->ladder);
  event.set_step(static_cast<v1::LadderStep>(step));
  event.set_result(static_cast<v1::LadderResult>(result));
  if (result == v1::LADDER_RESULT_ACCOUNTED_FOR)
    event.set_accounted_by(static_cast<v1::AccountedBy>(accounted_by));
  event.set_note(note.trimmed().toStdString());
  append(event);
}

void LadderModel::notice(const QList<int>& signs) {
  const store::LadderRow* row = ladder();
  if (row == nullptr || saving_ || signs.isEmpty())
    return;
  // Whoever notices something stands at the door again, and nobody answers.
  v1::LadderEvent event = newEvent(row->ladder);
  event.set_step(v1::LADDER_STEP_SECOND_TRY);
  event.set_result(v1::LADDER_RESULT_NOT_REACHED);
  for (const int sign : signs) {
    if (v1::WarningSign_IsValid(sign))
      event.add_warning_signs(static_cast<v1::WarningSign>(sign));
  }
  append(event);
}

void LadderModel::append(const v1::LadderEvent& event) {
  v1::Record record;
  *record.mutable_ladder_event() = event;
  setSaving(true, Failure::None, 0);
  using Answer = absl::StatusOr<store::SaveResult>;
  desk().record<Answer>(
      this, [record](store::Recorder& recorder) { return recorder.append(record); },
      [this](const Answer& answer) {
        if (!answer.ok() || !answer->problems.empty()) {
          setSaving(false, answer.ok() ? Failure::None : failureOf(answer.status()),
                    answer.ok() ? answer->problems.front().code() : 0);
          return;
        }
        setSaving(false, Failure::None, 0);
        emit recorded();
        desk().saved();
      });
}

void LadderModel::dismissFailure() {
  setSaving(saving_, Failure::None, 0);
}

void LadderModel::setSaving(bool saving, Failure failure, int problem) {
  saving_ = saving;
  save_failure_ = failure;
  problem_ = problem;
  emit savingChanged();
}

Moment LadderModel::startedAt() const {
  const store::LadderRow* row = ladder();
  return row == nullptr ? Moment{} : momentOf(row->ladder.started_at(), desk().zone());
}
bool LadderModel::atOnce() const {
  return running() && ladder()->status.at_once;
}
int LadderModel::next() const {
  return running() ? ladder()->status.next : 0;
}
Moment LadderModel::dueAt() const {
  return running() ? deadlineOf(ladder()->status.next_due_at, desk().zone()) : Moment{};
}
int LadderModel::minutesLeft() const {
  return running() && ladder()->status.next_due_at
             ? static_cast<int>(absl::ToInt64Minutes(*ladder()->status.next_due_at - desk().now()))
             : 0;
}
QList<int> LadderModel::signs() const {
  QList<int> signs;
  if (running()) {
    for (const int sign : ladder()->ladder.warning_signs())
      signs << sign;
  }
  return signs;
}
int LadderModel::accountedBy() const {
  const store::LadderRow* row = running() ? nullptr : endedToday();
  return row == nullptr ? 0 : row->status.accounted_by;
}
Moment LadderModel::endedAt() const {
  const store::LadderRow* row = endedToday();
  return row == nullptr ? Moment{} : momentOf(row->status.ended_at, desk().zone());
}

}  // namespace doorstep::models
