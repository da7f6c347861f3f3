#pragma once

#include <QString>

#include "app/models/moment.h"
#include "doorstep/v1/evening.pb.h"

namespace doorstep::models {

// A change that was put aside and waits for a person.
class ParkedEntry {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(int kind MEMBER kind)
  Q_PROPERTY(QString device MEMBER device)
  Q_PROPERTY(QString worker MEMBER worker)
  Q_PROPERTY(doorstep::models::Moment receivedAt MEMBER received_at)
  Q_PROPERTY(int problem MEMBER problem)
  Q_PROPERTY(QString field MEMBER field)
  // With TimeUncertain, as 2026-11-20: the day it claims, and the days between which it was made.
  Q_PROPERTY(QString claimed MEMBER claimed)
  Q_PROPERTY(QString madeFrom MEMBER made_from)
  Q_PROPERTY(QString madeUntil MEMBER made_until)

 public:
  QString key;
  int kind = 0;
  QString device;
  QString worker;
  Moment received_at;
  int problem = 0;
  QString field;
  QString claimed;
  QString made_from;
  QString made_until;

  bool operator==(const ParkedEntry&) const = default;
};

ParkedEntry parkedEntryOf(const v1::ParkedChange& parked, absl::TimeZone zone);

}  // namespace doorstep::models
