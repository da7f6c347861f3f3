#pragma once

#include <string>
#include <unordered_map>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "app/store/queries.h"
#include "doorstep/v1/directory.pb.h"
#include "sync/sqlite/database.h"

namespace doorstep::store {

// Areas, workers and the session, read once and used by every list until something changes.
class Directory {
 public:
  static absl::StatusOr<Directory> load(sqlite::Database& database);

  // FAILED_PRECONDITION before enrolment.
  absl::StatusOr<Session> session() const;
  const v1::DistrictRules& rules() const { return session_.rules; }
  absl::TimeZone zone() const { return zone_; }
  const std::string& workerId() const { return session_.worker.id(); }
  const std::string& districtId() const { return session_.district_id; }
  // Supervisors and district staff see everything the store holds, visitors what they are assigned.
  bool seesAll() const;

  const v1::Area* area(const std::string& id) const;
  std::vector<const v1::Area*> upwardsFrom(const std::string& area_id) const;  // itself first
  std::vector<const v1::Area*> areas() const;                                  // all that are held
  AreaPath pathOf(const std::string& area_id) const;
  std::vector<v1::Area> fromDistrictDownTo(const std::string& area_id) const;
  std::vector<const v1::Area*> childrenOf(const std::string& area_id) const;  // by code
  const v1::Worker* worker(const std::string& id) const;
  std::string workerName(const std::string& id) const;  // empty when unknown
  const std::unordered_map<std::string, v1::Worker>& workers() const { return workers_; }

 private:
  Session session_;
  absl::TimeZone zone_;
  std::unordered_map<std::string, v1::Area> areas_;
  std::unordered_map<std::string, v1::Worker> workers_;
};

}  // namespace doorstep::store
