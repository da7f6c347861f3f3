#include "sync/service/figures/fact_keeper.h"

#include <set>

#include "sync/care/calendar.h"
#include "sync/care/risk_lifecycle.h"
#include "sync/care/service_minutes.h"
#include "sync/outside/attempt.h"
#include "sync/replication/records.h"
#include "sync/service/figures/elder_facts.h"
#include "sync/service/figures/worker_day.h"
#include "sync/service/keys.h"
#include "sync/service/references.h"
#include "sync/service/touching.h"

namespace doorstep::service {

FactKeeper::FactKeeper(DistrictWork& work, const MonthRules& rules, absl::CivilDay evaluated_on)
    : work_(work),
      rules_(rules),
      evaluated_on_(evaluated_on),
      sources_(work.ledger),
      deltas_(work.directory, work.district_id) {}

absl::Status FactKeeper::bringUpToDate() {
  const bool everything = work_.touched.everything;
  if (everything) {
    DOORSTEP_TRY(touchEverything());
  }
  DOORSTEP_TRY(elders());
  DOORSTEP_TRY(workerDays());
  for (const std::string& flag : work_.touched.risks) {
    DOORSTEP_TRY(risk(flag));
  }
  DOORSTEP_TRY(sources_.status());
  return everything ? rebuildRollups(work_.ledger, work_.directory, work_.district_id) : deltas_.addTo(work_.ledger);
}

absl::Status FactKeeper::touchEverything() {
  DOORSTEP_ASSIGN(const auto elders, work_.ledger.findIds({Index::kElder, ""}));
  for (const std::string& elder : elders) {
    work_.touched.elder(elder);
  }
  return work_.ledger.forEachRecord([this](const StoredRecord& stored) {
    switch (stored.kind) {
      case v1::RECORD_KIND_VISIT:
      case v1::RECORD_KIND_SERVICE_ENTRY:
      case v1::RECORD_KIND_SERVICE_ENTRY_EVENT:
      case v1::RECORD_KIND_RISK_FLAG:
      case v1::RECORD_KIND_RESTRICTED_RISK_FLAG: {
        DOORSTEP_ASSIGN(const v1::Record record, decoded(stored));
        return touch(work_, nullptr, record);
      }
      default:
        return absl::OkStatus();
    }
  });
}

absl::Status FactKeeper::elders() {
  std::map<std::string, std::int64_t> survivors;
  for (const auto& [id, from] : work_.touched.elders) {
    const v1::Elder* survivor = sources_.survivorOf(id);
    if (survivor == nullptr) {
      continue;
    }
    if (survivor->id() != id) {
      DOORSTEP_ASSIGN(const auto kept, work_.ledger.facts(FactKind::kElderMonth, id));
      DOORSTEP_TRY(replace(kept, {}));
    }
    const auto [entry, added] = survivors.try_emplace(survivor->id(), from);
    entry->second = std::min(entry->second, from);
  }
  for (const auto& [id, from] : survivors) {
    DOORSTEP_TRY(elder(*sources_.survivorOf(id), from));
  }
  return absl::OkStatus();
}

absl::Status FactKeeper::elder(const v1::Elder& elder, std::int64_t from_month) {
  DOORSTEP_ASSIGN(const auto months, elderMonths({work_.ledger, sources_, rules_, evaluated_on_}, elder, from_month));
  FactsByKey wanted;
  for (const v1::ElderMonth& fact : months) {
    const std::int64_t month = monthNumber(care::civilMonth(fact.month()));
    const bool missed = fact.in_denominator() && !fact.contacted();
    wanted[{elder.id(), monthKey(month)}] = {FactKind::kElderMonth, elder.id(), monthKey(month),
                                             missed ? missedGroup(month, fact.area_id()) : std::string(),
                                             replication::encode(fact)};
  }
  const std::string first = from_month == Touched::kAllMonths ? std::string() : monthKey(from_month);
  DOORSTEP_ASSIGN(auto kept, work_.ledger.factsFrom(FactKind::kElderMonth, elder.id(), first));
  return replace(std::move(kept), std::move(wanted));
}

absl::Status FactKeeper::workerDays() {
  std::vector<Fact> kept;
  FactsByKey wanted;
  for (const auto& [worker, day] : work_.touched.worker_days) {
    const std::string group = workerDayGroup(worker, day);
    DOORSTEP_ASSIGN(const auto of_day, work_.ledger.factsInGroup(FactKind::kMinutes, group));
    kept.insert(kept.end(), of_day.begin(), of_day.end());
    DOORSTEP_ASSIGN(const auto lines, minutesOfDay(work_.ledger, sources_, work_.zone(), worker, dayOfNumber(day)));
    for (const v1::MinutesLine& line : lines) {
      wanted[{line.subject_id(), worker}] = {FactKind::kMinutes, line.subject_id(), worker, group,
                                             replication::encode(line)};
    }
  }
  DOORSTEP_TRY(addMoved(wanted, kept));
  leaveWhatStands(kept, wanted);
  // All workers of a fresh visit have their day among those touched, so what is wanted of it is all there is.
  std::map<std::string, std::vector<Fact>> subjects;
  for (const Fact& fact : kept) {
    subjects[fact.subject];
  }
  for (const auto& [key, fact] : wanted) {
    subjects[fact.subject].push_back(fact);
  }
  DOORSTEP_TRY(replace(kept, std::move(wanted)));
  for (const auto& [subject, made] : subjects) {
    if (work_.touched.isFresh(subject)) {
      DOORSTEP_TRY(delivered(subject, made, {}));
      continue;
    }
    DOORSTEP_ASSIGN(const auto minutes, work_.ledger.facts(FactKind::kMinutes, subject));
    DOORSTEP_ASSIGN(const auto before, work_.ledger.facts(FactKind::kDelivered, subject));
    DOORSTEP_TRY(delivered(subject, minutes, before));
  }
  return absl::OkStatus();
}

void FactKeeper::leaveWhatStands(std::vector<Fact>& kept, FactsByKey& wanted) {
  std::erase_if(kept, [&wanted](const Fact& fact) {
    const auto next = wanted.find({fact.subject, fact.part});
    const bool same = next != wanted.end() && next->second.encoded == fact.encoded && next->second.group == fact.group;
    if (same) {
      wanted.erase(next);
    }
    return same;
  });
}

absl::Status FactKeeper::addMoved(const FactsByKey& wanted, std::vector<Fact>& kept) {
  std::set<std::pair<std::string, std::string>> known;
  for (const Fact& fact : kept) {
    known.emplace(fact.subject, fact.part);
  }
  for (const auto& [key, fact] : wanted) {
    if (known.count(key) > 0 || work_.touched.isFresh(fact.subject)) {
      continue;
    }
    DOORSTEP_ASSIGN(const auto of_subject, work_.ledger.facts(FactKind::kMinutes, fact.subject));
    for (const Fact& other : of_subject) {
      if (other.part == fact.part) {
        kept.push_back(other);
      }
    }
  }
  return absl::OkStatus();
}

absl::Status FactKeeper::delivered(const std::string& subject, const std::vector<Fact>& minutes,
                                   const std::vector<Fact>& kept) {
  std::vector<v1::MinutesLine> lines;
  for (const Fact& fact : minutes) {
    if (!lines.emplace_back().ParseFromString(fact.encoded)) {
      return absl::DataLossError("a fact in the ledger cannot be read");
    }
  }
  FactsByKey wanted;
  if (!lines.empty()) {
    wanted[{subject, ""}] = {FactKind::kDelivered, subject, "", "", replication::encode(care::delivered(lines))};
  }
  return replace(kept, std::move(wanted));
}

absl::Status FactKeeper::risk(const std::string& flag_id) {
  DOORSTEP_ASSIGN(const auto stored, work_.ledger.record(flag_id));
  if (!stored.has_value()) {
    return absl::OkStatus();
  }
  DOORSTEP_ASSIGN(const v1::Record record, decoded(*stored));
  const v1::RiskFlag& flag = record.has_risk_flag() ? record.risk_flag() : record.restricted_risk_flag();
  DOORSTEP_ASSIGN(const auto records, eventsOf(work_.ledger, flag_id));
  std::vector<const v1::RiskEvent*> events;
  for (const v1::Record& event : records) {
    events.push_back(event.has_risk_event() ? &event.risk_event() : &event.restricted_risk_event());
  }
  const absl::CivilDay on = care::dayOf(flag.opened_at(), work_.zone());
  care::Contributions added;
  care::addRisk(added, sources_.areaOf(flag.elder_id(), flag.household_id(), on), flag, care::foldRisk(flag, events),
                care::WorkingDays(rules_.at(monthNumber(absl::CivilMonth(on)))));
  FactsByKey wanted;
  for (const auto& [area, figures] : added) {
    v1::CoverageRow row;
    row.set_area_id(area);
    *row.mutable_month() = care::toMonth(absl::CivilMonth(on));
    *row.mutable_figures() = figures;
    wanted[{flag_id, ""}] = {FactKind::kRisk, flag_id, "", "", replication::encode(row)};
  }
  DOORSTEP_ASSIGN(const auto kept, work_.ledger.facts(FactKind::kRisk, flag_id));
  return replace(kept, std::move(wanted));
}

absl::Status FactKeeper::replace(std::vector<Fact> kept, FactsByKey wanted) {
  leaveWhatStands(kept, wanted);
  for (const Fact& fact : kept) {
    DOORSTEP_ASSIGN(const Contribution contribution, contributionOf(fact));
    deltas_.add(contribution, -1);
    if (!wanted.contains({fact.subject, fact.part})) {
      DOORSTEP_TRY(work_.ledger.removeFact(fact.kind, fact.subject, fact.part));
    }
  }
  for (const auto& [key, fact] : wanted) {
    DOORSTEP_ASSIGN(const Contribution contribution, contributionOf(fact));
    deltas_.add(contribution, 1);
    DOORSTEP_TRY(work_.ledger.putFact(fact));
  }
  return absl::OkStatus();
}

}  // namespace doorstep::service
