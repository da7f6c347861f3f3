#include "sync/replication/chain.h"

#include <sodium.h>

#include <algorithm>

#include "sync/replication/derived_id.h"

namespace doorstep::replication {

std::string sha256(std::string_view bytes) {
  std::string out(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(reinterpret_cast<unsigned char*>(out.data()), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  return out;
}

const std::string& chainStart() {
  static const std::string zero(crypto_hash_sha256_BYTES, '\0');
  return zero;
}

absl::StatusOr<v1::Change> decodeChange(std::string_view encoded) {
  v1::Change change;
  if (!change.ParseFromArray(encoded.data(), static_cast<int>(encoded.size()))) {
    return absl::InvalidArgumentError("not an encoded change");
  }
  if (change.id().size() != kIdSize || change.replica_id().size() != kIdSize) {
    return absl::InvalidArgumentError("change: id and replica_id must be 16 bytes");
  }
  if (change.sequence() == 0) {
    return absl::InvalidArgumentError("change: sequence must be 1 or more");
  }
  if (change.predecessor().size() != crypto_hash_sha256_BYTES) {
    return absl::InvalidArgumentError("change: predecessor must be 32 bytes");
  }
  return change;
}

std::string setDigest(std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end());
  std::string joined;
  for (const std::string& id : ids) {
    joined += id;
  }
  return sha256(joined);
}

}  // namespace doorstep::replication
