#pragma once

#include <QString>
#include <string>

#include "absl/status/statusor.h"

namespace doorstep::shell {

// A picture made anew from the pixels of a file, in sRGB, the right way up: nothing else of the file is in it,
// neither the place where it was taken nor the camera, the time or a comment.
struct Photo {
  std::string content;    // JPEG, at most 2048 pixels on its longer side
  std::string thumbnail;  // JPEG, at most 8 KiB
};

// Any thread. INVALID_ARGUMENT: the file is no picture; OUT_OF_RANGE: more pixels than a device should hold in
// memory; PERMISSION_DENIED: it cannot be read.
absl::StatusOr<Photo> readPhoto(const QString& path);

}  // namespace doorstep::shell
