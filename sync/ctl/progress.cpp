#include "sync/ctl/progress.h"

namespace doorstep::ctl {

namespace {

constexpr std::uint64_t kLinesAtMost = 10;
constexpr std::uint64_t kLong = 5'000;  // from which progress is worth a line of its own

}  // namespace

void Progress::show(std::uint64_t done, std::uint64_t total) {
  if (console_.shows_progress) {
    console_.err << "\r" << console_.pick("已处理 ", "done ") << done << "/" << total << std::flush;
    shown_ = true;
  } else if (total > kLong && done >= next_) {
    console_.err << console_.pick("已处理 ", "done ") << done << "/" << total << "\n";
    next_ = done + total / kLinesAtMost;
  }
}

void Progress::end() const {
  if (shown_) {
    console_.err << "\n";
  }
}

}  // namespace doorstep::ctl
