#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "app/shell/entrance.h"
#include "app/shell/profile.h"
#include "doorstep/v1/bundle.pb.h"
#include "sync/client/grpc/channel.h"

// What locked tablets left as sealed files, and files on a stick, on their way to the service and back
// (sync/bundle). None of it needs a PIN, and none of it can be read here.
namespace doorstep::shell {

// What was left in one profile's folder.
struct PendingBundle {
  ProfileFolder profile;
  std::string label;
  v1::BundleManifest manifest;
};
// Reads files only; any thread.
std::vector<PendingBundle> pendingBundles(const Entrance& entrance);

// Whose certificate brings it. carrierOf is for the entrance's thread.
struct Carrier {
  std::string address;
  client::DeviceIdentity identity;
};
absl::StatusOr<Carrier> carrierOf(Entrance& entrance, const ProfileFolder& profile);

// One file, and what became of it.
struct CarriedBundle {
  std::string name;             // of the file, or the profile's label
  v1::BundleManifest bundle;    // empty when it could not even be read
  v1::BundleManifest receipts;  // when `status` is OK
  absl::Status status;          // bundle::Refusal, or the way to the service
};

// A file that might be one, from wherever it lies: kTooLarge instead of reading what cannot be.
absl::StatusOr<std::string> readBundle(const std::string& path, vault::Disk& disk);

// Each blocks; not on a thread that anybody waits for. Receipts are written before what they answer is let go.
CarriedBundle sendPending(const PendingBundle& pending, const Carrier& carrier, vault::Disk& disk);
// Every bundle of changes in a folder, in the order of their names, those with receipts beside them left out; the
// receipts are written beside.
std::vector<CarriedBundle> carryFrom(const std::string& folder, const Carrier& carrier, vault::Disk& disk);
// Onto a stick, to be carried; what was left stays. How many files.
absl::StatusOr<std::size_t> copyPending(const std::vector<PendingBundle>& pending, const std::string& folder,
                                        vault::Disk& disk);
// Receipts from a stick are left beside what they answer, to be taken in at the next unlocking. kOtherReplica when
// nothing here waits for them, kOtherService when they are not of the profile's own service.
CarriedBundle leaveReceipts(Entrance& entrance, const std::string& path);

}  // namespace doorstep::shell
