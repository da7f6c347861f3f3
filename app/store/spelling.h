#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace doorstep::store {

// How a person's name is typed on a keyboard: "王秀兰" as "wangxiulan" and "wxl", a surname by its
// reading as a name (单 shan, 曾 zeng), ü as u and as v. Other letters stay. One thread.
class Spelling {
 public:
  Spelling();
  ~Spelling();

  // Full spellings and initials, lower case, without spaces; each once. INTERNAL when this system's
  // ICU has no rules for Chinese names. The first call reads the rules, which takes a tenth of a second.
  absl::StatusOr<std::vector<std::string>> of(std::string_view name);

 private:
  struct Rules;
  std::unique_ptr<Rules> rules_;
};

// As both a search column and what is looked for in it are written: lower case, full-width forms
// narrowed, without white space.
std::string normalised(std::string_view text);
// The words of what a person typed, each normalised.
std::vector<std::string> searchWords(std::string_view text);

}  // namespace doorstep::store
