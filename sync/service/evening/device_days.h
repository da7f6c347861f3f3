#pragma once

#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "doorstep/v1/evening.pb.h"
#include "sync/service/caller.h"
#include "sync/service/directory.h"
#include "sync/service/ledger.h"

namespace doorstep::service {

// Every device of one district with what came from it on a day, and all changes that wait.
class DeviceDays {
 public:
  DeviceDays(Snapshot& snapshot, const Directory& directory, const std::string& district_id)
      : snapshot_(snapshot),
        ledger_(snapshot.district(district_id)),
        directory_(directory),
        district_id_(district_id) {}

  // Fills in devices, parked changes, the day's sums and whether they reconcile.
  absl::Status fill(v1::EndOfDay& into, absl::CivilDay on);
  // Nothing but what was put aside and is this caller's to settle.
  absl::Status fillParked(v1::EndOfDay& into, const Caller& settler);

 private:
  absl::Status loadDevices();
  absl::Status takeOffWhatCame();
  absl::Status count(v1::EndOfDay& into, absl::Time from, absl::Time until);
  absl::Status countVisit(v1::EndOfDay& into, const ConsumedLine& line);
  absl::Status park(v1::EndOfDay& into, const Caller* settler);
  absl::Status judge(v1::EndOfDay& into, absl::Time from);
  v1::DeviceDay* deviceOf(const std::string& replica_id);

  Snapshot& snapshot_;
  DistrictReader& ledger_;
  const Directory& directory_;
  const std::string& district_id_;
  std::vector<v1::DeviceDay> devices_;
  std::map<std::string, std::size_t> by_fingerprint_;
  std::map<std::string, std::string> owner_of_replica_;
};

}  // namespace doorstep::service
