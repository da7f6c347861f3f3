#include "app/store/directory.h"

#include <algorithm>
#include <utility>

#include "app/store/local_rules.h"
#include "app/store/record_table.h"
#include "app/store/replica_row.h"
#include "sync/outside/attempt.h"

namespace doorstep::store {
namespace {

constexpr std::size_t kDeepestTree = 16;  // a damaged tree must not go round for ever

}  // namespace

absl::StatusOr<Directory> Directory::load(sqlite::Database& database) {
  Directory directory;
  RecordTable records(database);
  DOORSTEP_ASSIGN(const std::vector<v1::Record> areas, records.ofKind(v1::RECORD_KIND_AREA));
  for (const v1::Record& record : areas) {
    directory.areas_.emplace(record.area().id(), record.area());
  }
  DOORSTEP_ASSIGN(const std::vector<v1::Record> workers, records.ofKind(v1::RECORD_KIND_WORKER));
  for (const v1::Record& record : workers) {
    directory.workers_.emplace(record.worker().id(), record.worker());
  }
  DOORSTEP_ASSIGN(ReplicaRow replica, loadReplica(database));
  DOORSTEP_ASSIGN(LocalRules local, localRules(database));
  Session& session = directory.session_;
  const auto known = directory.workers_.find(replica.worker.id());
  session.worker = known == directory.workers_.end() ? replica.worker : known->second;
  for (const int role : replica.worker.roles()) {
    session.roles.push_back(static_cast<v1::Role>(role));
  }
  session.district_id = replica.district_id;
  if (const v1::Area* district = directory.area(replica.district_id)) {
    session.district_code = district->code();
    session.district_name = district->name();
  }
  session.zone = local.zone_name;
  session.rules = std::move(local.rules);
  directory.zone_ = local.zone;
  return directory;
}

absl::StatusOr<Session> Directory::session() const {
  return session_.worker.id().empty()
             ? absl::StatusOr<Session>(absl::FailedPreconditionError("nobody has enrolled this store"))
             : session_;
}

bool Directory::seesAll() const {
  return std::any_of(session_.roles.begin(), session_.roles.end(),
                     [](v1::Role role) { return role == v1::ROLE_SUPERVISOR || role == v1::ROLE_DISTRICT_STAFF; });
}

const v1::Area* Directory::area(const std::string& id) const {
  const auto found = areas_.find(id);
  return found == areas_.end() ? nullptr : &found->second;
}

std::vector<const v1::Area*> Directory::upwardsFrom(const std::string& area_id) const {
  std::vector<const v1::Area*> path;
  for (const v1::Area* at = area(area_id); at != nullptr && path.size() < kDeepestTree; at = area(at->parent_id())) {
    path.push_back(at);
  }
  return path;
}

std::vector<const v1::Area*> Directory::areas() const {
  std::vector<const v1::Area*> all;
  all.reserve(areas_.size());
  for (const auto& [id, area] : areas_) {
    all.push_back(&area);
  }
  return all;
}

AreaPath Directory::pathOf(const std::string& area_id) const {
  AreaPath path;
  for (const v1::Area* at : upwardsFrom(area_id)) {
    if (at->kind() == v1::AREA_KIND_GRID) {
      path.grid = at->name();
    } else if (at->kind() == v1::AREA_KIND_COMMUNITY) {
      path.community = at->name();
    } else if (at->kind() == v1::AREA_KIND_SUBDISTRICT) {
      path.subdistrict = at->name();
    }
  }
  return path;
}

std::vector<v1::Area> Directory::fromDistrictDownTo(const std::string& area_id) const {
  std::vector<v1::Area> path;
  for (const v1::Area* at : upwardsFrom(area_id)) {
    path.insert(path.begin(), *at);
    if (at->id() == session_.district_id) {
      break;
    }
  }
  return path;
}

std::vector<const v1::Area*> Directory::childrenOf(const std::string& area_id) const {
  std::vector<const v1::Area*> children;
  for (const auto& [id, area] : areas_) {
    if (area.parent_id() == area_id && id != area_id) {
      children.push_back(&area);
    }
  }
  std::sort(children.begin(), children.end(),
            [](const v1::Area* left, const v1::Area* right) { return left->code() < right->code(); });
  return children;
}

const v1::Worker* Directory::worker(const std::string& id) const {
  const auto found = workers_.find(id);
  return found == workers_.end() ? nullptr : &found->second;
}

std::string Directory::workerName(const std::string& id) const {
  if (const v1::Worker* known = worker(id)) {
    return known->name();
  }
  return id == session_.worker.id() ? session_.worker.name() : std::string();
}

}  // namespace doorstep::store
