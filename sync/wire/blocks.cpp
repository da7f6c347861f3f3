#include "sync/wire/blocks.h"

#include <cstddef>
#include <string>
#include <utility>

#include "sync/wire/frame.h"

namespace doorstep::wire {
namespace {

constexpr std::size_t kSmallestPacked = 256;  // below, a frame saves less than it costs
constexpr std::size_t kLargestBatch = std::size_t{2} * 1024 * 1024;
constexpr std::size_t kLargestPage = std::size_t{4} * 1024 * 1024;

template <typename Message>
void packMessage(Message& message) {
  if (message.ByteSizeLong() < kSmallestPacked) {
    return;
  }
  if (std::string frame = compressed(message.SerializeAsString()); !frame.empty()) {
    message.Clear();
    message.set_compressed(std::move(frame));
  }
}

template <typename Message>
absl::Status unpackMessage(Message& message, std::size_t most) {
  if (message.compressed().empty()) {
    return absl::OkStatus();
  }
  const std::string frame = std::move(*message.mutable_compressed());
  message.clear_compressed();
  if (message.ByteSizeLong() > 0) {
    return absl::InvalidArgumentError("compressed: other fields stand beside it");
  }
  const absl::StatusOr<std::string> bytes = decompressed(frame, most);
  if (!bytes.ok()) {
    return absl::InvalidArgumentError("compressed: " + std::string(bytes.status().message()));
  }
  if (!message.ParseFromString(*bytes) || !message.compressed().empty()) {
    return absl::InvalidArgumentError("compressed: the block holds no such message");
  }
  return absl::OkStatus();
}

}  // namespace

void pack(v1::PushRequest& request) {
  packMessage(request);
}

void pack(v1::PullReply& reply) {
  packMessage(reply);
}

absl::Status unpack(v1::PushRequest& request) {
  return unpackMessage(request, kLargestBatch);
}

absl::Status unpack(v1::PullReply& reply) {
  return unpackMessage(reply, kLargestPage);
}

}  // namespace doorstep::wire
