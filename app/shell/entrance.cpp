#include "app/shell/entrance.h"

#include <filesystem>
#include <future>

#include "app/store/store.h"
#include "sync/client/grpc/enrolment_client.h"
#include "sync/outside/attempt.h"

namespace doorstep::shell {
namespace {

store::StoreFile fileOf(const ProfileFolder& profile, const vault::Secret& key) {
  return {profile.store(), sqlite::Key(key.bytes()), {}};
}

store::Enrolment storedEnrolment(const client::EnrolmentResult& result, const std::string& replica_id) {
  return {replica_id,   result.district_id, result.worker_id, result.worker_name,
          result.roles, result.zone,        result.bundle_key};
}

// The vault has proved the key, so a store it does not open is a damaged one.
bool isDamage(const absl::Status& status) {
  return absl::IsDataLoss(status) || absl::IsPermissionDenied(status);
}

}  // namespace

Entrance::Entrance(std::string data_folder, Outside outside)
    : data_folder_(std::move(data_folder)), outside_(outside), identifiers_(outside.clock, outside.random) {
  finishWithdrawals(data_folder_, outside_.disk);
  profile_ = chosenProfile(data_folder_, outside_.disk);
}

bool Entrance::enrolled() const {
  const std::lock_guard lock(mutex_);
  return profile_.has_value();
}

bool Entrance::withdrawn() const {
  return !enrolled() && wasWithdrawn(data_folder_);
}

// On the writer's thread of the tablet that is open; what others have on this device stays.
absl::Status Entrance::withdraw(const ProfileFolder& profile) {
  DOORSTEP_TRY(shell::withdraw(profile, outside_.disk));
  const std::lock_guard lock(mutex_);
  profile_ = chosenProfile(data_folder_, outside_.disk);
  vault_.reset();
  return absl::OkStatus();
}

std::vector<std::pair<ProfileFolder, std::string>> Entrance::profiles() const {
  std::vector<std::pair<ProfileFolder, std::string>> all;
  for (ProfileFolder& profile : profilesIn(data_folder_)) {
    std::string label = labelOf(profile, outside_.disk);
    all.emplace_back(std::move(profile), std::move(label));
  }
  return all;
}

std::string Entrance::chosen() const {
  const std::lock_guard lock(mutex_);
  return profile_.has_value() ? profile_->id() : std::string();
}

std::optional<ProfileFolder> Entrance::chosenFolder() const {
  const std::lock_guard lock(mutex_);
  return profile_;
}

bool Entrance::choose(const std::string& id_or_label) {
  for (const auto& [profile, label] : profiles()) {
    if (profile.id() == id_or_label || (!label.empty() && label == id_or_label)) {
      enter(profile);
      return true;
    }
  }
  return false;
}

// Remembered for the next start where the disk has room; otherwise it holds until then.
void Entrance::enter(const ProfileFolder& profile) {
  const std::lock_guard lock(mutex_);
  if (!profile_.has_value() || profile_->path != profile.path) {
    profile_ = profile;
    vault_.reset();
  }
  (void)keepChosen(data_folder_, profile, outside_.disk);
}

absl::StatusOr<Entrance::Door> Entrance::door() {
  const std::lock_guard lock(mutex_);
  if (!profile_.has_value()) {
    return absl::NotFoundError("this device is not enrolled");
  }
  if (!vault_) {
    vault_ = std::make_shared<vault::Vault>(profile_->path, outside_.disk, outside_.device, outside_.clock);
  }
  return Door{*profile_, vault_};
}

absl::StatusOr<client::EnrolmentResult> Entrance::askService(const EnrolmentForm& form, const std::string& replica_id) {
  std::promise<absl::StatusOr<client::EnrolmentResult>> answer;
  std::unique_ptr<client::EnrolmentClient> client;
  outside::SerialExecutor executor;
  executor.post([&] {
    client = std::make_unique<client::EnrolmentClient>(executor);
    client->enrol({form.address, form.code, form.device_name, replica_id},
                  [&answer](absl::StatusOr<client::EnrolmentResult> result) { answer.set_value(std::move(result)); });
  });
  absl::StatusOr<client::EnrolmentResult> result = answer.get_future().get();
  std::promise<void> gone;
  executor.post([&] {
    client.reset();
    gone.set_value();
  });
  gone.get_future().wait();
  return result;
}

absl::StatusOr<Entered> Entrance::enrol(const EnrolmentForm& form, bool& asked) {
  asked = true;
  if (absl::Status status = vault::checkNewPin(form.pin); !status.ok()) {
    asked = false;
    return status;
  }
  const std::string replica_id = identifiers_.next();
  absl::StatusOr<client::EnrolmentResult> result = askService(form, replica_id);
  if (!result.ok()) {
    return result.status();
  }
  asked = false;
  absl::StatusOr<ProfileFolder> profile = makeProfile(data_folder_, replica_id);
  if (!profile.ok()) {
    return profile.status();
  }
  vault::Vault vault(profile->path, outside_.disk, outside_.device, outside_.clock);
  absl::StatusOr<vault::Secret> key = vault.create(form.pin, result->escrow_key);
  if (!key.ok()) {
    return key.status();
  }
  vault::SealedFiles files(profile->path, outside_.disk, outside_.device);
  DOORSTEP_TRY(keepEnrolment(files, *result));
  DOORSTEP_TRY(keepDeviceName(files, form.device_name));
  absl::StatusOr<std::unique_ptr<Tablet>> tablet = openStore(*profile, *key, *result, replica_id);
  if (!tablet.ok()) {
    return tablet.status();
  }
  const std::string& label = form.label.empty() ? form.device_name : form.label;
  if (absl::Status status = markComplete(*profile, label, outside_.disk); !status.ok()) {
    return status;
  }
  enter(*profile);
  return Entered{*std::move(tablet), false};
}

absl::StatusOr<std::unique_ptr<Tablet>> Entrance::openStore(const ProfileFolder& profile, const vault::Secret& key,
                                                            const client::EnrolmentResult& enrolment,
                                                            const std::string& new_replica_id) {
  const store::Enrolment first = storedEnrolment(enrolment, new_replica_id);
  vault::SealedFiles files(profile.path, outside_.disk, outside_.device);
  return Tablet::open({fileOf(profile, key), enrolment.sync_address, enrolment.identity, outside_.clock,
                       outside_.random, new_replica_id.empty() ? nullptr : &first,
                       Tablet::LeftBehind{profile, deviceNameOf(files), &outside_.disk},
                       [this, profile] { return withdraw(profile); }});
}

absl::StatusOr<Entered> Entrance::openTablet(const ProfileFolder& profile, const vault::Secret& key) {
  vault::SealedFiles files(profile.path, outside_.disk, outside_.device);
  const absl::StatusOr<client::EnrolmentResult> enrolment = loadEnrolment(files);
  if (!enrolment.ok()) {
    return enrolment.status();
  }
  const bool lost = !std::filesystem::exists(profile.store());
  absl::StatusOr<std::unique_ptr<Tablet>> tablet =
      openStore(profile, key, *enrolment, lost ? identifiers_.next() : std::string());
  if (tablet.ok() || !isDamage(tablet.status())) {
    return tablet.ok() ? absl::StatusOr<Entered>(Entered{*std::move(tablet), lost}) : tablet.status();
  }
  if (absl::StatusOr<std::string> aside = store::setAside(profile.store(), outside_.clock.now()); !aside.ok()) {
    return aside.status();
  }
  // A new store is a new replica: the old one's sequences are taken.
  tablet = openStore(profile, key, *enrolment, identifiers_.next());
  return tablet.ok() ? absl::StatusOr<Entered>(Entered{*std::move(tablet), true}) : tablet.status();
}

absl::StatusOr<Entered> Entrance::unlock(std::string_view pin) {
  DOORSTEP_ASSIGN(const Door here, door());
  DOORSTEP_ASSIGN(const vault::Secret key, here.vault->unlock(pin));
  return openTablet(here.profile, key);
}

absl::StatusOr<Entered> Entrance::recover(std::string_view recovery_key, std::string_view new_pin) {
  DOORSTEP_ASSIGN(const Door here, door());
  DOORSTEP_ASSIGN(const vault::Secret key, here.vault->unlockWithRecoveryKey(recovery_key));
  DOORSTEP_TRY(here.vault->setPin(key, new_pin));
  return openTablet(here.profile, key);
}

absl::Status Entrance::changePin(std::string_view pin, std::string_view new_pin) {
  DOORSTEP_ASSIGN(const Door here, door());
  return here.vault->changePin(pin, new_pin);
}

absl::StatusOr<std::string> Entrance::handInText() {
  DOORSTEP_ASSIGN(const Door here, door());
  return here.vault->escrowSlotText();
}

absl::StatusOr<client::EnrolmentResult> Entrance::enrolmentOf(const ProfileFolder& profile) {
  vault::SealedFiles files(profile.path, outside_.disk, outside_.device);
  return loadEnrolment(files);
}

absl::Duration Entrance::waitBeforeNextTry() {
  const absl::StatusOr<Door> here = door();
  return here.ok() ? here->vault->waitBeforeNextTry() : absl::ZeroDuration();
}

}  // namespace doorstep::shell
