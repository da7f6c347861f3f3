#pragma once

#include <string>
#include <vector>

#include "absl/time/time.h"
#include "sync/outside/identifier.h"

namespace doorstep::simulation {

// The end of an identifier.
inline std::string shortly(const std::string& id) {
  return outside::toHex(id).substr(20);
}

// What happened in one world, line by line: time, actor, action, outcome. Staff and door numbers only.
class History {
 public:
  void note(absl::Time at, const std::string& actor, const std::string& text) {
    lines_.push_back(absl::FormatTime("%m-%d %H:%M:%E1S", at, absl::FixedTimeZone(8 * 3600)) + "  " + actor +
                     std::string(actor.size() < 8 ? 8 - actor.size() : 1, ' ') + text);
  }
  const std::vector<std::string>& lines() const { return lines_; }
  std::string text() const {
    std::string all;
    for (const std::string& line : lines_) {
      all += line + "\n";
    }
    return all;
  }

 private:
  std::vector<std::string> lines_;
};

}  // namespace doorstep::simulation
