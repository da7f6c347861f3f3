#include "sync/service/scope.h"

#include "sync/care/elder_history.h"
#include "sync/outside/attempt.h"
#include "sync/outside/planted.h"
#include "sync/replication/records.h"

namespace doorstep::service {

absl::StatusOr<bool> ScopeView::reaches(const Caller& caller, Scope scope, const std::string& household_id,
                                        absl::CivilDay day) {
  if (household_id == replication::directoryHousehold() || scope == Scope::kDistrict) {
    return true;
  }
  if (scope == Scope::kAssigned) {
    return isAssigned(caller.worker_id, household_id, day);
  }
  DOORSTEP_ASSIGN(const std::string area, areaOf(household_id));
  return reachesArea(caller, scope, area);
}

bool ScopeView::reachesArea(const Caller& caller, Scope scope, const std::string& area_id) const {
  if (scope == Scope::kDistrict) {
    return true;
  }
  const Directory::Person* person = directory_.person(caller.worker_id);
  if (scope == Scope::kAssigned || person == nullptr) {
    return false;
  }
  for (const std::string& own : person->worker.area_ids()) {
    if (directory_.isWithin(area_id, own)) {
      return true;
    }
  }
  return false;
}

absl::StatusOr<ScopeView::Households> ScopeView::households(const Caller& caller, absl::CivilDay today) {
  Households found;
  for (const Right& right : rightsOf(caller.roles, v1::RECORD_KIND_HOUSEHOLD, Verb::kRead)) {
    if (right.scope == Scope::kAssigned) {
      DOORSTEP_ASSIGN(const auto assigned, assignedHouseholds(caller.worker_id, today));
      for (const std::string& id : assigned) {
        found[id].insert(right.scope);
      }
      continue;
    }
    for (const std::string& top : tops(caller, right.scope)) {
      for (const std::string& area : directory_.downwards(top)) {
        DOORSTEP_ASSIGN(const auto ids, ledger_.findIds({Index::kHouseholdOfArea, area}));
        for (const std::string& id : ids) {
          found[id].insert(right.scope);
        }
      }
    }
  }
  return found;
}

std::vector<std::string> ScopeView::tops(const Caller& caller, Scope scope) const {
  if (scope == Scope::kDistrict) {
    return {caller.district_id};
  }
  const Directory::Person* person = directory_.person(caller.worker_id);
  if (scope == Scope::kAssigned || person == nullptr) {
    return {};
  }
  return {person->worker.area_ids().begin(), person->worker.area_ids().end()};
}

absl::StatusOr<std::string> ScopeView::areaOf(const std::string& household_id) {
  DOORSTEP_ASSIGN(const auto stored, ledger_.record(household_id));
  if (!stored.has_value() || stored->kind != v1::RECORD_KIND_HOUSEHOLD) {
    return std::string();
  }
  DOORSTEP_ASSIGN(const v1::Record record, replication::decodeRecord(stored->encoded));
  return record.household().area_id();
}

absl::StatusOr<bool> ScopeView::isAssigned(const std::string& worker_id, const std::string& household_id,
                                           absl::CivilDay day) {
  DOORSTEP_ASSIGN(const auto assignments, ledger_.find({Index::kAssignmentOfHousehold, household_id}));
  for (const StoredRecord& stored : assignments) {
    DOORSTEP_ASSIGN(const v1::Record record, replication::decodeRecord(stored.encoded));
    if (record.assignment().worker_id() == worker_id && care::holdsOn(record.assignment(), day)) {
      return true;
    }
  }
  return false;
}

absl::StatusOr<std::vector<std::string>> ScopeView::assignedHouseholds(const std::string& worker_id,
                                                                       absl::CivilDay day) {
  DOORSTEP_ASSIGN(const auto assignments, ledger_.find({Index::kAssignmentOfWorker, worker_id}));
  std::vector<std::string> ids;
  for (const StoredRecord& stored : assignments) {
    DOORSTEP_ASSIGN(const v1::Record record, replication::decodeRecord(stored.encoded));
    if (care::holdsOn(record.assignment(), day) || outside::planted(outside::Fault::kEndedAssignmentCounts)) {
      ids.push_back(record.assignment().household_id());
    }
  }
  return ids;
}

}  // namespace doorstep::service
