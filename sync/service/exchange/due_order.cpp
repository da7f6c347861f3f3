#include "sync/service/exchange/due_order.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <utility>

#include "sync/care/cadence.h"
#include "sync/care/calendar.h"
#include "sync/care/elder_contacts.h"
#include "sync/care/elder_history.h"
#include "sync/outside/attempt.h"
#include "sync/replication/brief_visit.h"
#include "sync/service/district_work.h"
#include "sync/service/keys.h"
#include "sync/service/merges.h"

namespace doorstep::service {
namespace {

constexpr int kNotDue = std::numeric_limits<int>::max();
constexpr int kDaysLookedBack = 100;  // slots of this month and the two before

absl::StatusOr<int> daysLeft(DistrictReader& ledger, const v1::DistrictRules& rules, const v1::Elder& elder,
                             absl::CivilDay today) {
  DOORSTEP_ASSIGN(const auto ids, withMerged(ledger, elder.id()));
  std::deque<v1::Visit> read;
  for (const std::string& id : ids) {
    DOORSTEP_TRY(ledger.forEachFound({Index::kVisitOfElder, id, dayNumber(today) - kDaysLookedBack, dayNumber(today)},
                                     [&read](std::string_view, std::string_view encoded) -> absl::Status {
                                       DOORSTEP_ASSIGN(read.emplace_back(), replication::visitForFigures(encoded));
                                       return absl::OkStatus();
                                     }));
  }
  std::vector<const v1::Visit*> visits;
  for (const v1::Visit& visit : read) {
    visits.push_back(&visit);
  }
  const auto contacts = care::contactsOf(elder, std::span(ids).subspan(1), visits, care::rulesOn(rules, today),
                                         care::districtZone(rules.zone()));
  const auto due = care::dueOn(elder, care::qualifyingContacts(contacts), rules, today);
  return due.has_value() ? due->days_left : kNotDue;
}

absl::StatusOr<int> soonestOf(DistrictReader& ledger, const v1::DistrictRules& rules, const std::string& household,
                              absl::CivilDay today) {
  int soonest = kNotDue;
  DOORSTEP_ASSIGN(const auto elders, ledger.find({Index::kElderOfHousehold, household}));
  for (const StoredRecord& stored : elders) {
    DOORSTEP_ASSIGN(const v1::Record record, decoded(stored));
    if (!record.elder().merged_into().empty() || care::householdOn(record.elder(), today) != household) {
      continue;
    }
    DOORSTEP_ASSIGN(const int days, daysLeft(ledger, rules, record.elder(), today));
    soonest = std::min(soonest, days);
  }
  return soonest;
}

}  // namespace

absl::StatusOr<std::vector<std::string>> soonestDueFirst(DistrictReader& ledger, const v1::DistrictRules& rules,
                                                         std::vector<std::string> households, absl::CivilDay today) {
  std::vector<std::pair<int, std::string>> ordered;
  for (std::string& household : households) {
    DOORSTEP_ASSIGN(const int days, soonestOf(ledger, rules, household, today));
    ordered.emplace_back(days, std::move(household));
  }
  std::sort(ordered.begin(), ordered.end());
  households.clear();
  for (auto& [days, household] : ordered) {
    households.push_back(std::move(household));
  }
  return households;
}

}  // namespace doorstep::service
