#include "sync/sqlite/key.h"

#include <string.h>

#include <algorithm>

namespace doorstep::sqlite {

Key::Key(std::span<const std::uint8_t, kSize> bytes) {
  std::copy(bytes.begin(), bytes.end(), bytes_.begin());
}

Key::~Key() {
  wipe(bytes_.data(), bytes_.size());
}

void wipe(void* memory, std::size_t size) {
  explicit_bzero(memory, size);
}

}  // namespace doorstep::sqlite
