#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "doorstep/v1/bundle.pb.h"
#include "sync/bundle/signature.h"
#include "sync/escrow/secret.h"

// A sealed file on its way between a tablet and the service (architecture decision 11): its layout is
// README.md's. Whoever carries it can read the manifest and tell whether the file is whole and unchanged,
// nothing else. Pure but for chance; any thread.
namespace doorstep::bundle {

inline constexpr std::uint32_t kFormatVersion = 1;
inline constexpr std::size_t kLargestFile = std::size_t{16} << 20;
inline constexpr std::size_t kLargestManifest = 4096;
inline constexpr std::size_t kLargestCertificate = 4096;
inline constexpr std::size_t kLargestSignature = 256;

// A file that is whole and is what its signer signed. Who that is, and whether anybody trusts it, is not
// looked at here.
struct Envelope {
  v1::BundleManifest manifest;
  std::string certificate;  // X.509, DER, of who signed
  std::string content;      // sealed
};

// Seals blocks to the receiver's X25519 key. `manifest` brings kind, ids, sequences, time and reply key; the
// rest is filled in. INVALID_ARGUMENT when keys are none; kTooLarge when it would be more than kLargestFile.
absl::StatusOr<std::string> seal(v1::BundleManifest manifest, std::span<const v1::BundleBlock> blocks,
                                 std::string_view receiver_key, const Signer& signer);

// kNotABundle, kNewerFormat, kTruncated, kChanged, kTooLarge.
absl::StatusOr<Envelope> read(std::string_view file);
// The manifest alone, unchecked: enough to name a file in a list.
absl::StatusOr<v1::BundleManifest> peek(std::string_view file);

// kOtherService when it is sealed to another key; kTruncated or kChanged when the blocks are not whole.
absl::StatusOr<std::vector<v1::BundleBlock>> open(const Envelope& envelope, const escrow::Secret& secret_key);

}  // namespace doorstep::bundle
