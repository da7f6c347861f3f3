#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "app/shell/profile.h"
#include "app/shell/tablet.h"
#include "app/vault/device_secret.h"
#include "app/vault/disk.h"
#include "app/vault/vault.h"
#include "sync/outside/clock.h"
#include "sync/outside/random.h"

namespace doorstep::shell {

struct EnrolmentForm {
  std::string address;  // host:port of the service's enrolment door
  std::string code;
  std::string device_name;
  std::string pin;
  std::string label = {};  // how the unlock page calls the new profile; empty: the device's name
};

struct Entered {
  std::unique_ptr<Tablet> tablet;
  bool set_aside = false;  // the store was damaged; it was set aside and a new one begun
};

// The way from a closed device to an unlocked tablet: enrol, unlock, recover. Everything blocks: up
// to a second for the PIN, longer for the service. One thread at a time, never the main one, whose
// event loop the key store may need; only enrolled, withdrawn, profiles and choose may be called there, too.
class Entrance {
 public:
  struct Outside {
    const outside::Clock& clock;
    outside::Random& random;
    vault::Disk& disk;
    vault::DeviceSecret& device;
  };

  // The parts outlive the entrance and every tablet it gave.
  Entrance(std::string data_folder, Outside outside);

  bool enrolled() const;
  // Nobody is, because the service withdrew this device.
  bool withdrawn() const;
  // All that were enrolled here with their labels, the oldest first.
  std::vector<std::pair<ProfileFolder, std::string>> profiles() const;
  // The id of the one that everything below is about.
  std::string chosen() const;
  std::optional<ProfileFolder> chosenFolder() const;  // the same, as a folder
  // By id or label; false when there is none such. What is under way goes on with the one it began with.
  bool choose(const std::string& id_or_label);

  // Status codes of client::EnrolmentClient while the service is asked (`asked` tells), then those of
  // vault::Vault and store::Store. Nothing remains of an enrolment that did not come to its end.
  absl::StatusOr<Entered> enrol(const EnrolmentForm& form, bool& asked);
  // Status codes of vault::Vault::unlock and store::Store::open.
  absl::StatusOr<Entered> unlock(std::string_view pin);
  absl::StatusOr<Entered> recover(std::string_view recovery_key, std::string_view new_pin);
  absl::Status changePin(std::string_view pin, std::string_view new_pin);
  absl::StatusOr<std::string> handInText();
  // What a profile's enrolment gave: how it speaks to the service while it is locked, too.
  absl::StatusOr<client::EnrolmentResult> enrolmentOf(const ProfileFolder& profile);
  vault::Disk& disk() const { return outside_.disk; }
  absl::Duration waitBeforeNextTry();

 private:
  absl::StatusOr<Entered> openTablet(const ProfileFolder& profile, const vault::Secret& key);
  absl::StatusOr<std::unique_ptr<Tablet>> openStore(const ProfileFolder& profile, const vault::Secret& key,
                                                    const client::EnrolmentResult& enrolment,
                                                    const std::string& new_replica_id);
  absl::StatusOr<client::EnrolmentResult> askService(const EnrolmentForm& form, const std::string& replica_id);
  // A profile with the vault in it, which lives as long as somebody works with it.
  struct Door {
    ProfileFolder profile;
    std::shared_ptr<vault::Vault> vault;
  };
  // NOT_FOUND when nobody is enrolled.
  absl::StatusOr<Door> door();
  void enter(const ProfileFolder& profile);
  absl::Status withdraw(const ProfileFolder& profile);

  std::string data_folder_;
  Outside outside_;
  outside::IdentifierSource identifiers_;
  mutable std::mutex mutex_;
  std::optional<ProfileFolder> profile_;
  std::shared_ptr<vault::Vault> vault_;
};

}  // namespace doorstep::shell
