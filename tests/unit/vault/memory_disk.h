#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "app/vault/disk.h"

namespace doorstep::tests {

// A disk in memory that dies at a chosen step, as when the device loses its power: nothing reaches it
// afterwards until revive(). A write that dies leaves half of its bytes.
class MemoryDisk final : public vault::Disk {
 public:
  absl::StatusOr<std::string> read(const std::string& path) override {
    const auto found = files.find(path);
    return found == files.end() ? absl::StatusOr<std::string>(absl::NotFoundError("absent")) : found->second;
  }
  absl::Status write(const std::string& path, std::string_view bytes) override {
    if (dies()) {
      if (!was_dead_) {
        files[path] = std::string(bytes.substr(0, bytes.size() / 2));
      }
      return dead();
    }
    files[path] = std::string(bytes);
    return absl::OkStatus();
  }
  absl::Status rename(const std::string& from, const std::string& to) override {
    if (dies()) {
      return dead();
    }
    files[to] = files.at(from);
    files.erase(from);
    return absl::OkStatus();
  }
  absl::Status remove(const std::string& path) override {
    if (dies()) {
      return dead();
    }
    files.erase(path);
    return absl::OkStatus();
  }

  // `steps` more changes succeed, the next one kills.
  void dieAfter(int steps) { steps_left_ = steps; }
  void revive() {
    steps_left_ = -1;
    was_dead_ = false;
  }

  std::map<std::string, std::string> files;

 private:
  bool dies() {
    if (steps_left_ > 0) {
      --steps_left_;
      return false;
    }
    return steps_left_ == 0;
  }
  absl::Status dead() {
    was_dead_ = true;
    return absl::UnavailableError("the disk is dead");
  }

  int steps_left_ = -1;
  bool was_dead_ = false;
};

}  // namespace doorstep::tests
