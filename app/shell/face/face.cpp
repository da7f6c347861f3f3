#include "app/shell/face/face.h"

#include <QCoreApplication>
#include <QFont>
#include <QGuiApplication>
#include <QLocale>
#include <QQmlEngine>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Doorstep_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(Doorstep_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Doorstep_Pages_SharedPlugin)
Q_IMPORT_QML_PLUGIN(Doorstep_Pages_VisitorPlugin)
Q_IMPORT_QML_PLUGIN(Doorstep_Pages_SupervisorPlugin)
Q_IMPORT_QML_PLUGIN(Doorstep_Pages_DistrictPlugin)
Q_IMPORT_QML_PLUGIN(Doorstep_PagesPlugin)

namespace doorstep::face {

void prepare(QQmlEngine& engine) {
  QFont font(QStringLiteral("Noto Sans CJK SC"));
  font.setStyleHint(QFont::SansSerif);
  QGuiApplication::setFont(font);
  engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
}

Language::~Language() {
  QCoreApplication::removeTranslator(&translator_);
}

void Language::set(const QString& language) {
  if (language == current_)
    return;
  current_ = language;
  QCoreApplication::removeTranslator(&translator_);
  if (translator_.load(QStringLiteral(":/doorstep/i18n/doorstep_%1.qm").arg(language))) {
    QCoreApplication::installTranslator(&translator_);
  }
  QLocale::setDefault(QLocale(language == QStringLiteral("zh") ? QStringLiteral("zh_CN") : QStringLiteral("en_GB")));
  engine_.retranslate();
}

}  // namespace doorstep::face
