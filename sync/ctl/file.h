#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace doorstep::ctl {

// Failures: kFileUnreadable, kFileTooLarge, each naming the path.
absl::StatusOr<std::string> readFile(const std::string& path, std::size_t largest);

// Replaces the file only once all is written; readable by its owner alone. Failure: kFileUnwritable.
absl::Status writeFile(const std::string& path, std::string_view content);

}  // namespace doorstep::ctl
