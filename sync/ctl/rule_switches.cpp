#include "sync/ctl/rule_switches.h"

#include <array>

namespace doorstep::ctl {

namespace {

using Set = v1::RuleSet;

constexpr Wording kMinutes = {"分钟", "min"};
constexpr Wording kDays = {"天", "days"};
constexpr Wording kNone = {"", ""};

constexpr RuleSwitch number(std::string_view name, Wording words, Wording unit, std::uint32_t most,
                            std::uint32_t (Set::*value)() const, void (Set::*set)(std::uint32_t)) {
  return {name, words, unit, 1, most, value, set};
}

constexpr RuleSwitch flag(std::string_view name, Wording words, bool (Set::*is_on)() const, void (Set::*turn)(bool)) {
  return {name, words, kNone, 0, 1, nullptr, nullptr, is_on, turn};
}

const std::array kSwitches = {
    number("same_contact_minutes", {"间隔不足多久算同一人次", "closer contacts are one person-time"}, kMinutes, 1440,
           &Set::same_contact_minutes, &Set::set_same_contact_minutes),
    number("away_expires_days", {"外出多久后失效", "an absence expires after"}, kDays, 366, &Set::away_expires_days,
           &Set::set_away_expires_days),
    number("short_institution_days", {"入住机构不足多久算住院", "a shorter stay in an institution counts as hospital"},
           kDays, 366, &Set::short_institution_days, &Set::set_short_institution_days),
    number("first_visit_days", {"纳入后多久内首访", "a first visit within"}, kDays, 366, &Set::first_visit_days,
           &Set::set_first_visit_days),
    flag("count_remote_monitoring", {"设备信号计入探访", "a device's signal counts as a contact"},
         &Set::count_remote_monitoring, &Set::set_count_remote_monitoring),
    number("freeze_day", {"次月几日 0 点冻结", "figures freeze on this day of the next month, 00:00"}, kNone, 28,
           &Set::freeze_day, &Set::set_freeze_day),
    flag("freeze_waits_for_working_day", {"冻结遇节假日顺延", "the freeze waits for a working day"},
         &Set::freeze_waits_for_working_day, &Set::set_freeze_waits_for_working_day),
    number("backdate_days", {"探访人员可补录多久以前", "a visitor may enter visits of the last"}, kDays, 366,
           &Set::backdate_days, &Set::set_backdate_days),
    number("ladder_a_supervisor_minutes", {"A 级无人应答多久报督导", "tier A, no reply: to the supervisor within"},
           kMinutes, 10080, &Set::ladder_a_supervisor_minutes, &Set::set_ladder_a_supervisor_minutes),
    number("ladder_a_community_minutes", {"A 级无人应答多久报社区", "tier A, no reply: to the community within"},
           kMinutes, 10080, &Set::ladder_a_community_minutes, &Set::set_ladder_a_community_minutes),
    number("ladder_c_second_try_days", {"C 级无人应答多久内再访", "tier C, no reply: a second try within"}, kDays, 31,
           &Set::ladder_c_second_try_days, &Set::set_ladder_c_second_try_days),
};

}  // namespace

std::span<const RuleSwitch> ruleSwitches() {
  return kSwitches;
}

void apply(const SwitchValue& value, v1::RuleSet& set) {
  if (value.which->isFlag()) {
    (set.*value.which->turn)(value.value != 0);
  } else {
    (set.*value.which->set)(value.value);
  }
}

std::uint32_t valueOf(const RuleSwitch& which, const v1::RuleSet& set) {
  return which.isFlag() ? ((set.*which.is_on)() ? 1U : 0U) : (set.*which.value)();
}

}  // namespace doorstep::ctl
