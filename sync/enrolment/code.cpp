#include "sync/enrolment/code.h"

#include <cctype>
#include <cstddef>

#include "absl/status/status.h"

namespace doorstep::enrolment {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kLength = 16;
constexpr std::size_t kGroup = 4;

char unambiguous(char typed) {
  const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(typed)));
  switch (upper) {
    case 'I':
    case 'L':
      return '1';
    case 'O':
      return '0';
    default:
      return upper;
  }
}

std::string written(std::string_view digits) {
  std::string code;
  for (std::size_t at = 0; at < digits.size(); ++at) {
    if (at > 0 && at % kGroup == 0) {
      code.push_back('-');
    }
    code.push_back(digits[at]);
  }
  return code;
}

}  // namespace

std::string newCode(outside::Random& random) {
  std::string digits;
  for (std::size_t at = 0; at < kLength; ++at) {
    digits.push_back(kDigits[random.below(kDigits.size())]);
  }
  return written(digits);
}

absl::StatusOr<std::string> normaliseCode(std::string_view typed) {
  std::string digits;
  for (const char character : typed) {
    if (character == '-' || std::isspace(static_cast<unsigned char>(character)) != 0) {
      continue;
    }
    const char digit = unambiguous(character);
    if (kDigits.find(digit) == std::string_view::npos) {
      return absl::InvalidArgumentError("the code holds a character that no code has");
    }
    digits.push_back(digit);
  }
  if (digits.size() != kLength) {
    return absl::InvalidArgumentError("a code has 16 letters and digits");
  }
  return written(digits);
}

std::string locatorOf(std::string_view code) {
  return std::string(code.substr(0, kGroup));
}

}  // namespace doorstep::enrolment
