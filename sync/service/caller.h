#pragma once

#include <string>
#include <vector>

#include "doorstep/v1/directory.pb.h"
#include "sync/service/directory.h"
#include "sync/service/ledger_rows.h"

namespace doorstep::service {

// Who is calling, as the certificate and the ledger say; never as the call says.
struct Caller {
  std::string fingerprint;  // "service" for the service's own replica
  std::string district_id;
  std::string worker_id;  // empty for an operator and the service itself
  std::vector<v1::Role> roles;
  bool is_operator = false;

  bool has(v1::Role role) const;
  // Whether administration reaches this district: the operator's every one, the staff's their own.
  bool administers(const std::string& district) const;
};

// NOT_FOUND when the device's worker is no longer known, PERMISSION_DENIED when revoked or left.
absl::StatusOr<Caller> callerOf(const DeviceRow& device, const Directory& directory, absl::Time now);

// Files and rules are brought in by the service's own replica, with the operator's rights.
Caller serviceCaller(const std::string& district_id);

}  // namespace doorstep::service
