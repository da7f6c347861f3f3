#pragma once

#include <QtQml/qqmlregistration.h>
#include <QString>

#include "app/models/moment.h"
#include "app/store/queries.h"

namespace doorstep::models {

// One of two files that may be of one person.
class PersonEntry {
  Q_GADGET
  QML_VALUE_TYPE(personEntry)
  Q_PROPERTY(bool here MEMBER here)  // false: it belongs to an area that this device does not hold
  Q_PROPERTY(QString elderId MEMBER elder_id)
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(int gender MEMBER gender)  // Care.Gender
  Q_PROPERTY(int birthYear MEMBER birth_year)
  Q_PROPERTY(QString fileNumber MEMBER file_number)
  Q_PROPERTY(QString idNumber MEMBER id_number)
  Q_PROPERTY(QString place MEMBER place)
  Q_PROPERTY(QString phone MEMBER phone)
  Q_PROPERTY(int visits MEMBER visits)
  Q_PROPERTY(doorstep::models::Moment lastOn MEMBER last_on)
  Q_PROPERTY(doorstep::models::Moment careFrom MEMBER care_from)

 public:
  bool here = false;
  QString elder_id;
  QString name;
  int gender = 0;
  int birth_year = 0;
  QString file_number;
  QString id_number;
  QString place;
  QString phone;
  int visits = 0;
  Moment last_on;
  Moment care_from;

  bool operator==(const PersonEntry&) const = default;
};

PersonEntry personEntryOf(const store::PersonOnFile& person);

}  // namespace doorstep::models
