#include "sync/ctl/language.h"

#include <cstdlib>

#include "sync/ctl/text.h"

namespace doorstep::ctl {

namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

}  // namespace

Language languageOf(std::string_view lc_all, std::string_view lc_messages, std::string_view lang) {
  const std::string_view named = !lc_all.empty() ? lc_all : !lc_messages.empty() ? lc_messages : lang;
  return sameIgnoringCase(named.substr(0, 2), "en") ? Language::kEnglish : Language::kChinese;
}

Language languageFromEnvironment() {
  return languageOf(environment("LC_ALL"), environment("LC_MESSAGES"), environment("LANG"));
}

}  // namespace doorstep::ctl
