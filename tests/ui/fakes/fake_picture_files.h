#pragma once

#include <utility>

#include "app/models/pictures.h"

namespace doorstep::tests {

// Gives the picture it was told to, as if somebody had chosen its file.
class FakePictureFiles final : public models::Pictures {
 public:
  models::ChosenPicture next;
  int asked = 0;

  void choose(std::function<void(models::ChosenPicture)> done) override {
    ++asked;
    done(next);
  }
};

}  // namespace doorstep::tests
