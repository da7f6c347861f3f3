#pragma once

#include <QString>

#include "app/models/enums.h"
#include "app/models/moment.h"

// The rows of a search for somebody who did not answer.
namespace doorstep::models {

// One step on the way up.
class LadderRung {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(int step MEMBER step)
  Q_PROPERTY(bool taken MEMBER taken)
  Q_PROPERTY(bool next MEMBER next)
  Q_PROPERTY(doorstep::models::Moment dueAt MEMBER due_at)  // unknown: the tier sets no deadline
  Q_PROPERTY(int minutesLeft MEMBER minutes_left)

 public:
  QString key;
  int step = 0;
  bool taken = false;
  bool next = false;
  Moment due_at;
  int minutes_left = 0;

  bool operator==(const LadderRung&) const = default;
};

// Somebody who can be rung, and on which step.
class CallNumber {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(int step MEMBER step)
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(int relation MEMBER relation)  // ContactRelation, 0: somebody on duty
  Q_PROPERTY(QString phone MEMBER phone)
  Q_PROPERTY(QString note MEMBER note)

 public:
  QString key;
  int step = 0;
  QString name;
  int relation = 0;
  QString phone;
  QString note;

  bool operator==(const CallNumber&) const = default;
};

}  // namespace doorstep::models
