#pragma once

#include <QString>
#include <functional>

#include "app/models/enums.h"

namespace doorstep::models {

// How one person wants to see the app. Nothing about elders.
struct Settings {
  QString language = QStringLiteral("zh");  // "zh" or "en"
  double text_scale = 1.0;                  // 1.0 … 2.0
  app_enums::Appearance appearance = app_enums::Appearance::Light;
  bool hide_kinds = false;               // kinds do not stand on list rows when others see the screen
  bool pictures_where_it_costs = false;  // on a network that charges for what goes over it
  int picture_kilobytes = 0;             // a second, at most; 0: as fast as it goes

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
  // Whether the network charges for what goes over it, as far as the system knows; `changed` is called, on the UI
  // thread, whenever that changes.
  virtual bool networkCosts() { return false; }
  virtual void watchNetworkCost(const std::function<void()>& /*changed*/) {}
};

}  // namespace doorstep::models
