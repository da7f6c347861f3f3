#include "app/models/person_entry.h"

#include <QStringList>

#include "app/models/elder_entry.h"
#include "app/models/text.h"
#include "sync/care/calendar.h"

namespace doorstep::models {

PersonEntry personEntryOf(const store::PersonOnFile& person) {
  PersonEntry entry;
  const v1::Elder& elder = person.elder;
  entry.here = !elder.id().empty();
  entry.elder_id = idText(elder.id());
  entry.name = text(elder.name());
  entry.gender = elder.gender();
  entry.birth_year = elder.birth_year();
  entry.file_number = text(elder.file_number());
  entry.id_number = text(person.id_number);
  QStringList place;
  for (const QString& part : {areaText(person.area), text(person.door)}) {
    if (!part.isEmpty())
      place << part;
  }
  entry.place = place.join(QStringLiteral(" · "));
  entry.phone = text(elder.phone());
  entry.visits = static_cast<int>(person.visits);
  entry.last_on = momentOf(person.last_contact_on);
  if (care::isSet(elder.care_from_on()))
    entry.care_from = momentOf(care::civilDay(elder.care_from_on()));
  return entry;
}

}  // namespace doorstep::models
