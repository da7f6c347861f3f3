#include "app/shell/window.h"

#include <QFont>
#include <QNetworkInformation>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTranslator>

#include "app/models/models.h"
#include "app/shell/preferences_file.h"
#include "app/shell/tablet_gate.h"

namespace doorstep::shell {
namespace {

// One translator at a time; the source strings are English.
class Language {
 public:
  explicit Language(QQmlApplicationEngine& engine) : engine_(engine) {}

  void set(const QString& language) {
    if (language == current_) {
      return;
    }
    current_ = language;
    QCoreApplication::removeTranslator(&translator_);
    if (language == "zh" && translator_.load(":/doorstep/i18n/doorstep_zh.qm")) {
      QCoreApplication::installTranslator(&translator_);
    }
    QLocale::setDefault(QLocale(language == "zh" ? "zh_CN" : "en_GB"));
    engine_.retranslate();
  }

 private:
  QQmlApplicationEngine& engine_;
  QTranslator translator_;
  QString current_;
};

void useChineseFont() {
  QFont font("Noto Sans CJK SC");
  font.setStyleHint(QFont::SansSerif);
  QGuiApplication::setFont(font);
}

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

void resize(const QQmlApplicationEngine& engine, const QString& size) {
  const QStringList parts = size.split('x');
  auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
  if (window != nullptr && parts.size() == 2 && parts[0].toInt() > 0 && parts[1].toInt() > 0) {
    window->resize(parts[0].toInt(), parts[1].toInt());
  }
}

}  // namespace

int runWindow(QApplication&, Entrance& entrance, const Options& options) {
  QApplication::setApplicationName("doorstep");
  QApplication::setApplicationDisplayName("Doorstep 敲门");
  useChineseFont();
  QQmlApplicationEngine engine;
  engine.addImportPath("qrc:/qt/qml");
  Language language(engine);
  PreferencesFile preferences(options,
                              [&language](const models::Settings& settings) { language.set(settings.language); });
  TabletGate gate(entrance);
  watchNetwork(gate);
  models::Models models(gate, preferences);
  models.serve(engine);
  engine.load(QUrl("qrc:/qt/qml/Doorstep/Pages/Main.qml"));
  if (engine.rootObjects().isEmpty()) {
    return 1;
  }
  resize(engine, QString::fromStdString(options.size));
  return QApplication::exec();
}

}  // namespace doorstep::shell
