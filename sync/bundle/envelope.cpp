#include "sync/bundle/envelope.h"

#include <algorithm>
#include <optional>

#include "sync/bundle/little_endian.h"
#include "sync/bundle/refusal.h"
#include "sync/bundle/stream.h"
#include "sync/escrow/escrow.h"
#include "sync/outside/attempt.h"
#include "sync/outside/identifier.h"
#include "sync/replication/chain.h"

namespace doorstep::bundle {
namespace {

// The last four bytes show a file that went through a text conversion.
constexpr std::string_view kMagic("DRSTEPB\x89\r\n\x1A\n", 12);

struct Parts {
  std::string_view head;  // what is signed: from the first byte to the certificate's last
  std::string_view manifest;
  std::string_view certificate;
  std::string_view signature;
  std::string_view content;
};

absl::StatusOr<Parts> partsOf(std::string_view file) {
  if (!file.starts_with(kMagic)) {
    const bool begins_so = kMagic.starts_with(file.substr(0, std::min(file.size(), kMagic.size())));
    return refused(begins_so && !file.empty() ? Refusal::kTruncated : Refusal::kNotABundle);
  }
  if (file.size() > kLargestFile) {
    return refused(Refusal::kTooLarge);
  }
  std::string_view rest = file.substr(kMagic.size());
  const auto manifest = takeSized(rest);
  const auto certificate = manifest.has_value() ? takeSized(rest) : std::nullopt;
  const std::size_t head_size = file.size() - rest.size();
  const auto signature = certificate.has_value() ? takeSized(rest) : std::nullopt;
  if (!signature.has_value()) {
    return refused(Refusal::kTruncated);
  }
  if (manifest->size() > kLargestManifest || certificate->size() > kLargestCertificate ||
      signature->size() > kLargestSignature) {
    return refused(Refusal::kChanged);
  }
  return Parts{file.substr(0, head_size), *manifest, *certificate, *signature, rest};
}

// A newer program may write other fields, and be right: its version says so before anything is judged.
absl::StatusOr<v1::BundleManifest> manifestOf(std::string_view encoded) {
  v1::BundleManifest manifest;
  if (!manifest.ParseFromArray(encoded.data(), static_cast<int>(encoded.size()))) {
    return refused(Refusal::kChanged);
  }
  if (manifest.format_version() != kFormatVersion) {
    return refused(manifest.format_version() > kFormatVersion ? Refusal::kNewerFormat : Refusal::kChanged);
  }
  const bool has_ids = manifest.bundle_id().size() == outside::kIdentifierSize &&
                       manifest.replica_id().size() == outside::kIdentifierSize &&
                       manifest.district_id().size() == outside::kIdentifierSize;
  const bool has_kind = manifest.kind() == v1::BUNDLE_KIND_CHANGES || manifest.kind() == v1::BUNDLE_KIND_RECEIPTS;
  return has_ids && has_kind ? absl::StatusOr<v1::BundleManifest>(std::move(manifest)) : refused(Refusal::kChanged);
}

}  // namespace

absl::StatusOr<std::string> seal(v1::BundleManifest manifest, std::span<const v1::BundleBlock> blocks,
                                 std::string_view receiver_key, const Signer& signer) {
  std::vector<std::string> encoded;
  std::size_t size = 0;
  for (const v1::BundleBlock& block : blocks) {
    encoded.push_back(block.SerializeAsString());
    size += encoded.back().size();
  }
  if (size > kLargestFile) {
    return refused(Refusal::kTooLarge);
  }
  const escrow::Secret key = escrow::Secret::random();
  DOORSTEP_ASSIGN(const SealedStream sealed, sealStream(encoded, key));
  DOORSTEP_ASSIGN(*manifest.mutable_sealed_key(), escrow::seal(key, receiver_key));
  manifest.set_format_version(kFormatVersion);
  manifest.set_signer_fingerprint(replication::sha256(signer.certificate));
  manifest.set_stream_header(sealed.header);
  manifest.set_content_hash(replication::sha256(sealed.content));

  std::string file(kMagic);
  putSized(file, manifest.SerializeAsString());
  putSized(file, signer.certificate);
  DOORSTEP_ASSIGN(const std::string signature, sign(signer, file));
  putSized(file, signature);
  file.append(sealed.content);
  if (file.size() > kLargestFile) {
    return refused(Refusal::kTooLarge);
  }
  return file;
}

absl::StatusOr<v1::BundleManifest> peek(std::string_view file) {
  DOORSTEP_ASSIGN(const Parts parts, partsOf(file));
  return manifestOf(parts.manifest);
}

absl::StatusOr<Envelope> read(std::string_view file) {
  DOORSTEP_ASSIGN(const Parts parts, partsOf(file));
  if (!isSignedBy(parts.certificate, parts.head, parts.signature)) {
    return refused(Refusal::kChanged);
  }
  Envelope envelope;
  DOORSTEP_ASSIGN(envelope.manifest, manifestOf(parts.manifest));
  if (replication::sha256(parts.certificate) != envelope.manifest.signer_fingerprint()) {
    return refused(Refusal::kChanged);
  }
  if (replication::sha256(parts.content) != envelope.manifest.content_hash()) {
    return refused(endsWithAWholeBlock(parts.content) ? Refusal::kChanged : Refusal::kTruncated);
  }
  envelope.certificate = parts.certificate;
  envelope.content = parts.content;
  return envelope;
}

absl::StatusOr<std::vector<v1::BundleBlock>> open(const Envelope& envelope, const escrow::Secret& secret_key) {
  const auto key = escrow::open(envelope.manifest.sealed_key(), escrow::publicKeyOf(secret_key), secret_key);
  if (!key.ok()) {
    return refused(Refusal::kOtherService);
  }
  DOORSTEP_ASSIGN(const std::vector<std::string> encoded,
                  openStream(envelope.manifest.stream_header(), envelope.content, *key));
  std::vector<v1::BundleBlock> blocks(encoded.size());
  for (std::size_t at = 0; at < encoded.size(); ++at) {
    if (!blocks[at].ParseFromString(encoded[at])) {
      return refused(Refusal::kChanged);
    }
  }
  return blocks;
}

}  // namespace doorstep::bundle
