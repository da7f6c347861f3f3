#include "sync/care/person_times.h"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "sync/care/calendar.h"

namespace doorstep::care {
namespace {

using ModeOnDay = std::pair<v1::ContactMode, absl::CivilDay>;

bool isExact(const ElderContact& contact) {
  return contact.visit->precision() != v1::PRECISION_DAY;
}

std::vector<const ElderContact*> lookedAt(std::span<const ElderContact> by_start, absl::CivilMonth month) {
  std::vector<const ElderContact*> contacts;
  for (const ElderContact& contact : by_start) {
    if (contact.qualifies && contact.on >= firstDay(month) - 1 && contact.on <= lastDay(month)) {
      contacts.push_back(&contact);
    }
  }
  return contacts;
}

// The contacts that are person-times of their own.
std::vector<const ElderContact*> distinct(const std::vector<const ElderContact*>& contacts, absl::Duration same) {
  std::set<ModeOnDay> exact_days;
  for (const ElderContact* contact : contacts) {
    if (isExact(*contact)) {
      exact_days.insert({contact->contact->mode(), contact->on});
    }
  }
  std::map<v1::ContactMode, absl::Time> last_counted;
  std::set<ModeOnDay> whole_days;
  std::vector<const ElderContact*> counted;
  for (const ElderContact* contact : contacts) {
    const v1::ContactMode mode = contact->contact->mode();
    if (isExact(*contact)) {
      const auto last = last_counted.find(mode);
      if (last != last_counted.end() && contact->starts_at - last->second < same) {
        continue;
      }
      last_counted[mode] = contact->starts_at;
      counted.push_back(contact);
    } else if (exact_days.count({mode, contact->on}) == 0 && whole_days.insert({mode, contact->on}).second) {
      counted.push_back(contact);
    }
  }
  return counted;
}

std::string areaAt(const ElderContact& contact, const v1::Elder& elder, const AreaOfHousehold& area_of) {
  const std::string area = areaOn(elder, contact.on, area_of);
  return area.empty() ? area_of(contact.visit->household_id()) : area;
}

}  // namespace

std::vector<v1::PersonTimes> personTimes(const v1::Elder& elder, std::span<const ElderContact> by_start,
                                         const v1::RuleSet& rules, absl::CivilMonth month,
                                         const AreaOfHousehold& area_of) {
  std::map<std::pair<std::string, v1::ContactMode>, std::uint32_t> counts;
  for (const ElderContact* contact : distinct(lookedAt(by_start, month), absl::Minutes(rules.same_contact_minutes()))) {
    if (absl::CivilMonth(contact->on) == month) {
      ++counts[{areaAt(*contact, elder, area_of), contact->contact->mode()}];
    }
  }
  std::vector<v1::PersonTimes> person_times;
  for (const auto& [key, count] : counts) {
    v1::PersonTimes& line = person_times.emplace_back();
    line.set_area_id(key.first);
    line.set_mode(key.second);
    line.set_count(count);
  }
  return person_times;
}

}  // namespace doorstep::care
