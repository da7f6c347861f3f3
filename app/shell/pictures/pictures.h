#pragma once

#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>
#include <functional>

class QQmlApplicationEngine;

namespace doorstep::models {
struct Models;
}

namespace doorstep::shell {

class Photographer;

// Everything with its sheets and a visit from end to end; each page once, for a state of the
// app; or nothing but what `more` draws.
enum class Tour { kEverything, kPages, kNone };

// Which pages to draw: every page of the person whose store is open (or the lock, while it is
// locked), in each size, language and text scale.
struct PictureWish {
  QString folder;
  QList<QSize> sizes{QSize(1280, 800), QSize(412, 915)};
  QStringList languages{QStringLiteral("zh"), QStringLiteral("en")};
  QList<double> text_scales{1.0};
  bool dark = false;
  Tour tour = Tour::kEverything;
  QString elder;                            // whose file is drawn by Tour::kPages
  bool waits_for_data = true;               // otherwise pages are drawn while their data is still being read
  std::function<void()> opened;             // called once, when the person's pages are there
  std::function<void(Photographer&)> more;  // what else to draw, at the end of each folder
};

// Draws them as PNG into <folder>/<size>-<language>[-<scale>]/<page>.png, going through the app as a
// person would; a visit is begun and taken back. Gives how many pictures there are, 0 when there is no window.
// UI thread, returns when done.
int takePictures(QQmlApplicationEngine& engine, models::Models& models, const PictureWish& wish);

}  // namespace doorstep::shell
