#pragma once

#include <cstdint>
#include <string>

#include "app/store/store.h"

namespace doorstep::store {

// Room on the disk that is kept back for people's work: a file beside the store that is let go when
// the disk is full, so that a visit can be saved with 0 bytes free, and made again when there is room.
// It holds nothing. Any thread; writer and readers have one each.
class Reserve {
 public:
  static constexpr std::uint64_t kBytes = 8'388'608;  // some hundred visits with their log

  explicit Reserve(const StoreFile& file);

  bool isWhole() const;
  // True when there was something to let go.
  bool release();
  // Nothing happens while it is whole, or the disk has less than twice its size.
  void restore();
  // The reserve is in use, or would be soon.
  bool isSpaceLow() const;

 private:
  std::uint64_t freeBytes() const;

  std::string path_;
  std::string folder_;
  std::function<std::uint64_t(const std::string&)> free_bytes_;
};

}  // namespace doorstep::store
