#include "app/models/deed_model.h"

#include <utility>

namespace doorstep::models {

DeedModel::DeedModel(Desk& desk) : PageModel(desk) {
  connect(&desk, &Desk::closed, this, [this] { setSaving(false, Failure::None, 0); });
}

void DeedModel::dismissSaveFailure() {
  if (!saving_)
    setSaving(false, Failure::None, 0);
}

bool DeedModel::begin() {
  if (saving_ || !desk().isOpen())
    return false;
  setSaving(true, Failure::None, 0);
  return true;
}

void DeedModel::finish(Failure failure, int problem) {
  setSaving(false, failure, problem);
  if (failure != Failure::None)
    return;
  emit saved();
  desk().saved();
}

void DeedModel::finishQuietly(Failure failure, int problem) {
  setSaving(false, failure, problem);
  if (failure != Failure::None)
    return;
  emit saved();
  desk().readAgain();
}

void DeedModel::carryOut(Deed deed, std::function<void()> then) {
  using Answer = absl::StatusOr<store::SaveResult>;
  desk().record<Answer>(this, std::move(deed), [this, then = std::move(then)](const Answer& answer) {
    if (!answer.ok()) {
      finish(failureOf(answer.status()));
      return;
    }
    if (!answer->problems.empty()) {
      finish(Failure::NotPermitted, answer->problems.front().code());
      return;
    }
    if (then)
      then();
    finish(Failure::None);
  });
}

void DeedModel::append(v1::Record record, std::function<void()> then) {
  if (!begin())
    return;
  carryOut([record = std::move(record)](store::Recorder& recorder) { return recorder.append(record); },
           std::move(then));
}

void DeedModel::edit(v1::Record before, v1::Record after) {
  if (!begin())
    return;
  carryOut([before = std::move(before), after = std::move(after)](store::Recorder& recorder) {
    return recorder.edit(before, after);
  });
}

void DeedModel::setSaving(bool saving, Failure failure, int problem) {
  if (saving == saving_ && failure == save_failure_ && problem == save_problem_)
    return;
  saving_ = saving;
  save_failure_ = failure;
  save_problem_ = problem;
  emit savingChanged();
}

}  // namespace doorstep::models
