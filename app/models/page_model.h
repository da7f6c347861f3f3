#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <cstdint>

#include "app/models/desk.h"
#include "app/models/failure.h"

namespace doorstep::models {

// What every page's model has: whether it is being read, is there, or could not be read.
class PageModel : public QObject {
  Q_OBJECT
  QML_ANONYMOUS
  Q_PROPERTY(doorstep::models::app_enums::Progress progress READ progress NOTIFY progressChanged)
  Q_PROPERTY(doorstep::models::app_enums::Failure failure READ failure NOTIFY progressChanged)

 public:
  Progress progress() const { return progress_; }
  Failure failure() const { return failure_; }

 signals:
  void progressChanged();

 protected:
  explicit PageModel(Desk& desk) : desk_(desk) {}

  Desk& desk() const { return desk_; }
  // Of several questions under way only the last one's answer is taken.
  std::uint64_t nextQuestion() { return ++question_; }
  bool isLatest(std::uint64_t question) const { return question == question_; }
  void setProgress(Progress progress, Failure failure = Failure::None);

 private:
  Desk& desk_;
  std::uint64_t question_ = 0;
  Progress progress_ = Progress::Loading;
  Failure failure_ = Failure::None;
};

}  // namespace doorstep::models
