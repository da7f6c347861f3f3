#pragma once

#include <QSettings>
#include <QString>
#include <functional>

#include "app/models/preferences.h"
#include "app/shell/options.h"

namespace doorstep::shell {

// How this device's people want to see the app, in <data>/settings.ini. What the command line asks for
// holds for this start only. UI thread.
class PreferencesFile final : public models::Preferences {
 public:
  // `on_changed` carries out what is not QML's own: another language needs another translator.
  PreferencesFile(const Options& options, std::function<void(const models::Settings&)> on_changed);

  models::Settings read() override;
  void write(const models::Settings& settings) override;
  bool systemIsDark() override;
  // Qt 6.4 does not pass on what the desktop says: DOORSTEP_REDUCED_MOTION=1 says it.
  bool systemReducesMotion() override;
  bool networkCosts() override;
  void watchNetworkCost(const std::function<void()>& changed) override;

 private:
  void keep(const models::Settings& settings);

  QSettings file_;
  QString language_;   // of the command line; empty when it asks for none
  double text_scale_;  // likewise; 0
  bool keeps_;         // drawing the pages in every language changes nobody's settings
  std::function<void(const models::Settings&)> on_changed_;
};

}  // namespace doorstep::shell
