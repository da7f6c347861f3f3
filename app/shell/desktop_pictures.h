#pragma once

#include "app/models/pictures.h"

namespace doorstep::shell {

// Pictures on a desktop: out of files, by the system's dialog.
class DesktopPictures final : public models::Pictures {
 public:
  void choose(std::function<void(models::ChosenPicture)> done) override;
};

}  // namespace doorstep::shell
