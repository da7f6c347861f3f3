#pragma once

#include <string>
#include <vector>

#include "app/store/queries.h"

namespace doorstep::tests {

// A drawn picture as JPEG: a door with its number, of this size in pixels.
std::string drawnPicture(int width, int height, const char* colour);

// Pictures of whatever door is asked for: one added just now, one that waits, one that is here, one that is
// elsewhere, one that was not taken.
std::vector<store::PictureRow> samplePictures();

}  // namespace doorstep::tests
