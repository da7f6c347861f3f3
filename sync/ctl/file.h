#pragma once

#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace doorstep::ctl {

// Failures: kFileUnreadable, kFileTooLarge, each naming the path.
absl::StatusOr<std::string> readFile(const std::string& path, std::size_t largest);

// Replaces the file only once all is written; readable by its owner alone. Failure: kFileUnwritable.
absl::Status writeFile(const std::string& path, std::string_view content);

// A file that stands under its name only once all of it was written; readable by its owner alone. What was not
// committed is gone with the object. One thread.
class AtomicFile {
 public:
  explicit AtomicFile(std::string path);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  void write(std::string_view content);
  // kFileUnwritable when anything so far could not be written.
  absl::Status status() const;
  // As status().
  absl::Status commit();

 private:
  std::string path_;
  std::string unfinished_;
  std::ofstream stream_;
  bool committed_ = false;
};

}  // namespace doorstep::ctl
