#include "app/models/page_model.h"

namespace doorstep::models {

void PageModel::setProgress(Progress progress, Failure failure) {
  if (progress == progress_ && failure == failure_)
    return;
  progress_ = progress;
  failure_ = failure;
  emit progressChanged();
}

}  // namespace doorstep::models
