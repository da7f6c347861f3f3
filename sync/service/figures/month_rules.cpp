#include "sync/service/figures/month_rules.h"

#include <algorithm>

#include "sync/care/calendar.h"
#include "sync/outside/attempt.h"
#include "sync/service/keys.h"

namespace doorstep::service {

absl::StatusOr<MonthRules> MonthRules::load(DistrictReader& ledger, const v1::DistrictRules& current) {
  MonthRules rules(current);
  DOORSTEP_ASSIGN(const auto freezes, ledger.freezes());
  for (const FreezeRow& freeze : freezes) {
    if (!rules.frozen_[freeze.month].ParseFromString(freeze.rules)) {
      return absl::DataLossError("the rules of a frozen month cannot be read");
    }
  }
  return rules;
}

const v1::DistrictRules& MonthRules::at(std::int64_t month) const {
  const auto found = frozen_.find(month);
  return found == frozen_.end() ? current_ : found->second;
}

std::optional<std::int64_t> MonthRules::firstLive() const {
  const auto liveFrom = [](const v1::DistrictRules& rules) -> std::optional<std::int64_t> {
    return rules.has_go_live_on() ? std::optional(monthNumber(absl::CivilMonth(care::civilDay(rules.go_live_on()))))
                                  : std::nullopt;
  };
  std::optional<std::int64_t> first = liveFrom(current_);
  for (const auto& [month, rules] : frozen_) {
    const auto other = liveFrom(rules);
    first = first.has_value() && other.has_value() ? std::optional(std::min(*first, *other)) : std::nullopt;
  }
  return first;
}

}  // namespace doorstep::service
