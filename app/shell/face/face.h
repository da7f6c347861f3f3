#pragma once

#include <QString>
#include <QTranslator>

class QQmlEngine;

// The pages as C++ sees them: loadable by an engine, in the person's language. UI thread.
namespace doorstep::face {

inline constexpr char kMainPage[] = "qrc:/qt/qml/Doorstep/Pages/Main.qml";

// Before the first page is loaded: fonts, and the modules that are linked in.
void prepare(QQmlEngine& engine);

// The app's words in one language at a time, changed while pages are open.
class Language {
 public:
  explicit Language(QQmlEngine& engine) : engine_(engine) {}
  ~Language();
  Language(const Language&) = delete;
  Language& operator=(const Language&) = delete;

  void set(const QString& language);  // "zh" or "en"

 private:
  QQmlEngine& engine_;
  QTranslator translator_;
  QString current_;
};

}  // namespace doorstep::face
