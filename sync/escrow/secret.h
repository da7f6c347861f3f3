#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace doorstep::escrow {

// 32 secret bytes in memory of their own: between guard pages, kept from swap and core dumps where
// the system allows, wiped when the object goes. Empty only after having been moved from.
class Secret {
 public:
  static constexpr std::size_t kSize = 32;

  static Secret random();
  // Nothing unless there are exactly 32 bytes. The caller wipes its own.
  static std::optional<Secret> of(std::string_view bytes);

  Secret(Secret&& other) noexcept : memory_(std::exchange(other.memory_, nullptr)) {}
  Secret& operator=(Secret&& other) noexcept;
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret();

  Secret clone() const;
  std::span<const std::uint8_t, kSize> bytes() const { return std::span<const std::uint8_t, kSize>(memory_, kSize); }
  std::span<std::uint8_t, kSize> bytes() { return std::span<std::uint8_t, kSize>(memory_, kSize); }
  std::string_view view() const { return {reinterpret_cast<const char*>(memory_), kSize}; }
  // In constant time.
  bool operator==(const Secret& other) const;

 private:
  Secret();
  std::uint8_t* memory_;
};

}  // namespace doorstep::escrow
