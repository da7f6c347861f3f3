#include "sync/service/rpc/callers.h"

#include <algorithm>
#include <iterator>

namespace doorstep::service {
namespace {

// kAnswering: district staff and supervisors.
enum class Devices { kNone, kDistrictStaff, kAnswering, kAll };

struct Method {
  std::string_view name;
  bool for_operator;
  Devices devices;
};

constexpr Method kMethods[] = {
    // A device exchanges what its worker may see and do.
    {"Sync.Hello", false, Devices::kAll},
    {"Sync.Push", false, Devices::kAll},
    {"Sync.Pull", false, Devices::kAll},
    // Whoever brings a bundle can read nothing of it and gives it no rights.
    {"Sync.TakeBundle", true, Devices::kAll},
    {"Sync.Reconcile", false, Devices::kAll},
    {"Sync.SendAttachments", false, Devices::kAll},
    {"Sync.FetchAttachment", false, Devices::kAll},
    // Sync.HandIn is for those whom all of this refuses: admitToHandIn() in door.h.
    // Whose figures and names are shown depends on the caller's areas.
    {"Coverage.GetCoverage", true, Devices::kAll},
    {"Coverage.ListMissed", true, Devices::kAll},
    {"Coverage.GetEndOfDay", true, Devices::kAnswering},
    {"Coverage.Export", true, Devices::kDistrictStaff},
    // A district sets itself up; what concerns the service itself is the operator's.
    {"Admin.Import", true, Devices::kDistrictStaff},
    {"Admin.IssueCode", true, Devices::kDistrictStaff},
    {"Admin.ListDevices", true, Devices::kDistrictStaff},
    {"Admin.SetRules", true, Devices::kDistrictStaff},
    {"Admin.GetRules", true, Devices::kDistrictStaff},
    {"Settling.ListDuplicates", true, Devices::kDistrictStaff},
    {"Settling.Settle", true, Devices::kDistrictStaff},
    {"Settling.MergeElders", true, Devices::kDistrictStaff},
    {"Admin.Recount", true, Devices::kNone},
    {"Admin.ListConflicts", true, Devices::kNone},
    {"Admin.ListQuarantined", true, Devices::kNone},
    {"Admin.Revoke", true, Devices::kNone},
    {"Admin.Backup", true, Devices::kNone},
};

bool isAmong(const Caller& caller, Devices devices) {
  const bool staff = caller.has(v1::ROLE_DISTRICT_STAFF);
  return devices == Devices::kAll || (devices == Devices::kDistrictStaff && staff) ||
         (devices == Devices::kAnswering && (staff || caller.has(v1::ROLE_SUPERVISOR)));
}

}  // namespace

absl::Status checkCaller(const Caller& caller, std::string_view method) {
  const auto* const found = std::find_if(std::begin(kMethods), std::end(kMethods),
                                         [method](const Method& row) { return row.name == method; });
  if (found == std::end(kMethods)) {
    return absl::PermissionDeniedError("this is for nobody");
  }
  if (caller.is_operator ? found->for_operator : isAmong(caller, found->devices)) {
    return absl::OkStatus();
  }
  if (caller.is_operator) {
    return absl::PermissionDeniedError("this is for a device's certificate only");
  }
  return absl::PermissionDeniedError(found->devices == Devices::kNone
                                         ? "this is for the operator's certificate only"
                                         : "this is for the operator and the district's staff");
}

}  // namespace doorstep::service
