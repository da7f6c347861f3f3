#include "sync/service/caller.h"

#include <algorithm>

#include "sync/care/calendar.h"

namespace doorstep::service {

bool Caller::has(v1::Role role) const {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool Caller::administers(const std::string& district) const {
  return has(v1::ROLE_OPERATOR) || (has(v1::ROLE_DISTRICT_STAFF) && district == district_id);
}

absl::StatusOr<Caller> callerOf(const DeviceRow& device, const Directory& directory, absl::Time now) {
  if (device.revoked) {
    return absl::PermissionDeniedError("this certificate has been revoked");
  }
  Caller caller;
  caller.fingerprint = device.fingerprint;
  caller.district_id = device.district_id;
  if (device.is_operator) {
    caller.is_operator = true;
    caller.roles = {v1::ROLE_OPERATOR};
    return caller;
  }
  const Directory::Person* person = directory.person(device.worker_id);
  if (person == nullptr) {
    return absl::NotFoundError("this certificate's worker is not known");
  }
  const v1::Worker& worker = person->worker;
  const absl::CivilDay today = care::dayOf(now, directory.zone(device.district_id));
  if (care::isSet(worker.left_on()) && care::civilDay(worker.left_on()) < today) {
    return absl::PermissionDeniedError("this certificate's worker has left");
  }
  caller.worker_id = device.worker_id;
  for (const int role : worker.roles()) {
    // A device's worker never brings files in: that is the operator's certificate alone.
    if (role != v1::ROLE_OPERATOR) {
      caller.roles.push_back(static_cast<v1::Role>(role));
    }
  }
  return caller;
}

Caller serviceCaller(const std::string& district_id) {
  Caller caller;
  caller.fingerprint = "service";
  caller.district_id = district_id;
  caller.roles = {v1::ROLE_OPERATOR};
  return caller;
}

}  // namespace doorstep::service
