#pragma once

#include <functional>
#include <string>

#include "app/models/enums.h"

namespace doorstep::models {

// A picture as it may leave the device: made anew from its pixels, so that nothing of its file but these goes
// along, neither the place where it was taken nor the camera.
struct ChosenPicture {
  bool cancelled = false;
  app_enums::PictureTrouble trouble = app_enums::PictureTrouble::None;
  std::string content;    // JPEG, at most 2048 pixels on its longer side
  std::string thumbnail;  // JPEG, at most 8 KiB
};

// Where pictures come from. Behind an interface, because file dialogs and cameras are the operating system's.
// Called on the UI thread; done comes back there, once.
class Pictures {
 public:
  virtual ~Pictures() = default;
  virtual void choose(std::function<void(ChosenPicture)> done) = 0;
};

}  // namespace doorstep::models
