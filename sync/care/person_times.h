#pragma once

#include <span>
#include <vector>

#include "absl/time/civil_time.h"
#include "doorstep/v1/coverage_figures.pb.h"
#include "doorstep/v1/elder.pb.h"
#include "sync/care/elder_contacts.h"
#include "sync/care/elder_history.h"

// 人次 of one elder in one month (domain.md §6, person_times): per mode, a contact that starts
// sooner than same_contact_minutes after the last counted one is the same; with day precision one
// a day and mode, and none beside an exact one. By area at the contact and mode, in order of both.
// Contacts of the day before the month are looked at, so that midnight makes no second one.
namespace doorstep::care {

std::vector<v1::PersonTimes> personTimes(const v1::Elder& elder, std::span<const ElderContact> by_start,
                                         const v1::RuleSet& rules, absl::CivilMonth month,
                                         const AreaOfHousehold& area_of);

}  // namespace doorstep::care
