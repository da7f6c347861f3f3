#include "sync/service/figures/freeze.h"

#include <algorithm>
#include <limits>
#include <set>

#include "absl/strings/str_cat.h"
#include "sync/care/calendar.h"
#include "sync/care/freeze.h"
#include "sync/outside/attempt.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/evaluation.h"
#include "sync/service/figures/rollups.h"
#include "sync/service/keys.h"

namespace doorstep::service {
namespace {

struct Due {
  std::int64_t month = 0;
  absl::Time at;
};

// Where the rules name no first day, months begin with the first of which anything was counted.
absl::StatusOr<std::optional<std::int64_t>> firstToFreeze(DistrictReader& ledger, const v1::DistrictRules& rules) {
  if (rules.has_go_live_on()) {
    return monthNumber(absl::CivilMonth(care::civilDay(rules.go_live_on())));
  }
  DOORSTEP_ASSIGN(const auto rows, ledger.rollupsAfter(0, std::numeric_limits<std::int32_t>::max()));
  std::optional<std::int64_t> first;
  for (const RollupRow& row : rows) {
    first = std::min(first.value_or(row.month), row.month);
  }
  return first;
}

// Months that are not frozen, with the time at which they are, up to the running one.
absl::StatusOr<std::vector<Due>> notFrozen(DistrictReader& ledger, const v1::DistrictRules& rules, absl::Time now) {
  std::vector<Due> months;
  DOORSTEP_ASSIGN(const auto first, firstToFreeze(ledger, rules));
  if (!first.has_value()) {
    return months;
  }
  DOORSTEP_ASSIGN(const auto freezes, ledger.freezes());
  std::set<std::int64_t> frozen;
  for (const FreezeRow& freeze : freezes) {
    frozen.insert(freeze.month);
  }
  const std::int64_t running = monthNumber(absl::CivilMonth(care::dayOf(now, care::districtZone(rules.zone()))));
  for (std::int64_t month = *first; month <= running; ++month) {
    const std::optional<absl::Time> at = care::freezeAt(monthOfNumber(month), rules);
    if (at.has_value() && frozen.count(month) == 0) {
      months.push_back({month, *at});
    }
  }
  return months;
}

class Sealing {
 public:
  void add(const Fact& fact) {
    digest_ = replication::sha256(absl::StrCat(digest_, static_cast<int>(fact.kind), ":", fact.subject, ":", fact.part,
                                               ":", fact.encoded.size(), ":", fact.encoded));
  }
  const std::string& digest() const { return digest_; }

