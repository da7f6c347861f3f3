#pragma once

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "app/vault/sealed_files.h"
#include "sync/client/grpc/enrolment_client.h"

namespace doorstep::shell {

// One worker's own folder on a device, <data>/profiles/<id>: vault, store and sealed identity. A
// device may have several; each is a replica of its own.
struct ProfileFolder {
  std::string path;
  std::string store() const { return path + "/store.db"; }
};

// The newest profile whose enrolment was completed; nothing when there is none.
std::optional<ProfileFolder> currentProfile(const std::string& data_folder);
// A folder for a new one, readable by its owner alone.
absl::StatusOr<ProfileFolder> makeProfile(const std::string& data_folder, const std::string& replica_id);

// What enrolment gave, sealed without a PIN: the lock screen talks to the service, too.
absl::Status keepEnrolment(vault::SealedFiles& files, const client::EnrolmentResult& result);
absl::StatusOr<client::EnrolmentResult> loadEnrolment(vault::SealedFiles& files);

// The last step of an enrolment; a folder without it is never taken for a profile.
absl::Status markComplete(const ProfileFolder& profile, vault::Disk& disk);

}  // namespace doorstep::shell
