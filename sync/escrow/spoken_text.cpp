#include "sync/escrow/spoken_text.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace doorstep::escrow {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kDataDigits = 4;
constexpr std::size_t kGroupDigits = kDataDigits + 1;

using Digit = std::uint8_t;  // 0 … 31

// Twice a digit in GF(32), by x^5 + x^2 + 1.
constexpr Digit twice(Digit digit) {
  return static_cast<Digit>((digit & 0x10) != 0 ? ((digit << 1) ^ 0x25) : (digit << 1));
}

// Each position has a weight of its own in GF(32), and no weight is 0: hence what spoken_text.h promises.
Digit checkOf(std::span<const Digit> group, std::size_t index) {
  Digit sum = 0;
  for (const Digit digit : group) {
    sum = twice(static_cast<Digit>(sum ^ digit));
  }
  return static_cast<Digit>(sum ^ (index % 32));
}

std::vector<Digit> digitsOf(std::string_view bytes) {
  std::vector<Digit> digits;
  unsigned pending = 0;
  int bits = 0;
  for (const char byte : bytes) {
    pending = ((pending << 8) | static_cast<std::uint8_t>(byte)) & 0xFFF;
    for (bits += 8; bits >= 5; bits -= 5) {
      digits.push_back(static_cast<Digit>((pending >> (bits - 5)) & 0x1F));
    }
  }
  if (bits > 0) {
    digits.push_back(static_cast<Digit>((pending << (5 - bits)) & 0x1F));
  }
  return digits;
}

void appendBytes(std::string& bytes, unsigned& pending, int& bits, Digit digit) {
  pending = ((pending << 5) | digit) & 0xFFF;
  bits += 5;
  if (bits >= 8) {
    bits -= 8;
    bytes.push_back(static_cast<char>((pending >> bits) & 0xFF));
  }
}

std::optional<Digit> digitOf(char character) {
  char upper = absl::ascii_toupper(static_cast<unsigned char>(character));
  if (upper == 'O') {
    upper = '0';
  } else if (upper == 'I' || upper == 'L') {
    upper = '1';
  }
  const std::size_t at = kAlphabet.find(upper);
  return at == std::string_view::npos ? std::nullopt : std::optional(static_cast<Digit>(at));
}

bool separates(char character) {
  return character == '-' || absl::ascii_isspace(static_cast<unsigned char>(character));
}

absl::Status wrongGroup(std::size_t index) {
  return absl::InvalidArgumentError(absl::StrCat("group ", index + 1, " is mistyped"));
}

}  // namespace

std::string toSpokenText(std::string_view bytes) {
  const std::vector<Digit> digits = digitsOf(bytes);
  std::string text;
  for (std::size_t at = 0, index = 0; at < digits.size(); at += kDataDigits, ++index) {
    const std::span group = std::span(digits).subspan(at, std::min(kDataDigits, digits.size() - at));
    if (index > 0) {
      text.push_back('-');
    }
    for (const Digit digit : group) {
      text.push_back(kAlphabet[digit]);
    }
    text.push_back(kAlphabet[checkOf(group, index)]);
  }
  return text;
}

absl::StatusOr<std::string> fromSpokenText(std::string_view text) {
  std::vector<Digit> digits;
  for (const char character : text) {
    if (separates(character)) {
      continue;
    }
    const std::optional<Digit> digit = digitOf(character);
    if (!digit.has_value()) {
      return wrongGroup(digits.size() / kGroupDigits);
    }
    digits.push_back(*digit);
  }
  std::string bytes;
  unsigned pending = 0;
  int bits = 0;
  for (std::size_t at = 0, index = 0; at < digits.size(); at += kGroupDigits, ++index) {
    const std::span group = std::span<const Digit>(digits).subspan(at, std::min(kGroupDigits, digits.size() - at));
    const std::span data = group.first(group.size() - 1);
    if (data.empty() || checkOf(data, index) != group.back()) {
      return wrongGroup(index);
    }
    for (const Digit digit : data) {
      appendBytes(bytes, pending, bits, digit);
    }
  }
  return bytes;
}

}  // namespace doorstep::escrow
