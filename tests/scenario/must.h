#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace doorstep::tests {

// A scenario cannot go on without this.
inline void must(const absl::Status& status, const char* what) {
  if (!status.ok()) {
    std::fprintf(stderr, "%s: %s\n", what, status.ToString().c_str());
    std::abort();
  }
}

template <typename T>
T must(absl::StatusOr<T> value, const char* what) {
  must(value.status(), what);
  return *std::move(value);
}

}  // namespace doorstep::tests
