#include "sync/ctl/demo/histories.h"

#include <algorithm>
#include <array>
#include <map>

#include "absl/time/civil_time.h"
#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"
#include "sync/ctl/demo/roster.h"
#include "sync/ctl/demo/seeded_random.h"

namespace doorstep::ctl::demo {

namespace {

// Days in which one contact is due, and how likely it was made, in percent before the visitor's pace.
struct Span {
  absl::CivilDay first;
  absl::CivilDay last;
  int percent;
};

absl::CivilDay october(int day) {
  return absl::CivilDay(kDemoYear, 10, day);
}
absl::CivilDay november(int day) {
  return absl::CivilDay(kDemoYear, 11, day);
}

std::vector<Span> spansOf(v1::Tier tier) {
  switch (tier) {
    case v1::TIER_A:
      return {{october(5), october(10), 92},   {october(12), october(17), 92}, {october(19), october(24), 92},
              {october(26), october(31), 92},  {november(2), november(7), 82}, {november(9), november(14), 80},
              {november(16), november(19), 58}};
    case v1::TIER_B:
      return {{october(5), october(15), 92},
              {october(16), october(31), 90},
              {november(2), november(14), 72},
              {november(16), november(19), 28}};
    default:
      return {{october(5), october(31), 92}, {november(2), november(19), 67}};
  }
}

absl::CivilDay workday(outside::Random& random, const Span& span) {
  const int days = static_cast<int>(span.last - span.first);
  absl::CivilDay day = span.first + between(random, 0, days);
  if (absl::GetWeekday(day) == absl::Weekday::sunday) {
    day = day == span.last ? day - 1 : day + 1;
  }
  return day;
}

v1::RosterContact contact(absl::CivilDay on, v1::ContactMode mode, v1::ContactOutcome outcome,
                          const std::string& staff_number, int minutes) {
  v1::RosterContact made;
  made.set_mode(mode);
  made.set_outcome(outcome);
  *made.mutable_on() = care::toDate(on);
  made.set_staff_number(staff_number);
  made.set_minutes(static_cast<std::uint32_t>(minutes));
  return made;
}

v1::RosterContact reached(absl::CivilDay on, bool only_by_phone, const std::string& staff_number,
                          outside::Random& random) {
  const std::uint64_t kind = only_by_phone ? 75 : random.below(100);
  if (kind < 70) {
    return contact(on, v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN, staff_number, between(random, 15, 60));
  }
  if (kind < 72) {
    return contact(on, v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN_REFUSED, staff_number, 5);
  }
  if (kind < 95) {
    return contact(on, v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SPOKE_REMOTE, staff_number, between(random, 5, 15));
  }
  if (kind < 99) {
    return contact(on, v1::CONTACT_MODE_VIDEO, v1::CONTACT_OUTCOME_SPOKE_REMOTE, staff_number, between(random, 5, 20));
  }
  return contact(on, v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SPOKE_REFUSED, staff_number, 3);
}

v1::RosterContact tried(absl::CivilDay on, const std::string& staff_number, outside::Random& random) {
  const std::uint64_t kind = random.below(100);
  const v1::ContactOutcome outcome = kind < 80   ? v1::CONTACT_OUTCOME_NO_REPLY
                                     : kind < 96 ? v1::CONTACT_OUTCOME_NOT_SEEN_SAFE
                                                 : v1::CONTACT_OUTCOME_ABORTED_UNSAFE;
  return contact(on, v1::CONTACT_MODE_IN_PERSON, outcome, staff_number, between(random, 3, 10));
}

// What one household's visitor did in one span; nothing in it: nobody came.
std::vector<v1::RosterContact> madeIn(const Span& span, int pace, bool only_by_phone, const std::string& staff_number,
                                      outside::Random& random) {
  std::vector<v1::RosterContact> made;
  const absl::CivilDay day = workday(random, span);
  if (between(random, 0, 99) < span.percent + pace) {
    if (day > span.first && chance(random, 7)) {
      made.push_back(tried(workday(random, {span.first, day - 1, 0}), staff_number, random));
    }
    made.push_back(reached(day, only_by_phone, staff_number, random));
  } else if (chance(random, 28)) {
    made.push_back(tried(day, staff_number, random));
  }
  return made;
}

bool isPossible(const v1::ElderRow& elder, const v1::RosterContact& made) {
  const absl::CivilDay day = care::civilDay(made.on());
  if (day < care::civilDay(elder.care_from_on())) {
    return false;
  }
  return care::isInCare(elder.status()) || day < care::civilDay(elder.status_from_on());
}

bool isAbsent(const v1::ElderRow& elder) {
  return elder.status() == v1::CARE_STATUS_AWAY || elder.status() == v1::CARE_STATUS_HOSPITALISED;
}

// Who of a household was there: the visit's minutes are shared between them.
template <typename Elders>
void addTo(Elders first, Elders last, const v1::RosterContact& made, outside::Random& random) {
  std::vector<v1::ElderRow*> present;
  for (Elders elder = first; elder != last; ++elder) {
    if (isPossible(*elder, made) && (elder == first || chance(random, 94))) {
      present.push_back(&*elder);
    }
  }
  std::uint32_t left = made.minutes();
  for (std::size_t index = 0; index < present.size(); ++index) {
    v1::RosterContact& own = *present[index]->add_contacts();
    own = made;
    own.set_minutes(left / static_cast<std::uint32_t>(present.size() - index));
    left -= own.minutes();
  }
}

void keepInOrder(v1::ElderRow& elder) {
  std::stable_sort(elder.mutable_contacts()->begin(), elder.mutable_contacts()->end(),
                   [](const v1::RosterContact& left, const v1::RosterContact& right) {
                     return care::civilDay(left.on()) < care::civilDay(right.on());
                   });
}

}  // namespace

void giveStatuses(std::vector<v1::ElderRow>& elders, outside::Random& random) {
  struct Share {
    v1::CareStatus status;
    int count;
    absl::CivilDay first;
    absl::CivilDay last;
  };
  const Share shares[] = {{v1::CARE_STATUS_HOSPITALISED, 18, november(3), november(18)},
                          {v1::CARE_STATUS_AWAY, 28, october(12), november(16)},
                          {v1::CARE_STATUS_INSTITUTIONALISED, 5, november(4), november(17)},
                          {v1::CARE_STATUS_MOVED_OUT, 4, november(4), november(17)},
                          {v1::CARE_STATUS_DECEASED, 6, november(4), november(17)}};
  for (v1::ElderRow& elder : elders) {
    elder.set_status(v1::CARE_STATUS_AT_HOME);
  }
  for (const Share& share : shares) {
    for (int given = 0; given < share.count;) {
      v1::ElderRow& elder = elders[random.below(elders.size())];
      const absl::CivilDay from = share.first + between(random, 0, static_cast<int>(share.last - share.first));
      if (elder.status() == v1::CARE_STATUS_AT_HOME && care::civilDay(elder.care_from_on()) < october(1)) {
        elder.set_status(share.status);
        *elder.mutable_status_from_on() = care::toDate(from);
        ++given;
      }
    }
  }
}

void giveContacts(std::vector<v1::ElderRow>& elders, const std::vector<Household>& households, const Team& team,
                  outside::Random& random) {
  std::map<std::string, int> paces;  // percent points a visitor is ahead of or behind the others
  for (std::size_t index = 0; index < households.size(); ++index) {
    const Household& household = households[index];
    const bool assigned = !team.visitor_of[index].empty();
    const std::string& staff_number = assigned ? team.visitor_of[index] : team.supervisor_of[index];
    const auto [pace, is_new] = paces.try_emplace(staff_number, 0);
    if (is_new) {
      pace->second = between(random, -14, 14);
    }
    const auto first = elders.begin() + static_cast<std::ptrdiff_t>(household.first_elder);
    const auto last = first + static_cast<std::ptrdiff_t>(household.elders);
    const v1::Tier tier = std::max_element(first, last, [](const auto& left, const auto& right) {
                            return left.tier() < right.tier();
                          })->tier();
    for (const Span& span : spansOf(tier)) {
      const bool by_phone = !assigned || std::any_of(first, last, isAbsent);
      const int own_pace = assigned ? pace->second : -45;
      for (const v1::RosterContact& made : madeIn(span, own_pace, by_phone, staff_number, random)) {
        addTo(first, last, made, random);
      }
    }
    std::for_each(first, last, keepInOrder);
  }
}

}  // namespace doorstep::ctl::demo
