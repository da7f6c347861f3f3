#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "app/vault/sealed_files.h"
#include "sync/client/grpc/enrolment_client.h"

namespace doorstep::shell {

// One worker's own folder on a device, <data>/profiles/<id>: vault, store and sealed identity. A
// device may have several; each is a replica of its own. Names of folders are random: whose they are
// stands in the store alone.
struct ProfileFolder {
  std::string path;
  std::string store() const { return path + "/store.db"; }
  // What waited when it was last locked, and the receipts for it: sealed files (sync/bundle).
  std::string pending() const { return path + "/pending.bundle"; }
  std::string receipts() const { return path + "/pending.receipts"; }
  std::string id() const { return path.substr(path.find_last_of('/') + 1); }
};

// Those whose enrolment was completed, the oldest first.
std::vector<ProfileFolder> profilesIn(const std::string& data_folder);
// The one that was kept as chosen, else the newest; nothing when there is none.
std::optional<ProfileFolder> chosenProfile(const std::string& data_folder, vault::Disk& disk);
absl::Status keepChosen(const std::string& data_folder, const ProfileFolder& profile, vault::Disk& disk);
// What the person typed at enrolment to know it by; empty when there is none.
std::string labelOf(const ProfileFolder& profile, vault::Disk& disk);
// A folder for a new one, readable by its owner alone.
absl::StatusOr<ProfileFolder> makeProfile(const std::string& data_folder, const std::string& replica_id);

// What enrolment gave, sealed without a PIN: the lock screen talks to the service, too.
absl::Status keepEnrolment(vault::SealedFiles& files, const client::EnrolmentResult& result);
absl::StatusOr<client::EnrolmentResult> loadEnrolment(vault::SealedFiles& files);

// How lists call this device; empty for one that was enrolled before this was kept.
absl::Status keepDeviceName(vault::SealedFiles& files, const std::string& device_name);
std::string deviceNameOf(vault::SealedFiles& files);

// The service has withdrawn this device and has everything that was here: the profile is one no more, and every
// file of it goes, keys first. An error, or a kill, leaves a rest that the next call or finishWithdrawals() ends.
absl::Status withdraw(const ProfileFolder& profile, vault::Disk& disk);
// At each start, when no store is open.
void finishWithdrawals(const std::string& data_folder, vault::Disk& disk);
bool wasWithdrawn(const std::string& data_folder);

// The last step of an enrolment; a folder without it is never taken for a profile.
absl::Status markComplete(const ProfileFolder& profile, std::string_view label, vault::Disk& disk);

}  // namespace doorstep::shell
