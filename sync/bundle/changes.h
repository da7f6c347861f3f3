#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "doorstep/v1/bundle.pb.h"
#include "sync/bundle/envelope.h"

// What the two kinds of bundle carry: changes of one replica without gaps, and receipts for them. Any thread.
namespace doorstep::bundle {

inline constexpr std::size_t kMostChanges = 20'000;
// Of the changes themselves; leaves room for all else below kLargestFile.
inline constexpr std::size_t kMostChangeBytes = std::size_t{14} << 20;

// Who writes and for whom.
struct Writing {
  std::string bundle_id;  // UUIDv7
  std::string district_id;
  std::string replica_id;
  std::string device_name;
  absl::Time made_at;
};

// Changes from `first` on, encoded, in sequence; at least one. kTooLarge beyond the limits above.
absl::StatusOr<std::string> sealChanges(const Writing& writing, std::uint64_t first,
                                        std::span<const std::string> changes, const std::string& reply_key,
                                        const std::string& service_key, const Signer& device);
// kWrongKind; kOtherReplica when a change is of another replica; kChanged when sequences have a gap or do not
// chain; and the refusals of open(). A change that cannot be read keeps its place: judging it is the service's.
absl::StatusOr<std::vector<std::string>> openChanges(const Envelope& envelope, const escrow::Secret& service_secret);

// What became of a bundle's changes. The sums stand in the manifest, where whoever carries it reads them.
struct Answer {
  std::vector<v1::Receipt> receipts;
  std::uint64_t consumed = 0;  // the last sequence that the service has of this replica
  std::uint32_t taken = 0;
  std::uint32_t put_aside = 0;
  std::uint32_t known_before = 0;
};
// Sealed to the reply key of the bundle that it answers.
absl::StatusOr<std::string> sealReceipts(const Writing& writing, const v1::BundleManifest& answered,
                                         const Answer& answer, const Signer& service);
struct OpenedReceipts {
  std::vector<v1::Receipt> receipts;
  std::uint64_t consumed = 0;
};
// kWrongKind; kOtherService when it was not signed by this authority's service; and the refusals of open().
absl::StatusOr<OpenedReceipts> openReceipts(const Envelope& envelope, const escrow::Secret& reply_secret,
                                            const std::string& authority);

// "doorstep-1f2e3d4c-12-57.bundle": from which store, the first and the last change; no names.
std::string fileNameOf(const v1::BundleManifest& manifest);
// Where the receipts for such a file lie: "….receipts" beside it.
std::string receiptsPathFor(const std::string& bundle_path);

inline constexpr std::string_view kChangesEnding = ".bundle";
inline constexpr std::string_view kReceiptsEnding = ".receipts";

}  // namespace doorstep::bundle
