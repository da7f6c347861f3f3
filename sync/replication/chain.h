#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "doorstep/v1/change.pb.h"

// A replica's changes form a chain: each names the hash of the encoded change before it, so that
// two stores that share an origin but not a history are told apart (architecture decision 5).
// Pure; any thread.
namespace doorstep::replication {

std::string sha256(std::string_view bytes);  // 32 bytes
const std::string& chainStart();             // 32 zero bytes: before the first change

// Decodes one change; INVALID_ARGUMENT when it is not one or its keys have the wrong size.
absl::StatusOr<v1::Change> decodeChange(std::string_view encoded);

// Order-independent digest over ids (of households held, …): SHA-256 over the sorted ids.
std::string setDigest(std::vector<std::string> ids);

}  // namespace doorstep::replication
