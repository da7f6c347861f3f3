#pragma once

#include <cstdint>

#include "sync/ctl/console.h"

namespace doorstep::ctl {

// How far something long is, on `err`: on a terminal written over, elsewhere a line now and then. One thread at a time.
class Progress {
 public:
  explicit Progress(const Console& console) : console_(console) {}
  void show(std::uint64_t done, std::uint64_t total);
  void end() const;  // what follows stands in a line of its own

 private:
  const Console& console_;
  std::uint64_t next_ = 0;
  bool shown_ = false;
};

}  // namespace doorstep::ctl
