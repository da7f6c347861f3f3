#include "app/shell/window.h"

#include <QNetworkInformation>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include "app/models/models.h"
#include "app/shell/desktop_bundles.h"
#include "app/shell/desktop_papers.h"
#include "app/shell/desktop_pictures.h"
#include "app/shell/end_signal.h"
#include "app/shell/face/face.h"
#include "app/shell/pictures/pictures.h"
#include "app/shell/preferences_file.h"
#include "app/shell/speech.h"
#include "app/shell/tablet_gate.h"

namespace doorstep::shell {
namespace {

// Where the system tells when the network is back; where not, the engine's own retries serve.
void watchNetwork(TabletGate& gate) {
  if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
    return;
  }
  QNetworkInformation* network = QNetworkInformation::instance();
  QObject::connect(network, &QNetworkInformation::reachabilityChanged, network,
                   [&gate](QNetworkInformation::Reachability reachability) {
                     if (reachability >= QNetworkInformation::Reachability::Local && gate.tablet() != nullptr) {
                       gate.tablet()->networkReturned();
                     }
                   });
}

// "1280x800"; an empty size for anything else.
QSize sizeOf(const std::string& text) {
  const QStringList sides = QString::fromStdString(text).split('x');
  return sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
}

void resize(const QQmlApplicationEngine& engine, QSize size) {
  auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
  if (window != nullptr && !size.isEmpty()) {
    window->resize(size);
  }
}

// The lock, and with a PIN in the environment every page behind it.
int drawPages(QQmlApplicationEngine& engine, models::Models& models, const Options& options) {
  PictureWish wish;
  wish.folder = QString::fromStdString(options.pictures_folder);
  if (const QSize size = sizeOf(options.size); !size.isEmpty()) {
    wish.sizes = {size};
  }
  if (!options.language.empty()) {
    wish.languages = {QString::fromStdString(options.language)};
  }
  if (options.text_scale > 1) {
    wish.text_scales = {options.text_scale};
  }
  int taken = takePictures(engine, models, wish);
  const QString pin = qEnvironmentVariable("DOORSTEP_PIN");
  if (!pin.isEmpty() && models.session.stage() == models::app_enums::Stage::Locked) {
    models.session.unlock(pin);
    taken += takePictures(engine, models, wish);
  }
  return taken > 0 ? 0 : 1;
}

}  // namespace

int runWindow(QApplication&, Entrance& entrance, const Options& options) {
  QApplication::setApplicationName("doorstep");
  QApplication::setApplicationDisplayName("Doorstep 敲门");
  QQmlApplicationEngine engine;
  face::prepare(engine);
  face::Language language(engine);
  PreferencesFile preferences(options,
                              [&language](const models::Settings& settings) { language.set(settings.language); });
  if (!options.profile.empty()) {
    entrance.choose(options.profile);
  }
  TabletGate gate(entrance);
  watchNetwork(gate);
  Speech speech;
  DesktopPapers papers;
  DesktopPictures picture_files;
  DesktopBundles bundles(gate, entrance);
  models::Models models(gate, preferences, &speech, &papers, &bundles, &picture_files);
  models.serve(engine);
  engine.load(QUrl(face::kMainPage));
  if (engine.rootObjects().isEmpty()) {
    return 1;
  }
  if (options.command == Options::Command::kPictures) {
    return drawPages(engine, models, options);
  }
  resize(engine, sizeOf(options.size));
  const EndSignal end_signal;
  return QApplication::exec();
}

}  // namespace doorstep::shell
