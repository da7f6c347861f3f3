#pragma once

#include <QtQml/qqmlregistration.h>
#include <QList>
#include <QString>
#include <string>

#include "app/models/enums.h"
#include "app/models/moment.h"

namespace doorstep::models {

// A field's value that somebody gave, as it can be put into words: a text, or numbers of one of the enumerations in
// Care with the day from which they hold. Of a history that is its last part.
class GivenValue {
  Q_GADGET
  QML_VALUE_TYPE(givenValue)
  Q_PROPERTY(int shape MEMBER shape)  // App.ValueShape
  Q_PROPERTY(QString text MEMBER text)
  Q_PROPERTY(QList<int> codes MEMBER codes)
  Q_PROPERTY(doorstep::models::Moment since MEMBER since)
  Q_PROPERTY(QString by MEMBER by)
  Q_PROPERTY(doorstep::models::Moment at MEMBER at)  // by the clock of the tablet that it was written on

 public:
  int shape = 0;
  QString text;
  QList<int> codes;
  Moment since;
  QString by;
  Moment at;

  bool operator==(const GivenValue&) const = default;
};

// `encoded` is a record with only this field set, as a Conflict keeps it. `change_id` tells when it was written.
GivenValue givenValueOf(const std::string& encoded, const std::string& field, const std::string& change_id,
                        const std::string& by_name, absl::TimeZone zone);

}  // namespace doorstep::models
