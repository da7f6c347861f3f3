#pragma once

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QString>
#include <memory>
#include <string>

#include "app/models/models.h"
#include "app/shell/entrance.h"
#include "app/shell/face/face.h"
#include "app/shell/key_store.h"
#include "app/shell/tablet_gate.h"
#include "app/vault/disk.h"
#include "tests/scenario/field.h"

namespace doorstep::tests {

class EnglishPreferences final : public models::Preferences {
 public:
  models::Settings read() override { return settings_; }
  void write(const models::Settings& settings) override { settings_ = settings; }
  bool systemIsDark() override { return false; }
  bool systemReducesMotion() override { return true; }

 private:
  models::Settings settings_{.language = QStringLiteral("en")};
};

// Somebody in front of a device of their own: sees words, presses what bears them, and nothing else.
// Every wait ends with a failure that names the words and what stood on the page instead.
class Person {
 public:
  Person(Field& field, const std::string& staff_number);
  ~Person();

  void enrol();  // through the page, with a fresh code and the PIN 135790

  // Waits until something that can be pressed bears exactly these words, and presses it.
  void press(const QString& words);
  void pressLast(const QString& words);  // of several that bear them: the one on top
  // What bears both among its words.
  void pressBeside(const QString& words, const QString& beside);
  void see(const QString& words);  // waits until they stand somewhere, as part of a text perhaps
  bool sees(const QString& words) const;
  void syncByHand();
  void waitUntilUploaded();

  int presses() const { return presses_; }
  void countFromNow() { presses_ = 0; }

 private:
  QList<QQuickItem*> visibleItems() const;
  QQuickItem* pressable(const QString& words) const;
  void click(QQuickItem& item);
  void type(const QString& label, const QString& text);
  QString page() const;

  Field& field_;
  std::string staff_number_;
  vault::SystemDisk disk_;
  outside::SystemRandom random_;
  std::unique_ptr<vault::DeviceSecret> secret_;
  std::unique_ptr<shell::Entrance> entrance_;
  EnglishPreferences preferences_;
  std::unique_ptr<shell::TabletGate> gate_;
  std::unique_ptr<models::Models> models_;
  std::unique_ptr<QQmlApplicationEngine> engine_;
  std::unique_ptr<face::Language> language_;
  QQuickWindow* window_ = nullptr;
  int presses_ = 0;
};

}  // namespace doorstep::tests
