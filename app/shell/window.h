#pragma once

#include <QApplication>

#include "app/shell/entrance.h"
#include "app/shell/options.h"

namespace doorstep::shell {

// The app with its window, or (Options::Command::kPictures) its pages as pictures. Gives the exit code.
int runWindow(QApplication& application, Entrance& entrance, const Options& options);

}  // namespace doorstep::shell
