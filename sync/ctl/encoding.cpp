#include "sync/ctl/encoding.h"

#include <algorithm>
#include <cstdint>

#include <unicode/ucnv.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

namespace doorstep::ctl {

namespace {

using Units = std::u16string;

std::int32_t sizeOf(std::string_view text) {
  return static_cast<std::int32_t>(text.size());
}

bool isAscii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

// The length in bytes of the longest character; nothing when the bytes are not UTF-8.
std::optional<int> longestCharacter(std::string_view bytes) {
  const auto* units = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const std::int32_t size = sizeOf(bytes);
  int longest = 0;
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t start = at;
    UChar32 character = 0;
    U8_NEXT(units, at, size, character);
    if (character < 0) {
      return std::nullopt;
    }
    longest = std::max(longest, at - start);
  }
  return longest;
}

std::string toUtf8(const Units& units) {
  std::string text(units.size() * 3, '\0');
  std::int32_t length = 0;
  UErrorCode error = U_ZERO_ERROR;
  u_strToUTF8(text.data(), sizeOf(text), &length, units.data(), static_cast<std::int32_t>(units.size()), &error);
  text.resize(U_FAILURE(error) ? 0 : static_cast<std::size_t>(length));
  return text;
}

Units fromUtf8(std::string_view text) {
  constexpr UChar32 kReplacement = 0xFFFD;
  Units units(text.size(), u'\0');
  std::int32_t length = 0;
  UErrorCode error = U_ZERO_ERROR;
  u_strFromUTF8WithSub(units.data(), static_cast<std::int32_t>(units.size()), &length, text.data(), sizeOf(text),
                       kReplacement, nullptr, &error);
  units.resize(U_FAILURE(error) ? 0 : static_cast<std::size_t>(length));
  return units;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter openConverter(bool strict) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open("GB18030", &error));
  if (converter != nullptr && strict) {
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  }
  return converter;
}

std::optional<std::string> converted(UConverter* converter, std::string_view bytes) {
  Units units(bytes.size() + 1, u'\0');
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t length = ucnv_toUChars(converter, units.data(), static_cast<std::int32_t>(units.size()),
                                            bytes.data(), sizeOf(bytes), &error);
  if (U_FAILURE(error)) {
    return std::nullopt;
  }
  units.resize(static_cast<std::size_t>(length));
  return toUtf8(units);
}

}  // namespace

std::string_view nameOf(Encoding encoding) {
  return encoding == Encoding::kUtf8 ? "UTF-8" : "GB18030";
}

std::string_view byteOrderMark(Encoding encoding) {
  return encoding == Encoding::kUtf8 ? "\xEF\xBB\xBF" : "\x84\x31\x95\x33";
}

struct TextCodec::Converters {
  Converter strict = openConverter(true);
  Converter lenient = openConverter(false);
};

TextCodec::TextCodec(Encoding encoding)
    : encoding_(encoding), converters_(encoding == Encoding::kUtf8 ? nullptr : std::make_unique<Converters>()) {}
TextCodec::~TextCodec() = default;
TextCodec::TextCodec(TextCodec&&) noexcept = default;
TextCodec& TextCodec::operator=(TextCodec&&) noexcept = default;

std::optional<std::string> TextCodec::decoded(std::string_view bytes) const {
  if (isAscii(bytes) || (encoding_ == Encoding::kUtf8 && longestCharacter(bytes).has_value())) {
    return std::string(bytes);
  }
  return encoding_ == Encoding::kUtf8 ? std::nullopt : converted(converters_->strict.get(), bytes);
}

std::string TextCodec::decodedAsFarAsPossible(std::string_view bytes) const {
  return encoding_ == Encoding::kUtf8 ? toUtf8(fromUtf8(bytes))
                                      : converted(converters_->lenient.get(), bytes).value_or(std::string());
}

std::string TextCodec::encoded(std::string_view utf8) const {
  if (encoding_ == Encoding::kUtf8 || isAscii(utf8)) {
    return std::string(utf8);
  }
  const Units units = fromUtf8(utf8);
  std::string bytes(utf8.size() * 4, '\0');
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t length = ucnv_fromUChars(converters_->lenient.get(), bytes.data(), sizeOf(bytes), units.data(),
                                              static_cast<std::int32_t>(units.size()), &error);
  bytes.resize(U_FAILURE(error) ? 0 : static_cast<std::size_t>(length));
  return bytes;
}

TextKind kindOf(std::string_view bytes, const TextCodec& gb18030) {
  if (isAscii(bytes)) {
    return TextKind::kAscii;
  }
  if (const auto longest = longestCharacter(bytes)) {
    return *longest >= 3 ? TextKind::kUtf8 : TextKind::kEither;
  }
  return gb18030.decoded(bytes).has_value() ? TextKind::kGb18030 : TextKind::kNeither;
}

}  // namespace doorstep::ctl
