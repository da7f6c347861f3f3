#pragma once

#include <functional>

#include "app/models/page_model.h"
#include "doorstep/v1/record.pb.h"

namespace doorstep::models {

// A page's model that also writes: one deed at a time, and what became of the last one.
class DeedModel : public doorstep::models::PageModel {
  Q_OBJECT
  QML_ANONYMOUS
  Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)
  Q_PROPERTY(doorstep::models::app_enums::Failure saveFailure READ saveFailure NOTIFY savingChanged)
  Q_PROPERTY(int saveProblem READ saveProblem NOTIFY savingChanged)  // Care.Problem, with NotPermitted

 public:
  bool saving() const { return saving_; }
  Failure saveFailure() const { return save_failure_; }
  int saveProblem() const { return save_problem_; }
  Q_INVOKABLE void dismissSaveFailure();

 signals:
  void savingChanged();
  void saved();  // the last deed is done

 protected:
  using Deed = std::function<absl::StatusOr<store::SaveResult>(store::Recorder&)>;

  explicit DeedModel(Desk& desk);
  // False when another one is under way.
  bool begin();
  void finish(Failure failure, int problem = 0);
  // The same where nothing goes out at once.
  void finishQuietly(Failure failure, int problem = 0);
  // On the writer; then finish(), saved(), and everybody reads again. `then` only after success.
  void carryOut(Deed deed, std::function<void()> then = nullptr);
  void append(v1::Record record, std::function<void()> then = nullptr);
  void edit(v1::Record before, v1::Record after);

 private:
  void setSaving(bool saving, Failure failure, int problem);

  bool saving_ = false;
  Failure save_failure_ = Failure::None;
  int save_problem_ = 0;
};

}  // namespace doorstep::models
