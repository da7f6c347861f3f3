#pragma once

#include <QString>
#include <functional>
#include <vector>

#include "app/shell/pictures/pictures.h"
#include "tests/ui/fakes/fake_gate.h"
#include "tests/ui/fakes/fake_workspace.h"

namespace doorstep::tests {

// What a set's pictures are taken of. Made anew for each kind of person.
struct PictureScene {
  FakeGate& gate;
  std::shared_ptr<FakeWorkspace>& workspace;  // null until somebody has unlocked
  models::Models& models;
};

// One state of the app, drawn into a folder of its name.
struct PictureSet {
  QString name;
  std::vector<v1::Role> roles;  // ROLE_UNSPECIFIED: a device nobody has enrolled
  shell::Tour tour = shell::Tour::kPages;
  double text_scale = 1;
  bool unlocks = true;
  bool answers = true;                          // otherwise everything is still being read
  bool nobody = false;                          // there is no elder whose file could be open
  std::function<void(FakeWorkspace&)> prepare;  // before it is opened
  std::function<void(FakeWorkspace&)> opened;   // once it is open
  std::function<void(PictureScene, shell::Photographer&)> more;
};

std::vector<PictureSet> pictureSets();
QString picturedElder();  // one with a visit to record
void shareAmongThree(FakeGate& gate);

}  // namespace doorstep::tests
