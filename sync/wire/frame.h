#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

// zstd frames that state their size. Pure; any thread.
namespace doorstep::wire {

// One frame of `bytes`; empty where it would not be smaller.
std::string compressed(std::string_view bytes);

// What the frame holds. INVALID_ARGUMENT unless it is one whole frame that states its size, `most` or less, and holds
// exactly as much. No more memory than the stated size is taken.
absl::StatusOr<std::string> decompressed(std::string_view frame, std::size_t most);

}  // namespace doorstep::wire
