#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

// The two encodings in which files come, and which of them a text can be. Pure; one thread at a time.
namespace doorstep::ctl {

enum class Encoding { kUtf8, kGb18030 };
std::string_view nameOf(Encoding encoding);         // "UTF-8", "GB18030"
std::string_view byteOrderMark(Encoding encoding);  // what a file of it may begin with

// From bytes of an encoding to UTF-8, in which everything here works, and back.
class TextCodec {
 public:
  explicit TextCodec(Encoding encoding);
  ~TextCodec();
  TextCodec(TextCodec&&) noexcept;
  TextCodec& operator=(TextCodec&&) noexcept;

  Encoding encoding() const { return encoding_; }
  // Nothing when some bytes are not of this encoding.
  std::optional<std::string> decoded(std::string_view bytes) const;
  // With U+FFFD in the place of such bytes.
  std::string decodedAsFarAsPossible(std::string_view bytes) const;
  std::string encoded(std::string_view utf8) const;

 private:
  struct Converters;
  Encoding encoding_;
  std::unique_ptr<Converters> converters_;  // none for UTF-8
};

// What the bytes of one row can be. Chinese in GB18030 is hardly ever UTF-8 with a character of three bytes by
// accident, while UTF-8 often is GB18030 by its form: what is such UTF-8 counts as nothing else.
enum class TextKind { kAscii, kUtf8, kEither, kGb18030, kNeither };
TextKind kindOf(std::string_view bytes, const TextCodec& gb18030);

}  // namespace doorstep::ctl
