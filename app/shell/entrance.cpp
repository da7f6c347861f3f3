#include "app/shell/entrance.h"

#include <filesystem>
#include <future>

#include "app/store/store.h"
#include "sync/client/grpc/enrolment_client.h"

namespace doorstep::shell {
namespace {

store::StoreFile fileOf(const ProfileFolder& profile, const vault::Secret& key) {
  return {profile.store(), sqlite::Key(key.bytes()), {}};
}

store::Enrolment storedEnrolment(const client::EnrolmentResult& result, const std::string& replica_id) {
  return {replica_id, result.district_id, result.worker_id, result.worker_name, result.roles, result.zone};
}

// The vault has proved the key, so a store it does not open is a damaged one.
bool isDamage(const absl::Status& status) {
  return absl::IsDataLoss(status) || absl::IsPermissionDenied(status);
}

}  // namespace

Entrance::Entrance(std::string data_folder, Outside outside)
    : data_folder_(std::move(data_folder)),
      outside_(outside),
      identifiers_(outside.clock, outside.random),
      profile_(currentProfile(data_folder_)) {}

bool Entrance::enrolled() const {
  return profile_.has_value();
}

vault::Vault* Entrance::vault() {
  if (profile_.has_value() && !vault_) {
    vault_ = std::make_unique<vault::Vault>(profile_->path, outside_.disk, outside_.device, outside_.clock);
  }
  return vault_.get();
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
  if (absl::Status status = keepEnrolment(files, *result); !status.ok()) {
    return status;
  }
  absl::StatusOr<std::unique_ptr<Tablet>> tablet = openStore(*profile, *key, *result, replica_id);
  if (!tablet.ok()) {
    return tablet.status();
  }
  if (absl::Status status = markComplete(*profile, outside_.disk); !status.ok()) {
    return status;
  }
  profile_ = *profile;
  vault_.reset();
  return Entered{*std::move(tablet), false};
}

absl::StatusOr<std::unique_ptr<Tablet>> Entrance::openStore(const ProfileFolder& profile, const vault::Secret& key,
                                                            const client::EnrolmentResult& enrolment,
                                                            const std::string& new_replica_id) {
  const store::Enrolment first = storedEnrolment(enrolment, new_replica_id);
  return Tablet::open({fileOf(profile, key), enrolment.sync_address, enrolment.identity, outside_.clock,
                       outside_.random, new_replica_id.empty() ? nullptr : &first});
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
  if (vault() == nullptr) {
    return absl::NotFoundError("this device is not enrolled");
  }
  absl::StatusOr<vault::Secret> key = vault()->unlock(pin);
  return key.ok() ? openTablet(*profile_, *key) : key.status();
}

absl::StatusOr<Entered> Entrance::recover(std::string_view recovery_key, std::string_view new_pin) {
  if (vault() == nullptr) {
    return absl::NotFoundError("this device is not enrolled");
  }
  absl::StatusOr<vault::Secret> key = vault()->unlockWithRecoveryKey(recovery_key);
  if (!key.ok()) {
    return key.status();
  }
  if (absl::Status status = vault()->setPin(*key, new_pin); !status.ok()) {
    return status;
  }
  return openTablet(*profile_, *key);
}

absl::Status Entrance::changePin(std::string_view pin, std::string_view new_pin) {
  return vault() == nullptr ? absl::NotFoundError("this device is not enrolled") : vault()->changePin(pin, new_pin);
}

absl::StatusOr<std::string> Entrance::handInText() {
  return vault() == nullptr ? absl::NotFoundError("this device is not enrolled") : vault()->escrowSlotText();
}

absl::Duration Entrance::waitBeforeNextTry() {
  return vault() == nullptr ? absl::ZeroDuration() : vault()->waitBeforeNextTry();
}

}  // namespace doorstep::shell
