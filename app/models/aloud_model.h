#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "app/models/reader.h"
#include "app/models/session_model.h"

class QJSEngine;
class QQmlEngine;

namespace doorstep::models {

// What is read aloud, in the language of the app; nothing offers it where the system has no voice.
// Silent once the store is locked.
class AloudModel final : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(bool available READ available NOTIFY changed)
  Q_PROPERTY(bool reading READ reading NOTIFY changed)

 public:
  AloudModel(SessionModel& session, Reader* reader);  // without one nothing is available
  static AloudModel* create(QQmlEngine* engine, QJSEngine* script);

  bool available() const { return reader_ != nullptr && reader_->canRead(session_.language()); }
  bool reading() const { return reading_; }
  Q_INVOKABLE void read(const QString& words);
  Q_INVOKABLE void stop();

 signals:
  void changed();

 private:
  SessionModel& session_;
  Reader* reader_;
  bool reading_ = false;
  int turn_ = 0;  // of several readings only the last one's end counts
};

}  // namespace doorstep::models
