#include "app/store/spelling.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_split.h"

namespace doorstep::store {
namespace {

constexpr const char* kReading = "Han-Latin/Names; Lower; NFD; [\\u0300\\u0301\\u0304\\u030C] Remove; NFC";

// Common in the north-east and read otherwise by ICU: 朴 as a surname.
constexpr std::pair<std::string_view, std::string_view> kOtherSurnames[] = {{"朴", "piao"}};

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

void addOnce(std::vector<std::string>& list, std::string text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) {
    list.push_back(std::move(text));
  }
}

// ü is typed as u or as v.
std::string typed(std::string_view syllables, std::string_view for_u_umlaut) {
  std::string out;
  for (std::size_t i = 0; i < syllables.size(); ++i) {
    if (syllables.substr(i, 2) == "ü") {
      out += for_u_umlaut;
      ++i;
    } else {
      out += syllables[i];
    }
  }
  return out;
}

// Everything but letters and digits parts syllables: spaces, the dot in "阿依古丽·买买提".
std::string lettersOf(const icu::UnicodeString& text) {
  icu::UnicodeString letters;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 character = text.char32At(i);
    letters.append(u_isalnum(character) ? character : UChar32{' '});
  }
  return utf8(letters);
}

std::string initialsOf(const std::vector<std::string>& syllables) {
  std::string initials;
  for (const std::string& syllable : syllables) {
    const icu::UnicodeString text = unicode(syllable);
    initials += utf8(icu::UnicodeString(text.char32At(0)));
  }
  return initials;
}

void addSpellings(std::vector<std::string>& spellings, const std::vector<std::string>& syllables) {
  std::string joined;
  for (const std::string& syllable : syllables) {
    joined += syllable;
  }
  addOnce(spellings, typed(joined, "u"));
  addOnce(spellings, typed(joined, "v"));
  addOnce(spellings, initialsOf(syllables));
}

icu::UnicodeString folded(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(error);
  icu::UnicodeString out = unicode(text);
  if (U_SUCCESS(error) && fold != nullptr) {
    icu::UnicodeString normal = fold->normalize(out, error);
    if (U_SUCCESS(error)) {
      out = std::move(normal);
    }
  }
  return out;
}

}  // namespace

struct Spelling::Rules {
  std::unique_ptr<icu::Transliterator> reading;
};

Spelling::Spelling() = default;
Spelling::~Spelling() = default;

absl::StatusOr<std::vector<std::string>> Spelling::of(std::string_view name) {
  if (!rules_) {
    UErrorCode error = U_ZERO_ERROR;
    auto rules = std::make_unique<Rules>();
    rules->reading.reset(
        icu::Transliterator::createInstance(icu::UnicodeString(kReading, -1, US_INV), UTRANS_FORWARD, error));
    if (U_FAILURE(error) || rules->reading == nullptr) {
      return absl::InternalError("this system's ICU cannot spell Chinese names");
    }
    rules_ = std::move(rules);
  }
  icu::UnicodeString text = unicode(name);
  rules_->reading->transliterate(text);
  std::vector<std::string> syllables = absl::StrSplit(lettersOf(text), ' ', absl::SkipEmpty());
  std::vector<std::string> spellings;
  if (syllables.empty()) {
    return spellings;
  }
  addSpellings(spellings, syllables);
  for (const auto& [surname, reading] : kOtherSurnames) {
    if (name.substr(0, surname.size()) == surname) {
      syllables.front() = std::string(reading);
      addSpellings(spellings, syllables);
    }
  }
  return spellings;
}

std::string normalised(std::string_view text) {
  const icu::UnicodeString fold = folded(text);
  icu::UnicodeString out;
  for (int i = 0; i < fold.length(); i = fold.moveIndex32(i, 1)) {
    const UChar32 character = fold.char32At(i);
    if (!u_isUWhiteSpace(character)) {
      out.append(character);
    }
  }
  return utf8(out);
}

std::vector<std::string> searchWords(std::string_view text) {
  std::vector<std::string> words;
  icu::UnicodeString word;
  const icu::UnicodeString fold = folded(text);
  for (int i = 0; i <= fold.length(); i = i < fold.length() ? fold.moveIndex32(i, 1) : i + 1) {
    if (i == fold.length() || u_isUWhiteSpace(fold.char32At(i))) {
      addOnce(words, utf8(word));
      word.remove();
    } else {
      word.append(fold.char32At(i));
    }
  }
  return words;
}

}  // namespace doorstep::store
