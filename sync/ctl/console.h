#pragma once

#include <atomic>
#include <ostream>
#include <string_view>

#include "absl/status/status.h"
#include "sync/ctl/failure.h"
#include "sync/ctl/language.h"

namespace doorstep::ctl {

// Where a command speaks and in which language. Results go to `out`, all else to `err`.
struct Console {
  std::ostream& out;
  std::ostream& err;
  Language language;
  const std::atomic<bool>& interrupted;  // set when the person pressed Ctrl-C
  bool shows_progress = false;           // `err` is a terminal whose last line can be written over

  std::string_view pick(std::string_view zh, std::string_view en) const {
    return language == Language::kChinese ? zh : en;
  }

  // Says what went wrong; gives the exit code.
  int fail(const absl::Status& status) const {
    err << wordsOf(status, language);
    return exitCodeOf(status);
  }
};

}  // namespace doorstep::ctl
