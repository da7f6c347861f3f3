#include "tests/fuzz/mutator.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace doorstep::fuzz {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kLongest = std::size_t{64} * 1024;

// Lengths, numbers and texts at the edges of what their fields hold.
constexpr std::array kPieces = {
    "\x00"sv,
    "\x7f"sv,
    "\x80\x01"sv,
    "\xff\xff\xff\xff\x0f"sv,
    "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"sv,
    "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01"sv,
    "\x0a\xff\x7f"sv,
    "\xc3\x28"sv,
    "\xed\xa0\x80"sv,
    "\xf8\x88\x80\x80"sv,
    "\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b"sv,
    "0123456789abcdef"sv,
    "=1+1"sv,
    "\""sv,
    "\r\n"sv,
    "\xef\xbb\xbf"sv,
};

}  // namespace

// SplitMix64.
std::uint64_t Mutator::random() {
  state_ += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31U);
}

std::size_t Mutator::below(std::size_t limit) {
  return limit == 0 ? 0 : static_cast<std::size_t>(random() % limit);
}

std::string Mutator::next() {
  std::string bytes = seeds_.at(below(seeds_.size()));
  for (std::size_t times = below(6); times > 0; --times) {
    change(bytes);
  }
  if (bytes.size() > kLongest) {
    bytes.resize(kLongest);
  }
  return bytes;
}

void Mutator::change(std::string& bytes) {
  const std::size_t at = below(bytes.size());
  switch (below(8)) {
    case 0:
      if (!bytes.empty()) {
        bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8)));
      }
      return;
    case 1:
      if (!bytes.empty()) {
        bytes[at] = static_cast<char>(random() & 0xFFU);
      }
      return;
    case 2:
      bytes.resize(at);
      return;
    case 3:
      bytes.erase(at, below(17));
      return;
    case 4:
      bytes.insert(at, bytes.substr(below(bytes.size() + 1), below(40)));
      return;
    case 5: {  // the head of one, the tail of another
      const std::string& other = seeds_.at(below(seeds_.size()));
      bytes = bytes.substr(0, at) + other.substr(below(other.size() + 1));
      return;
    }
    case 6: {  // one message nested in itself, again and again
      const std::string inner = bytes.substr(0, std::min<std::size_t>(bytes.size(), 100));
      for (std::size_t depth = below(60); depth > 0 && bytes.size() < kLongest; --depth) {
        bytes = "\x0a" + std::string(1, static_cast<char>(std::min<std::size_t>(bytes.size(), 127))) + bytes + inner;
      }
      return;
    }
    default:
      insertSome(bytes);
  }
}

void Mutator::insertSome(std::string& bytes) {
  const std::string_view piece = kPieces.at(below(kPieces.size()));
  const std::size_t at = below(bytes.size() + 1);
  for (std::size_t times = 1 + below(3); times > 0; --times) {
    bytes.insert(at, piece);
  }
}

}  // namespace doorstep::fuzz
