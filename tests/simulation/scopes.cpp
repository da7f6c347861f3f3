#include "tests/simulation/scopes.h"

#include <algorithm>

#include "sync/care/calendar.h"
#include "sync/care/elder_history.h"
#include "tests/simulation/world.h"

namespace doorstep::simulation {
namespace {

// A pull may go on for so long with the scope it began with.
constexpr absl::Duration kLongestPull = absl::Minutes(30);

bool has(const v1::Worker& worker, v1::Role role) {
  return std::find(worker.roles().begin(), worker.roles().end(), role) != worker.roles().end();
}

}  // namespace

void Scopes::put(const std::string& id, const v1::Record& record) {
  if (record.has_assignment()) {
    assignments_[id] = record.assignment();
  } else if (record.has_household()) {
    areas_of_households_[id] = record.household().area_id();
  } else if (record.has_area()) {
    parents_of_areas_[id] = record.area().parent_id();
  } else if (record.has_worker()) {
    workers_[id] = record.worker();
  }
}

void Scopes::clear() {
  assignments_.clear();
  areas_of_households_.clear();
}

std::string Scopes::parentOf(const std::string& area_id) const {
  const auto parent = parents_of_areas_.find(area_id);
  return parent == parents_of_areas_.end() ? std::string() : parent->second;
}

bool Scopes::reaches(const v1::Worker& worker, const std::string& area_id) const {
  if (has(worker, v1::ROLE_DISTRICT_STAFF)) {
    return true;
  }
  if (!has(worker, v1::ROLE_SUPERVISOR)) {
    return false;
  }
  for (std::string at = area_id; !at.empty(); at = parentOf(at)) {
    if (std::find(worker.area_ids().begin(), worker.area_ids().end(), at) != worker.area_ids().end()) {
      return true;
    }
  }
  return false;
}

std::set<std::string> Scopes::of(std::size_t tablet) const {
  const std::string& worker_id = world_.tablet(tablet).who().enrolment.worker_id;
  const auto worker = workers_.find(worker_id);
  std::set<std::string> scope;
  if (worker == workers_.end()) {
    return scope;
  }
  const absl::CivilDay today = care::dayOf(world_.service().machine().clock.now(), care::districtZone());
  for (const auto& [id, assignment] : assignments_) {
    if (has(worker->second, v1::ROLE_VISITOR) && assignment.worker_id() == worker_id &&
        care::holdsOn(assignment, today)) {
      scope.insert(assignment.household_id());
    }
  }
  for (const auto& [household, area] : areas_of_households_) {
    if (reaches(worker->second, area)) {
      scope.insert(household);
    }
  }
  return scope;
}

void Scopes::note() {
  for (std::size_t tablet = 0; tablet < world_.tabletCount(); ++tablet) {
    std::set<std::string> scope = of(tablet);
    auto& held = held_[tablet];
    if (held.empty() || held.back().households != scope) {
      held.push_back({world_.timeline().clock.now(), std::move(scope)});
    }
  }
}

bool Scopes::hadThroughout(std::size_t tablet, const std::string& household, absl::Time since) const {
  const auto held = held_.find(tablet);
  if (held == held_.end()) {
    return false;
  }
  for (auto at = held->second.rbegin(); at != held->second.rend(); ++at) {
    if (!at->households.contains(household)) {
      return false;
    }
    if (at->since <= since) {
      return true;
    }
  }
  return false;
}

bool Scopes::had(std::size_t tablet, const std::string& household) const {
  const auto held = held_.find(tablet);
  if (held == held_.end()) {
    return false;
  }
  const absl::Time lately = world_.timeline().clock.now() - kLongestPull;
  for (auto at = held->second.rbegin(); at != held->second.rend(); ++at) {
    if (at->households.contains(household)) {
      return true;
    }
    if (at->since < lately) {
      return false;
    }
  }
  return false;
}

}  // namespace doorstep::simulation
