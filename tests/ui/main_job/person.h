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

// Somebody in front of a device: sees words, presses what bears them, and nothing else. Every wait ends with
// a failure that names the words and what stood on the page instead; after one, nothing is done any more.
class Person {
 public:
  // Without papers nothing is printed.
  Person(Field& field, const std::string& staff_number, models::Papers* papers = nullptr);
  ~Person();

  void enrol();  // through the page, with a fresh code and the PIN 135790
  // One more person at this locked device, who is called that at the lock.
  void enrolAnother(const std::string& staff_number, const QString& label);
  void lock();
  void unlock(const QString& label);  // as whom the lock calls that

  // Waits until something that can be pressed bears exactly these words, and presses it.
  void press(const QString& words);
  void pressLast(const QString& words);  // of several that bear them: the one on top
  void offered(const QString& words);    // waits until press would find something, and leaves it alone
  // What bears both among its words.
  void pressBeside(const QString& words, const QString& beside);
  void see(const QString& words);  // waits until they stand somewhere, as part of a text perhaps
  bool sees(const QString& words) const;
  void seeNoMore(const QString& words);  // waits until they stand nowhere
  void syncByHand();
  void waitUntilUploaded();
  void type(const QString& label, const QString& text);  // in Latin letters
  QString page() const;                                  // what stands there

  int presses() const { return presses_; }
  void countFromNow() { presses_ = 0; }

 private:
  QList<QQuickItem*> visibleItems() const;
  QQuickItem* pressable(const QString& words) const;
  QQuickItem* lastPressable(const QString& words) const;
  void turnTo();
  void click(QQuickItem& item);
  void fillInSlip(const std::string& staff_number);
  void givePin(const QString& then);
  void waitUntil(models::app_enums::Stage stage, const char* what);

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
