#include "sync/wire/frame.h"

#include <zstd.h>

#include <memory>

namespace doorstep::wire {
namespace {

constexpr int kLevel = 3;

// Made once a thread: a context is larger than most frames.
ZSTD_CCtx* compressor() {
  struct Free {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  };
  static thread_local const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
  return context.get();
}

ZSTD_DCtx* decompressor() {
  struct Free {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
  };
  static thread_local const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
  return context.get();
}

}  // namespace

std::string compressed(std::string_view bytes) {
  std::string frame(bytes.size(), '\0');
  const std::size_t size =
      ZSTD_compressCCtx(compressor(), frame.data(), frame.size(), bytes.data(), bytes.size(), kLevel);
  if (ZSTD_isError(size) != 0 || size >= bytes.size()) {
    return {};
  }
  frame.resize(size);
  return frame;
}

absl::StatusOr<std::string> decompressed(std::string_view frame, std::size_t most) {
  const unsigned long long stated = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (stated == ZSTD_CONTENTSIZE_ERROR || stated == ZSTD_CONTENTSIZE_UNKNOWN) {
    return absl::InvalidArgumentError("a compressed block does not state its size");
  }
  if (stated > most) {
    return absl::InvalidArgumentError("a compressed block is too large");
  }
  if (ZSTD_findFrameCompressedSize(frame.data(), frame.size()) != frame.size()) {
    return absl::InvalidArgumentError("a compressed block is not one whole frame");
  }
  std::string bytes(static_cast<std::size_t>(stated), '\0');
  const std::size_t size = ZSTD_decompressDCtx(decompressor(), bytes.data(), bytes.size(), frame.data(), frame.size());
  if (ZSTD_isError(size) != 0 || size != bytes.size()) {
    return absl::InvalidArgumentError("a compressed block cannot be read");
  }
  return bytes;
}

}  // namespace doorstep::wire
