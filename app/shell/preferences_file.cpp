#include "app/shell/preferences_file.h"

#include <QGuiApplication>
#include <QNetworkInformation>
#include <QPalette>
#include <algorithm>

namespace doorstep::shell {
namespace {

using models::app_enums::Appearance;

constexpr char kLanguage[] = "language";
constexpr char kTextScale[] = "text_scale";
constexpr char kAppearance[] = "appearance";
constexpr char kHideKinds[] = "hide_kinds";
constexpr char kPicturesWhereItCosts[] = "pictures_where_it_costs";
constexpr char kPictureKilobytes[] = "picture_kilobytes";

// Null where the system does not tell.
QNetworkInformation* network() {
  return QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Metered)
             ? QNetworkInformation::instance()
             : nullptr;
}

}  // namespace

PreferencesFile::PreferencesFile(const Options& options, std::function<void(const models::Settings&)> on_changed)
    : file_(QString::fromStdString(options.data_folder) + "/settings.ini", QSettings::IniFormat),
      language_(QString::fromStdString(options.language)),
      text_scale_(options.text_scale),
      keeps_(options.command != Options::Command::kPictures),
      on_changed_(std::move(on_changed)) {}

models::Settings PreferencesFile::read() {
  models::Settings settings;
  const QString language = language_.isEmpty() ? file_.value(kLanguage, settings.language).toString() : language_;
  settings.language = language == "en" ? "en" : "zh";
  const double scale = text_scale_ > 0 ? text_scale_ : file_.value(kTextScale, settings.text_scale).toDouble();
  settings.text_scale = std::clamp(scale, 1.0, 2.0);
  const int appearance = file_.value(kAppearance, static_cast<int>(settings.appearance)).toInt();
  settings.appearance = static_cast<Appearance>(
      std::clamp(appearance, static_cast<int>(Appearance::System), static_cast<int>(Appearance::Dark)));
  settings.hide_kinds = file_.value(kHideKinds, settings.hide_kinds).toBool();
  settings.pictures_where_it_costs = file_.value(kPicturesWhereItCosts, settings.pictures_where_it_costs).toBool();
  settings.picture_kilobytes = std::max(0, file_.value(kPictureKilobytes, settings.picture_kilobytes).toInt());
  on_changed_(settings);
  return settings;
}

void PreferencesFile::write(const models::Settings& settings) {
  if (keeps_) {
    keep(settings);
  }
  on_changed_(settings);
}

void PreferencesFile::keep(const models::Settings& settings) {
  file_.setValue(kLanguage, settings.language);
  file_.setValue(kTextScale, settings.text_scale);
  file_.setValue(kAppearance, static_cast<int>(settings.appearance));
  file_.setValue(kHideKinds, settings.hide_kinds);
  file_.setValue(kPicturesWhereItCosts, settings.pictures_where_it_costs);
  file_.setValue(kPictureKilobytes, settings.picture_kilobytes);
}

bool PreferencesFile::systemIsDark() {
  return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

bool PreferencesFile::networkCosts() {
  const QNetworkInformation* known = network();
  return known != nullptr && known->isMetered();
}

void PreferencesFile::watchNetworkCost(const std::function<void()>& changed) {
  if (QNetworkInformation* known = network()) {
    QObject::connect(known, &QNetworkInformation::isMeteredChanged, known, changed);
  }
}

bool PreferencesFile::systemReducesMotion() {
  return qEnvironmentVariableIntValue("DOORSTEP_REDUCED_MOTION") != 0;
}

}  // namespace doorstep::shell
