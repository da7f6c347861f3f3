#include "sync/service/duplicates/person_key.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace doorstep::service {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array kBetween = {" "sv,      "\t"sv,     "."sv,      "\u00A0"sv, "\u00B7"sv,
                                 "\u2022"sv, "\u2027"sv, "\u3000"sv, "\u30FB"sv};
constexpr std::size_t kFullWidthBytes = 3;
constexpr int kFirstFullWidth = 0xFF01;  // of "!"; the rest of ASCII follows
constexpr int kLastFullWidth = 0xFF5E;

// The ASCII character that a full-width one stands for; 0 for any other text.
char halfWidth(std::string_view text) {
  if (text.size() < kFullWidthBytes || static_cast<unsigned char>(text[0]) != 0xEF) {
    return 0;
  }
  const int code =
      0xF000 | ((static_cast<unsigned char>(text[1]) & 0x3F) << 6) | (static_cast<unsigned char>(text[2]) & 0x3F);
  return code < kFirstFullWidth || code > kLastFullWidth ? '\0' : static_cast<char>(code - kFirstFullWidth + '!');
}

}  // namespace

std::string comparableName(std::string_view name) {
  std::string out;
  while (!name.empty()) {
    const auto* const between =
        std::find_if(kBetween.begin(), kBetween.end(), [name](std::string_view one) { return name.starts_with(one); });
    if (between != kBetween.end()) {
      name.remove_prefix(between->size());
    } else if (const char plain = halfWidth(name); plain != 0) {
      out += absl::ascii_tolower(static_cast<unsigned char>(plain));
      name.remove_prefix(kFullWidthBytes);
    } else {
      out += absl::ascii_tolower(static_cast<unsigned char>(name.front()));
      name.remove_prefix(1);
    }
  }
  return out;
}

std::string personKey(const v1::Elder& elder) {
  const std::string name = comparableName(elder.name());
  return name.empty() || elder.birth_year() == 0 ? std::string() : absl::StrCat(name, " ", elder.birth_year());
}

}  // namespace doorstep::service