 private:
  std::string digest_ = replication::chainStart();
};

absl::StatusOr<std::vector<Fact>> factsOf(DistrictReader& ledger, std::int64_t month) {
  std::vector<Fact> facts;
  DOORSTEP_TRY(ledger.forEachFact(FactKind::kElderMonth, [&facts, key = monthKey(month)](const Fact& fact) {
    if (fact.part == key) {
      facts.push_back(fact);
    }
    return absl::OkStatus();
  }));
  for (const FactKind kind : {FactKind::kMinutes, FactKind::kDelivered, FactKind::kRisk}) {
    DOORSTEP_TRY(ledger.forEachFact(kind, [&facts, month](const Fact& fact) {
      DOORSTEP_ASSIGN(const Contribution contribution, contributionOf(fact));
      if (contribution.month == month) {
        facts.push_back(fact);
      }
      return absl::OkStatus();
    }));
  }
  return facts;
}

absl::StatusOr<std::string> keepFacts(DistrictWork& work, std::int64_t month) {
  Sealing sealing;
  DOORSTEP_ASSIGN(const auto facts, factsOf(work.ledger, month));
  for (const Fact& fact : facts) {
    sealing.add(fact);
    DOORSTEP_TRY(work.ledger.putFrozenFact(month, fact));
  }
  return sealing.digest();
}

// Each row takes a new place in the feed, so that desks learn of it.
absl::Status keepRows(DistrictWork& work, std::int64_t month) {
  DOORSTEP_ASSIGN(const auto rows, work.ledger.rollupsAfter(0, std::numeric_limits<std::int32_t>::max()));
  for (RollupRow row : rows) {
    if (row.month != month) {
      continue;
    }
    const std::vector<std::string> upwards = work.directory.upwards(row.area_id, work.district_id);
    DOORSTEP_TRY(
        work.ledger.putFrozenRow(month, {row.area_id, upwards.size() > 1 ? upwards[1] : std::string(), row.figures}));
    DOORSTEP_ASSIGN(row.revision, work.ledger.nextRevision());
    DOORSTEP_TRY(work.ledger.putRollup(row));
  }
  return absl::OkStatus();
}

absl::StatusOr<FreezeRow> freezeMonth(DistrictWork& work, const v1::DistrictRules& rules, std::int64_t month) {
  FreezeRow freeze;
  freeze.month = month;
  DOORSTEP_ASSIGN(freeze.revision, work.ledger.nextRevision());
  freeze.frozen_at = work.now;
  freeze.rules = rules.SerializeAsString();
  freeze.has_facts = true;
  DOORSTEP_ASSIGN(const auto stored, work.ledger.record(rules.id()));
  if (stored.has_value()) {
    freeze.rules_revision = stored->revision;
  }
  DOORSTEP_ASSIGN(freeze.digest, keepFacts(work, month));
  DOORSTEP_TRY(work.ledger.putFreeze(freeze));
  DOORSTEP_TRY(keepRows(work, month));
  return freeze;
}

}  // namespace

absl::StatusOr<std::optional<absl::Time>> nextFreezeAt(DistrictReader& ledger, const v1::DistrictRules* rules,
                                                       absl::Time now) {
  std::optional<absl::Time> next;
  if (rules == nullptr) {
    return next;
  }
  DOORSTEP_ASSIGN(const auto months, notFrozen(ledger, *rules, now));
  for (const Due& due : months) {
    next = std::min(next.value_or(due.at), due.at);
  }
  return next;
}

absl::StatusOr<std::vector<FreezeRow>> freezeWhatIsDue(DistrictWork& work) {
  std::vector<FreezeRow> frozen;
  const v1::DistrictRules* rules = work.directory.rules(work.district_id);
  if (rules == nullptr) {
    return frozen;
  }
  DOORSTEP_ASSIGN(const bool doubted, doubtsClock(work));
  if (doubted) {
    return frozen;
  }
  DOORSTEP_ASSIGN(auto months, notFrozen(work.ledger, *rules, work.now));
  std::erase_if(months, [&work](const Due& due) { return due.at > work.now; });
  if (months.empty()) {
    return frozen;
  }
  // After days of standing still a month may not have been looked at since its own middle.
  DOORSTEP_TRY(evaluate(work));
  work.touched = Touched();
  for (const Due& due : months) {
    DOORSTEP_ASSIGN(frozen.emplace_back(), freezeMonth(work, *rules, due.month));
  }
  return frozen;
}

absl::StatusOr<FrozenSums> sumsOfFrozenFacts(DistrictReader& ledger, std::int64_t month,
                                             const std::vector<FrozenRow>& tree, const std::string& district_id) {
  std::map<std::string, std::string> parents;
  for (const FrozenRow& row : tree) {
    parents[row.area_id] = row.parent_id;
  }
  FrozenSums sums;
  Sealing sealing;
  DOORSTEP_TRY(ledger.forEachFrozenFact(month, [&](const Fact& fact) -> absl::Status {
    sealing.add(fact);
    DOORSTEP_ASSIGN(const Contribution contribution, contributionOf(fact));
    for (const auto& [area, figures] : contribution.by_area) {
      // An area that was in no tree counted for the district.
      std::string at = parents.count(area) > 0 ? area : district_id;
      for (std::size_t step = 0; !at.empty() && step <= tree.size(); ++step) {
        care::add(sums.by_area[at], figures);
        const auto parent = parents.find(at);
        at = parent == parents.end() ? std::string() : parent->second;
      }
    }
    return absl::OkStatus();
  }));
  sums.digest = sealing.digest();
  return sums;
}

}  // namespace doorstep::service
