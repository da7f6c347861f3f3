#include "app/models/aloud_model.h"

#include <QPointer>

#include "app/models/models.h"

namespace doorstep::models {

AloudModel::AloudModel(SessionModel& session, Reader* reader) : session_(session), reader_(reader) {
  connect(&session_, &SessionModel::settingsChanged, this, &AloudModel::changed);
  connect(&session_, &SessionModel::stageChanged, this, [this] {
    if (session_.stage() != app_enums::Stage::Open)
      stop();
  });
}

AloudModel* AloudModel::create(QQmlEngine* engine, QJSEngine*) {
  return &Models::of(engine).aloud;
}

void AloudModel::read(const QString& words) {
  if (!available() || words.trimmed().isEmpty())
    return;
  const int turn = ++turn_;
  reading_ = true;
  reader_->read(words, session_.language(), [guard = QPointer(this), turn] {
    if (!guard || guard->turn_ != turn)
      return;
    guard->reading_ = false;
    emit guard->changed();
  });
  emit changed();
}

void AloudModel::stop() {
  if (!reading_)
    return;
  ++turn_;
  reading_ = false;
  reader_->stop();
  emit changed();
}

}  // namespace doorstep::models
