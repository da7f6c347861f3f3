#pragma once

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace doorstep::simulation {

// A folder for the names of the worlds' files, gone at the end. What is in them is in memory only; so are the few files
// that lie there, where the system has a place for that.
class Playground {
 public:
  Playground() {
    const std::filesystem::path memory = "/dev/shm";
    const bool has_memory = ::access(memory.c_str(), W_OK) == 0;
    std::string pattern =
        ((has_memory ? memory : std::filesystem::temp_directory_path()) / "doorstep-simulation-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
      std::perror("a temporary folder");
      std::abort();
    }
    folder_ = pattern;
  }
  ~Playground() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  Playground(const Playground&) = delete;
  Playground& operator=(const Playground&) = delete;

  const std::string& folder() const { return folder_; }

 private:
  std::string folder_;
};

}  // namespace doorstep::simulation
