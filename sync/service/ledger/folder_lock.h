#pragma once

#include <string>

namespace doorstep::service {

// A data folder in use, by a running service or by a restore: two at a time would undo each other.
// Held until it goes.
class FolderLock {
 public:
  explicit FolderLock(const std::string& folder);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

  bool exists() const { return file_ >= 0; }  // false: the folder cannot be written
  bool held() const { return held_; }         // false: somebody else holds it

 private:
  int file_;
  bool held_;
};

}  // namespace doorstep::service
