#pragma once

#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

class QQmlApplicationEngine;

namespace doorstep::models {
struct Models;
}

namespace doorstep::shell {

// Which pages to draw: every page of the person whose store is open (or the lock, while it is
// locked), in each size, language and text scale.
struct PictureWish {
  QString folder;
  QList<QSize> sizes{QSize(1280, 800)};
  QStringList languages{QStringLiteral("zh"), QStringLiteral("en")};
  QList<double> text_scales{1.0};
  bool dark = false;
};

// Draws them as PNG into <folder>/<size>-<language>[-<scale>]/<page>.png, going through the app as a
// person would; a visit is begun and taken back. Gives how many pictures there are, 0 when there is no window.
// UI thread, returns when done.
int takePictures(QQmlApplicationEngine& engine, models::Models& models, const PictureWish& wish);

}  // namespace doorstep::shell
