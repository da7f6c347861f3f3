#pragma once

#include <string_view>

// In which language the command speaks. Pure; any thread.
namespace doorstep::ctl {

enum class Language { kChinese, kEnglish };

struct Wording {
  std::string_view zh;
  std::string_view en;
  constexpr std::string_view in(Language language) const { return language == Language::kChinese ? zh : en; }
};

// English when LC_ALL, else LC_MESSAGES, else LANG names an English locale; Chinese otherwise. An empty
// value counts as unset.
Language languageOf(std::string_view lc_all, std::string_view lc_messages, std::string_view lang);
Language languageFromEnvironment();

}  // namespace doorstep::ctl
