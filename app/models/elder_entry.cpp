#include "app/models/elder_entry.h"

#include <QStringList>
#include <algorithm>

#include "app/models/text.h"

namespace doorstep::models {

QString areaText(const store::AreaPath& area) {
  QStringList names;
  for (const std::string& name : {area.subdistrict, area.community, area.grid}) {
    if (!name.empty())
      names << text(name);
  }
  return names.join(QStringLiteral(" · "));
}

ElderEntry entryOf(const store::ElderRow& row, absl::TimeZone zone, absl::Time now) {
  ElderEntry entry;
  entry.elder_id = idText(row.elder_id);
  entry.key = entry.elder_id;
  entry.household_id = idText(row.household_id);
  entry.title = row.age > 0 ? QStringLiteral("%1 %2").arg(text(row.name)).arg(row.age) : text(row.name);
  entry.tier = row.tier;
  for (const v1::ElderKind kind : row.kinds)
    entry.kinds << kind;
  entry.door = text(row.door);
  entry.area = areaText(row.area);
  entry.due = row.due.has_value();
  if (row.due) {
    entry.days_left = row.due->days_left;
    entry.in_person_only = row.due->in_person;
  }
  entry.last_contact = momentOf(row.last_contact_on);
  entry.last_outcome = row.last_attempt;
  entry.last_attempt = momentOf(row.last_attempt_at, zone);
  entry.open_risk = row.open_risk;
  entry.draft = row.draft;
  entry.visited_today = row.visited_today;
  entry.waiting = row.waiting;
  entry.worker_name = text(row.worker_name);
  entry.ladder_next = row.ladder_next;
  entry.ladder_due = deadlineOf(row.ladder_due_at, zone);
  if (row.ladder_due_at)
    entry.ladder_minutes_left = static_cast<int>(absl::ToInt64Minutes(*row.ladder_due_at - now));
  entry.promise = text(row.promise);
  entry.promise_on = momentOf(row.promise_on);
  entry.recheck_on = momentOf(row.recheck_on);
  return entry;
}

void markSections(std::vector<ElderEntry>& entries) {
  for (std::size_t at = 0; at < entries.size(); ++at) {
    entries[at].first = at == 0 || entries[at - 1].section != entries[at].section;
    entries[at].last = at + 1 == entries.size() || entries[at + 1].section != entries[at].section;
  }
}

namespace {

void join(ElderEntry& into, const ElderEntry& other) {
  into.key += other.key;
  into.title += QStringLiteral(" · ") + other.title;
  into.people += other.people;
  for (const int kind : other.kinds) {
    if (!into.kinds.contains(kind))
      into.kinds << kind;
  }
  if (other.due && (!into.due || other.days_left < into.days_left)) {
    into.due = true;
    into.days_left = other.days_left;
    into.in_person_only = other.in_person_only;
  }
  into.tier = std::max(into.tier, other.tier);
  into.open_risk = std::max(into.open_risk, other.open_risk);
  into.draft = into.draft || other.draft;
  into.waiting = into.waiting || other.waiting;
  if (into.ladder_next == 0 || (other.ladder_next != 0 && other.ladder_minutes_left < into.ladder_minutes_left)) {
    into.ladder_next = other.ladder_next;
    into.ladder_due = other.ladder_due;
    into.ladder_minutes_left = other.ladder_minutes_left;
  }
  if (into.promise.isEmpty()) {
    into.promise = other.promise;
    into.promise_on = other.promise_on;
  }
  if (!into.recheck_on.known)
    into.recheck_on = other.recheck_on;
}

}  // namespace

std::vector<ElderEntry> joinedByDoor(std::vector<ElderEntry> entries) {
  std::vector<ElderEntry> joined;
  for (ElderEntry& entry : entries) {
    const bool same_door =
        !joined.empty() && joined.back().household_id == entry.household_id && joined.back().section == entry.section;
    if (same_door) {
      join(joined.back(), entry);
    } else {
      joined.push_back(std::move(entry));
    }
  }
  return joined;
}

}  // namespace doorstep::models
