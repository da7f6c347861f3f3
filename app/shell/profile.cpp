#include "app/shell/profile.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "absl/strings/str_cat.h"
#include "doorstep/v1/enrolment.pb.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"

namespace doorstep::shell {
namespace {

namespace fs = std::filesystem;

constexpr char kProfiles[] = "/profiles";
constexpr char kChosen[] = "/chosen";
constexpr char kComplete[] = "/enrolled";
constexpr char kWithdrawn[] = "/withdrawn";
constexpr char kPrivateKey[] = "device-key";
constexpr char kEnrolment[] = "enrolment";
constexpr char kAddress[] = "service-address";
constexpr char kDeviceName[] = "device-name";

bool isMark(const fs::path& file) {
  return file.filename().string() == &kWithdrawn[1];
}

// Keys before what they open.
int rankOf(const fs::path& file) {
  const std::string name = file.filename().string();
  return name.rfind("vault.", 0) == 0 ? 0 : file.extension() == ".sealed" ? 1 : 2;
}

// Everything but the mark.
absl::Status removeAll(const ProfileFolder& profile, vault::Disk& disk) {
  std::error_code error;
  std::vector<fs::path> entries;
  for (const fs::directory_entry& entry : fs::directory_iterator(profile.path, error)) {
    if (!isMark(entry.path())) {
      entries.push_back(entry.path());
    }
  }
  std::sort(entries.begin(), entries.end(), [](const fs::path& left, const fs::path& right) {
    return std::pair(rankOf(left), left) < std::pair(rankOf(right), right);
  });
  absl::Status removed = error ? absl::PermissionDeniedError("the profile's folder cannot be read") : absl::OkStatus();
  for (const fs::path& path : entries) {
    if (fs::is_directory(path, error)) {
      fs::remove_all(path, error);
      removed.Update(error ? absl::PermissionDeniedError("a folder cannot be removed") : absl::OkStatus());
    } else {
      removed.Update(disk.remove(path.string()));
    }
  }
  return removed;
}

v1::EnrolReply messageOf(const client::EnrolmentResult& result) {
  v1::EnrolReply message;
  message.set_certificate(result.identity.certificate);
  message.set_authority(result.identity.authority);
  message.set_escrow_key(result.escrow_key);
  message.set_district_id(result.district_id);
  message.set_worker_id(result.worker_id);
  message.set_worker_name(result.worker_name);
  for (const v1::Role role : result.roles) {
    message.add_roles(role);
  }
  message.set_zone(result.zone);
  message.set_bundle_key(result.bundle_key);
  return message;
}

client::EnrolmentResult resultOf(const v1::EnrolReply& message) {
  client::EnrolmentResult result;
  result.identity.certificate = message.certificate();
  result.identity.authority = message.authority();
  result.escrow_key = message.escrow_key();
  result.district_id = message.district_id();
  result.worker_id = message.worker_id();
  result.worker_name = message.worker_name();
  for (const int role : message.roles()) {
    result.roles.push_back(static_cast<v1::Role>(role));
  }
  result.zone = message.zone();
  result.bundle_key = message.bundle_key();
  return result;
}

}  // namespace

std::vector<ProfileFolder> profilesIn(const std::string& data_folder) {
  std::error_code error;
  std::vector<ProfileFolder> complete;
  for (const fs::directory_entry& entry : fs::directory_iterator(data_folder + kProfiles, error)) {
    if (fs::exists(entry.path().string() + kComplete, error)) {
      complete.push_back({entry.path().string()});
    }
  }
  // Named by time-ordered ids.
  std::sort(complete.begin(), complete.end(),
            [](const ProfileFolder& left, const ProfileFolder& right) { return left.path < right.path; });
  return complete;
}

std::optional<ProfileFolder> chosenProfile(const std::string& data_folder, vault::Disk& disk) {
  const std::vector<ProfileFolder> profiles = profilesIn(data_folder);
  if (profiles.empty()) {
    return std::nullopt;
  }
  const absl::StatusOr<std::string> kept = disk.read(data_folder + kProfiles + kChosen);
  const auto found = std::find_if(profiles.begin(), profiles.end(),
                                  [&kept](const ProfileFolder& profile) { return kept.ok() && profile.id() == *kept; });
  return found == profiles.end() ? profiles.back() : *found;
}

absl::Status keepChosen(const std::string& data_folder, const ProfileFolder& profile, vault::Disk& disk) {
  const std::string path = data_folder + kProfiles + kChosen;
  const absl::Status written = disk.write(path + ".new", profile.id());
  return written.ok() ? disk.rename(path + ".new", path) : written;
}

absl::Status keepDeviceName(vault::SealedFiles& files, const std::string& device_name) {
  return files.seal(kDeviceName, device_name);
}

std::string deviceNameOf(vault::SealedFiles& files) {
  return files.unseal(kDeviceName).value_or(std::string());
}

std::string labelOf(const ProfileFolder& profile, vault::Disk& disk) {
  return disk.read(profile.path + kComplete).value_or(std::string());
}

absl::StatusOr<ProfileFolder> makeProfile(const std::string& data_folder, const std::string& replica_id) {
  const ProfileFolder profile{absl::StrCat(data_folder, kProfiles, "/", outside::toHex(replica_id))};
  std::error_code error;
  fs::create_directories(profile.path, error);
  if (!error) {
    fs::permissions(profile.path, fs::perms::owner_all, error);
  }
  if (error) {
    return error == std::errc::no_space_on_device ? absl::ResourceExhaustedError("no room for a profile")
                                                  : absl::PermissionDeniedError("the data folder cannot be written");
  }
  return profile;
}

absl::Status keepEnrolment(vault::SealedFiles& files, const client::EnrolmentResult& result) {
  for (const auto& [name, bytes] :
       {std::pair(kPrivateKey, result.identity.private_key),
        std::pair(kEnrolment, messageOf(result).SerializeAsString()), std::pair(kAddress, result.sync_address)}) {
    if (absl::Status status = files.seal(name, bytes); !status.ok()) {
      return status;
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<client::EnrolmentResult> loadEnrolment(vault::SealedFiles& files) {
  const absl::StatusOr<std::string> encoded = files.unseal(kEnrolment);
  if (!encoded.ok()) {
    return encoded.status();
  }
  v1::EnrolReply message;
  if (!message.ParseFromString(*encoded)) {
    return absl::DataLossError("the enrolment's file cannot be read");
  }
  client::EnrolmentResult result = resultOf(message);
  for (const auto& [name, bytes] :
       {std::pair(kPrivateKey, &result.identity.private_key), std::pair(kAddress, &result.sync_address)}) {
    absl::StatusOr<std::string> unsealed = files.unseal(name);
    if (!unsealed.ok()) {
      return unsealed.status();
    }
    *bytes = *std::move(unsealed);
  }
  return result;
}

absl::Status withdraw(const ProfileFolder& profile, vault::Disk& disk) {
  std::error_code error;
  if (fs::exists(profile.path + kComplete, error)) {
    DOORSTEP_TRY(disk.rename(profile.path + kComplete, profile.path + kWithdrawn));
  }
  return removeAll(profile, disk);
}

void finishWithdrawals(const std::string& data_folder, vault::Disk& disk) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(data_folder + kProfiles, error)) {
    if (fs::exists(entry.path().string() + kWithdrawn, error)) {
      (void)removeAll({entry.path().string()}, disk);  // what resists is tried again with the next start
    }
  }
}

bool wasWithdrawn(const std::string& data_folder) {
  std::error_code error;
  const fs::directory_iterator folders(data_folder + kProfiles, error);
  return std::any_of(begin(folders), end(folders), [](const fs::directory_entry& entry) {
    std::error_code unknown;
    return fs::exists(entry.path().string() + kWithdrawn, unknown);
  });
}

absl::Status markComplete(const ProfileFolder& profile, std::string_view label, vault::Disk& disk) {
  return disk.write(profile.path + kComplete, label);
}

}  // namespace doorstep::shell
