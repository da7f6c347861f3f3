#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "doorstep/v1/problem.pb.h"

namespace doorstep::client {

// Chunks of this size travel; only the last of a content is shorter.
inline constexpr std::size_t kContentChunkBytes = std::size_t{256} * 1024;

// A content on its way, by its SHA-256.
struct TravellingContent {
  std::string hash;
  std::uint64_t bytes = 0;
  std::uint64_t received = 0;  // of one that is being fetched: here, from the beginning
};

// The engine's door to the contents of pictures and documents on this device. All calls on the writer's
// executor; each is one transaction: after an error nothing of it holds.
class Contents {
 public:
  virtual ~Contents() = default;

  // An exchange begins: what people added and did not take away again becomes records, for good.
  virtual absl::Status release() = 0;
  // Here and not at the service, released or not.
  virtual absl::StatusOr<std::uint64_t> waiting() = 0;

  // Here, named by a record that the service has taken, and not known to be there; in the order of adding.
  virtual absl::StatusOr<std::vector<TravellingContent>> toSend() = 0;
  // The bytes from an offset on, at most one chunk.
  virtual absl::StatusOr<std::string> chunk(const std::string& hash, std::uint64_t offset) = 0;
  virtual absl::Status keepSent(const std::string& hash) = 0;  // the service has all of it
  // The service will not have it; it stays here, and is offered again with the next exchange.
  virtual absl::Status keepRefusal(const std::string& hash, const v1::Problem& problem) = 0;

  // Asked for by a person and not complete here, the latest wish first.
  virtual absl::StatusOr<std::vector<TravellingContent>> toFetch() = 0;
  // The next chunk. With the last one the whole is compared with its hash: false when it is something else; then
  // nothing of it is kept, and it is no longer wanted.
  virtual absl::StatusOr<bool> keepChunk(const std::string& hash, std::uint64_t offset, const std::string& chunk) = 0;
};

}  // namespace doorstep::client
