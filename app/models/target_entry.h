#pragma once

#include <QString>
#include <string>

#include "app/models/moment.h"
#include "doorstep/v1/target.pb.h"

namespace doorstep::models {

// How far an area has come towards a target, beside how much of the time has passed.
class TargetEntry {
  Q_GADGET
  Q_PROPERTY(QString targetId MEMBER target_id)
  Q_PROPERTY(int indicator MEMBER indicator)  // the proto's Indicator
  Q_PROPERTY(QString area MEMBER area)
  Q_PROPERTY(QString programme MEMBER programme)
  Q_PROPERTY(int value MEMBER value)
  Q_PROPERTY(int verified MEMBER verified)
  Q_PROPERTY(QString shownValue MEMBER shown_value)  // in the indicator's unit, hours for minutes
  Q_PROPERTY(QString shownVerified MEMBER shown_verified)
  Q_PROPERTY(QString rate MEMBER rate)        // "47.0 %"
  Q_PROPERTY(double share MEMBER share)       // 0..1 and more
  Q_PROPERTY(QString elapsed MEMBER elapsed)  // "88.8 %"
  Q_PROPERTY(double elapsedShare MEMBER elapsed_share)
  Q_PROPERTY(QString document MEMBER document)
  Q_PROPERTY(doorstep::models::Moment from MEMBER from)
  Q_PROPERTY(doorstep::models::Moment until MEMBER until)

 public:
  QString target_id;
  int indicator = 0;
  QString area;
  QString programme;
  int value = 0;
  int verified = 0;
  QString shown_value;
  QString shown_verified;
  QString rate;
  double share = 0;
  QString elapsed;
  double elapsed_share = 0;
  QString document;
  Moment from;
  Moment until;

  bool operator==(const TargetEntry&) const = default;
};

struct TargetState {
  const v1::Target& target;
  const std::string& area_name;
  const std::string& programme_name;
  std::int64_t verified;
  std::uint32_t elapsed_per_mille;
};
TargetEntry targetEntryOf(const TargetState& state);

}  // namespace doorstep::models
