#include "sync/ctl/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace doorstep::ctl {

namespace {

UChar32 nextCharacter(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto index = static_cast<std::int64_t>(at);
  const auto length = static_cast<std::int64_t>(text.size());
  UChar32 character = 0;
  U8_NEXT(bytes, index, length, character);
  at = static_cast<std::size_t>(index);
  return character;
}

bool isAsciiSpace(char character) {
  return character == ' ' || (character >= '\t' && character <= '\r');
}

char lower(char character) {
  return character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character;
}

bool sameLetter(char left, char right) {
  return lower(left) == lower(right);
}

std::size_t widthOf(UChar32 character) {
  const int type = u_charType(character);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) {
    return 0;
  }
  const int width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::optional<std::size_t> firstLineNotUtf8(std::string_view content) {
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t start = at;
    if (nextCharacter(content, at) < 0) {
      return 1 + static_cast<std::size_t>(
                     std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(start), '\n'));
    }
  }
  return std::nullopt;
}

std::size_t displayWidth(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 character = nextCharacter(text, at);
    width += character < 0 ? 1 : widthOf(character);
  }
  return width;
}

std::string padRight(std::string_view text, std::size_t width) {
  const std::size_t own = displayWidth(text);
  return std::string(text) + std::string(width > own ? width - own : 0, ' ');
}

std::string padLeft(std::string_view text, std::size_t width) {
  const std::size_t own = displayWidth(text);
  return std::string(width > own ? width - own : 0, ' ') + std::string(text);
}

std::string_view trimmed(std::string_view text) {
  static constexpr std::array<std::string_view, 2> kWideSpaces = {"\u3000", "\u00a0"};
  for (bool changed = true; changed;) {
    const std::size_t before = text.size();
    while (!text.empty() && isAsciiSpace(text.front())) {
      text.remove_prefix(1);
    }
    while (!text.empty() && isAsciiSpace(text.back())) {
      text.remove_suffix(1);
    }
    for (const std::string_view space : kWideSpaces) {
      if (text.starts_with(space)) {
        text.remove_prefix(space.size());
      }
      if (text.ends_with(space)) {
        text.remove_suffix(space.size());
      }
    }
    changed = text.size() != before;
  }
  return text;
}

std::string concat(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) {
    text += part;
  }
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) {
      return parts;
    }
    text.remove_prefix(at + 1);
  }
}

std::string replaceAll(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

bool sameIgnoringCase(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), sameLetter);
}

bool containsIgnoringCase(std::string_view text, std::string_view part) {
  return std::search(text.begin(), text.end(), part.begin(), part.end(), sameLetter) != text.end();
}

std::optional<int> integerFrom(std::string_view text) {
  text = trimmed(text);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

}  // namespace doorstep::ctl
