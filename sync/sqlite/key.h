#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace doorstep::sqlite {

// The 32 random bytes a database is encrypted with; wiped when the object goes.
class Key {
 public:
  static constexpr std::size_t kSize = 32;

  explicit Key(std::span<const std::uint8_t, kSize> bytes);
  Key(const Key& other) = default;
  Key& operator=(const Key& other) = default;
  ~Key();

  std::span<const std::uint8_t, kSize> bytes() const { return bytes_; }

 private:
  std::array<std::uint8_t, kSize> bytes_;
};

// Overwrites memory in a way the optimiser may not leave out.
void wipe(void* memory, std::size_t size);

}  // namespace doorstep::sqlite
