#include "sync/service/exchange/sight.h"

#include <algorithm>
#include <utility>

#include "sync/outside/attempt.h"
#include "sync/outside/planted.h"
#include "sync/replication/records.h"
#include "sync/service/district_work.h"
#include "sync/service/rights.h"

namespace doorstep::service {

absl::StatusOr<Sight> Sight::of(DistrictReader& ledger, const Directory& directory, const Caller& caller,
                                absl::CivilDay today) {
  ScopeView scope(ledger, directory);
  DOORSTEP_ASSIGN(ScopeView::Households households, scope.households(caller, today));
  return Sight(directory, caller, std::move(households));
}

Sight::Sight(const Directory& directory, Caller caller, ScopeView::Households households)
    : caller_(std::move(caller)), households_(std::move(households)) {
  const Directory::Person* person = directory.person(caller_.worker_id);
  const bool answers_for_others = caller_.has(v1::ROLE_SUPERVISOR) || caller_.has(v1::ROLE_DISTRICT_STAFF);
  if (person != nullptr && !answers_for_others) {
    programmes_ = directory.programmesOf(person->worker.organisation_id());
    from_contractor_ = !programmes_.empty();
  }
}

bool Sight::mayRead(v1::RecordKind kind, const std::set<Scope>& reached) {
  if (outside::planted(outside::Fault::kKindsNotChecked)) {
    return true;
  }
  unsigned scopes = 0;
  for (const Scope scope : reached) {
    scopes |= 1U << static_cast<unsigned>(scope);
  }
  const std::pair<int, unsigned> place{static_cast<int>(kind), scopes};
  const auto known = may_read_.find(place);
  if (known != may_read_.end()) {
    return known->second;
  }
  return may_read_.emplace(place, service::mayRead(caller_.roles, kind, reached)).first->second;
}

bool Sight::reaches(v1::RecordKind kind, const std::string& household_id) {
  static const std::set<Scope> all = {Scope::kDistrict};
  static const std::set<Scope> own = {Scope::kDistrict, Scope::kOwnAreas};
  if (household_id == replication::directoryHousehold()) {
    // A service for an organisation stands here without a household; it is read like those of one's own.
    const bool stands_alone = kind == v1::RECORD_KIND_SERVICE_ENTRY || kind == v1::RECORD_KIND_SERVICE_ENTRY_EVENT;
    return mayRead(kind, stands_alone ? own : all);
  }
  const auto scopes = households_.find(household_id);
  return scopes != households_.end() && mayRead(kind, scopes->second);
}

bool Sight::choosesAmong(v1::RecordKind kind) const {
  return from_contractor_ && (kind == v1::RECORD_KIND_VISIT || kind == v1::RECORD_KIND_SERVICE_ENTRY ||
                              kind == v1::RECORD_KIND_SERVICE_ENTRY_EVENT || kind == v1::RECORD_KIND_ATTACHMENT);
}

absl::StatusOr<bool> Sight::sees(DistrictReader& ledger, const StoredRecord& record) {
  if (!reaches(record.kind, record.household_id)) {
    return false;
  }
  if (!choosesAmong(record.kind)) {
    return true;
  }
  DOORSTEP_ASSIGN(const v1::Record own, decoded(record));
  if (own.has_visit()) {
    return isOfContractor(own.visit());
  }
  if (own.has_service_entry()) {
    return isOfContractor(own.service_entry());
  }
  // An event is seen with its service, a picture with its visit.
  const std::string& header = own.has_attachment() ? own.attachment().visit_id() : own.service_entry_event().entry_id();
  DOORSTEP_ASSIGN(const auto stored, ledger.record(header));
  if (!stored.has_value()) {
    return own.has_attachment() && own.attachment().added_by() == caller_.worker_id;
  }
  DOORSTEP_ASSIGN(const v1::Record above, decoded(*stored));
  return above.has_visit() ? isOfContractor(above.visit()) : isOfContractor(above.service_entry());
}

bool Sight::isOfContractor(const v1::Visit& visit) const {
  return programmes_.contains(visit.programme_id()) || visit.recorded_by() == caller_.worker_id ||
         std::find(visit.worker_ids().begin(), visit.worker_ids().end(), caller_.worker_id) != visit.worker_ids().end();
}

bool Sight::isOfContractor(const v1::ServiceEntry& entry) const {
  return programmes_.contains(entry.programme_id()) || entry.recorded_by() == caller_.worker_id ||
         std::any_of(entry.workers().begin(), entry.workers().end(),
                     [this](const v1::WorkerMinutes& worker) { return worker.worker_id() == caller_.worker_id; });
}

}  // namespace doorstep::service
