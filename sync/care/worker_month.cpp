#include "sync/care/worker_month.h"

#include <algorithm>
#include <map>

#include "sync/care/calendar.h"
#include "sync/care/contact_outcome.h"
#include "sync/care/person_times.h"
#include "sync/care/record_index.h"
#include "sync/care/service_minutes.h"

namespace doorstep::care {
namespace {

bool reachedSomebody(const v1::Visit& visit) {
  return std::any_of(visit.contacts().begin(), visit.contacts().end(),
                     [](const v1::VisitContact& contact) { return isQualifying(contact.outcome()); });
}

bool tookPlace(const v1::Visit& visit) {
  return std::any_of(visit.contacts().begin(), visit.contacts().end(), [](const v1::VisitContact& contact) {
    return contact.outcome() != v1::CONTACT_OUTCOME_CANCELLED;
  });
}

class Ledger {
 public:
  Ledger(const DistrictRecords& held, const std::string& worker_id, absl::CivilMonth month)
      : held_(held),
        index_(held),
        worker_id_(worker_id),
        month_(month),
        zone_(districtZone(held.rules.zone())),
        rules_(rulesOn(held.rules, referenceDay(month))) {}

  WorkerMonth result() {
    addLines();
    for (const v1::Visit* visit : index_.visits().counting()) {
      if (std::find(visit->worker_ids().begin(), visit->worker_ids().end(), worker_id_) != visit->worker_ids().end()) {
        addVisit(*visit);
      }
    }
    for (const auto& [elder_id, visits] : visits_of_elder_) {
      countPersonTimes(elder_id, visits);
    }
    return std::move(result_);
  }

 private:
  void addLines() {
    for (v1::MinutesLine& line : workerMinutes(held_, month_)) {
      if (line.worker_id() == worker_id_) {
        addToSum(line);
        result_.lines.push_back(std::move(line));
      }
    }
  }

  void addToSum(const v1::MinutesLine& line) {
    const MinutesStanding standing = standingOf(line);
    if (standing == MinutesStanding::kNone) {
      return;
    }
    const bool certified = standing == MinutesStanding::kCertified;
    switch (line.source()) {
      case v1::HOURS_SOURCE_IMPUTED:
        result_.imputed += line.minutes();
        break;
      case v1::HOURS_SOURCE_MEASURED:
        (certified ? result_.measured_certified : result_.measured_provisional) += line.minutes();
        break;
      default:
        (certified ? result_.entered_certified : result_.entered_provisional) += line.minutes();
        break;
    }
  }

  void addVisit(const v1::Visit& visit) {
    const absl::CivilDay on = dayOf(visit.started_at(), zone_);
    if (on < firstDay(month_) - 1 || on > lastDay(month_)) {
      return;
    }
    if (absl::CivilMonth(on) == month_ && tookPlace(visit) && !reachedSomebody(visit)) {
      ++result_.attempts;
      result_.attempt_minutes += static_cast<std::uint32_t>(absl::ToInt64Minutes(presence(visit).total()));
    }
    for (const v1::VisitContact& contact : visit.contacts()) {
      const v1::Elder* elder = index_.survivor(contact.elder_id());
      std::vector<const v1::Visit*>& visits = visits_of_elder_[elder == nullptr ? contact.elder_id() : elder->id()];
      if (visits.empty() || visits.back() != &visit) {
        visits.push_back(&visit);
      }
    }
  }

  void countPersonTimes(const std::string& elder_id, const std::vector<const v1::Visit*>& visits) {
    v1::Elder unknown;
    unknown.set_id(elder_id);
    const v1::Elder* survivor = index_.survivor(elder_id);
    const v1::Elder& elder = survivor == nullptr ? unknown : *survivor;
    const std::vector<ElderContact> contacts =
        contactsOf(elder, index_.mergedInto(elder_id), visits, rules_, zone_,
                   [this](const std::string& contact) { return index_.relationOf(contact); });
    const auto area_of = [this](const std::string& household) { return index_.areaOfHousehold(household); };
    for (const v1::PersonTimes& line : personTimes(elder, contacts, rules_, month_, area_of)) {
      result_.person_times += line.count();
    }
  }

  const DistrictRecords& held_;
  RecordIndex index_;
  const std::string& worker_id_;
  absl::CivilMonth month_;
  absl::TimeZone zone_;
  v1::RuleSet rules_;
  std::map<std::string, std::vector<const v1::Visit*>> visits_of_elder_;
  WorkerMonth result_;
};

}  // namespace

WorkerMonth workerMonth(const DistrictRecords& held, const std::string& worker_id, absl::CivilMonth month) {
  return Ledger(held, worker_id, month).result();
}

}  // namespace doorstep::care
