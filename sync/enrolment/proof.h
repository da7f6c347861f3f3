#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"

// How a device and the service prove to each other that they know a one-time code without sending
// it (enrolment.proto). Any thread.
namespace doorstep::enrolment {

// 32 bytes: Argon2id (libsodium's INTERACTIVE limits: 64 MiB, about a tenth of a second) of the
// normalised code, salt = first 16 bytes of SHA-256(locator ‖ "doorstep enrolment").
// RESOURCE_EXHAUSTED when the memory is not there.
absl::StatusOr<std::string> deriveKey(std::string_view code);

// HMAC-SHA-512-256(key, "device" ‖ signing_request ‖ replica_id); the key has 32 bytes.
std::string deviceProof(std::string_view key, std::string_view signing_request, std::string_view replica_id);
// HMAC-SHA-512-256(key, "service" ‖ authority ‖ certificate ‖ escrow_key ‖ bundle_key).
std::string serviceProof(std::string_view key, std::string_view authority, std::string_view certificate,
                         std::string_view escrow_key, std::string_view bundle_key);

// Takes the same time wherever the two differ.
bool sameProof(std::string_view left, std::string_view right);

}  // namespace doorstep::enrolment
