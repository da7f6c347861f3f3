#pragma once

#include <unistd.h>

namespace doorstep::service {

// A file's descriptor, closed at the end; negative where opening failed.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (exists()) {
      ::close(number_);
    }
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  bool exists() const { return number_ >= 0; }

 private:
  int number_;
};

}  // namespace doorstep::service
