#pragma once

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "doorstep/v1/sync.pb.h"

namespace doorstep::client {

struct BatchReceipts {
  // One for each sequence from the batch's first on, without gaps: what may be kept.
  std::vector<v1::Receipt> keep;
  // INTERNAL when a receipt is missing, names no outcome or a sequence that was not in the batch.
  absl::Status status;
};

// Sorts out a reply to the batch [first, last]: a receipt that comes twice counts once.
BatchReceipts sortReceipts(const v1::PushReply& reply, std::uint64_t first, std::uint64_t last);

}  // namespace doorstep::client
