#pragma once

#include <QString>

#include "app/models/enums.h"

namespace doorstep::models {

// How one person wants to see the app. Nothing about elders.
struct Settings {
  QString language = QStringLiteral("zh");  // "zh" or "en"
  double text_scale = 1.0;                  // 1.0 … 2.0
  app_enums::Appearance appearance = app_enums::Appearance::Light;
  bool hide_kinds = false;  // kinds do not stand on list rows when others see the screen

  bool operator==(const Settings&) const = default;
};

// Keeps them between two starts, and carries out what is not QML's.
class Preferences {
 public:
  virtual ~Preferences() = default;
  virtual Settings read() = 0;
  virtual void write(const Settings& settings) = 0;
  virtual bool systemIsDark() = 0;
  virtual bool systemReducesMotion() = 0;
};

}  // namespace doorstep::models
