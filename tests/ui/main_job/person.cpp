#include "tests/ui/main_job/person.h"

#include <QDir>
#include <QTest>

namespace doorstep::tests {
namespace {

constexpr char kPin[] = "135790";
constexpr int kPatienceMs = 20'000;

void collect(QQuickItem* item, QList<QQuickItem*>& found) {
  if (!item->isVisible()) {
    return;
  }
  found << item;
  for (QQuickItem* child : item->childItems()) {
    collect(child, found);
  }
}

bool bears(const QQuickItem& item, const QString& words) {
  return item.property("text").toString() == words || item.property("spoken").toString() == words;
}

// Scrolls whatever holds the item, so that a finger can reach it. False when it could be reached already.
bool bringIntoView(QQuickItem& item) {
  bool moved = false;
  for (QQuickItem* around = item.parentItem(); around != nullptr; around = around->parentItem()) {
    if (around->property("contentY").isValid() && around->property("contentHeight").toReal() > around->height()) {
      const QPointF centre = item.mapToItem(around, item.boundingRect().center());
      if (centre.y() < 24 || centre.y() > around->height() - 24) {
        const qreal wanted = around->property("contentY").toReal() + centre.y() - around->height() / 2;
        const qreal most = around->property("contentHeight").toReal() - around->height();
        around->setProperty("contentY", std::clamp<qreal>(wanted, 0, most));
        moved = true;
      }
    }
  }
  return moved;
}

// A page that is still being laid out moves under the finger.
void waitUntilStill(const QQuickItem& item) {
  QRectF last;
  for (int still = 0, tries = 0; still < 3 && tries < 100; ++tries) {
    const QRectF now = item.mapRectToScene(item.boundingRect());
    still = now == last && !now.isEmpty() ? still + 1 : 0;
    last = now;
    QTest::qWait(20);
  }
}

}  // namespace

Person::Person(Field& field, const std::string& staff_number, models::Papers* papers)
    : field_(field), staff_number_(staff_number) {
  const std::string folder = field.folder("device-" + staff_number);
  QDir().mkpath(QString::fromStdString(folder));
  secret_ = shell::openKeyStore(shell::KeyStore::kFile, folder, disk_);
  entrance_ =
      std::make_unique<shell::Entrance>(folder, shell::Entrance::Outside{field.clock(), random_, disk_, *secret_});
  gate_ = std::make_unique<shell::TabletGate>(*entrance_);
  models_ = std::make_unique<models::Models>(*gate_, preferences_, nullptr, papers);
  engine_ = std::make_unique<QQmlApplicationEngine>();
  language_ = std::make_unique<face::Language>(*engine_);
  language_->set("en");
  face::prepare(*engine_);
  models_->serve(*engine_);
  engine_->load(QUrl(face::kMainPage));
  if (engine_->rootObjects().isEmpty()) {
    qFatal("the pages do not load");
  }
  window_ = qobject_cast<QQuickWindow*>(engine_->rootObjects().constFirst());
  window_->resize(1280, 800);
  window_->show();
}

Person::~Person() {
  models_->session.lock();
  engine_.reset();
}

void Person::enrol() {
  fillInSlip(staff_number_);
  press("Go on");
  givePin("Go on");
  givePin("Go on");
  waitUntil(models::app_enums::Stage::Open, "enrolling did not open the device: ");
}

void Person::enrolAnother(const std::string& staff_number, const QString& label) {
  press("Somebody else uses this device, too");
  see("One more person on this device");
  fillInSlip(staff_number);
  type("How the lock shall call you", label);
  press("Go on");
  givePin("Go on");
  givePin("Go on");
  waitUntil(models::app_enums::Stage::Open, "enrolling did not open the device: ");
}

void Person::lock() {
  press("Settings");
  press("Lock now");
  waitUntil(models::app_enums::Stage::Locked, "it does not lock: ");
}

void Person::unlock(const QString& label) {
  press(label);
  givePin("Open");
  waitUntil(models::app_enums::Stage::Open, "it does not open: ");
}

void Person::fillInSlip(const std::string& staff_number) {
  const std::string code = field_.codeFor(staff_number);
  type("Address of the service", QString::fromStdString(field_.service().enrolmentAddress()));
  type("Code", QString::fromStdString(code));
  type("A name for this device", "device of " + QString::fromStdString(staff_number));
}

// Typed: the pad's keys do the same.
void Person::givePin(const QString& then) {
  if (QTest::currentTestFailed()) {
    return;
  }
  turnTo();
  for (const char digit : std::string(kPin)) {
    QTest::keyClick(window_, digit);
  }
  press(then);
}

void Person::waitUntil(models::app_enums::Stage stage, const char* what) {
  if (QTest::currentTestFailed()) {
    return;
  }
  const bool there = QTest::qWaitFor([&] { return models_->session.stage() == stage; }, kPatienceMs);
  QVERIFY2(there, qPrintable(what + page()));
}

QList<QQuickItem*> Person::visibleItems() const {
  QList<QQuickItem*> found;
  collect(window_->contentItem(), found);
  return found;
}

QQuickItem* Person::pressable(const QString& words) const {
  for (QQuickItem* item : visibleItems()) {
    if (item->inherits("QQuickAbstractButton") && item->isEnabled() && bears(*item, words)) {
      return item;
    }
  }
  return nullptr;
}

// Of several devices in one program only one has the keyboard.
void Person::turnTo() {
  if (!window_->isActive()) {
    window_->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(window_));
  }
}

void Person::click(QQuickItem& item) {
  turnTo();
  waitUntilStill(item);
  if (bringIntoView(item)) {
    waitUntilStill(item);
  }
  const QPointF centre = item.mapToScene(item.boundingRect().center());
  QTest::mouseClick(window_, Qt::LeftButton, {}, centre.toPoint());
  ++presses_;
}

void Person::offered(const QString& words) {
  if (QTest::currentTestFailed()) {
    return;
  }
  const bool there = QTest::qWaitFor([&] { return pressable(words) != nullptr; }, kPatienceMs);
  QVERIFY2(there, qPrintable("nothing to press says \"" + words + "\": " + page()));
}

void Person::press(const QString& words) {
  if (QTest::currentTestFailed()) {
    return;
  }
  const bool there = QTest::qWaitFor([&] { return pressable(words) != nullptr; }, kPatienceMs);
  QVERIFY2(there, qPrintable("nothing to press says \"" + words + "\": " + page()));
  click(*pressable(words));
}

QQuickItem* Person::lastPressable(const QString& words) const {
  QQuickItem* last = nullptr;
  for (QQuickItem* item : visibleItems()) {
    if (item->inherits("QQuickAbstractButton") && item->isEnabled() && bears(*item, words)) {
      last = item;
    }
  }
  return last;
}

void Person::pressLast(const QString& words) {
  if (QTest::currentTestFailed()) {
    return;
  }
  const bool there = QTest::qWaitFor([&] { return lastPressable(words) != nullptr; }, kPatienceMs);
  QVERIFY2(there, qPrintable("nothing to press says \"" + words + "\": " + page()));
  click(*lastPressable(words));
}

void Person::syncByHand() {
  models_->sync.syncNow();
}

void Person::pressBeside(const QString& words, const QString& beside) {
  if (QTest::currentTestFailed()) {
    return;
  }
  const auto find = [&]() -> QQuickItem* {
    for (QQuickItem* item : visibleItems()) {
      const QString spoken = item->property("spoken").toString();
      if (item->inherits("QQuickAbstractButton") && item->isEnabled() && spoken.contains(words) &&
          spoken.contains(beside)) {
        return item;
      }
    }
    return nullptr;
  };
  const bool there = QTest::qWaitFor([&] { return find() != nullptr; }, kPatienceMs);
  QVERIFY2(there, qPrintable("nothing to press says \"" + words + "\" and \"" + beside + "\": " + page()));
  click(*find());
}

bool Person::sees(const QString& words) const {
  for (const QQuickItem* item : visibleItems()) {
    if (item->property("text").toString().contains(words)) {
      return true;
    }
  }
  return false;
}

void Person::see(const QString& words) {
  if (QTest::currentTestFailed()) {
    return;
  }
  const bool there = QTest::qWaitFor([&] { return sees(words); }, kPatienceMs);
  QVERIFY2(there, qPrintable("\"" + words + "\" stands nowhere: " + page()));
}

void Person::seeNoMore(const QString& words) {
  if (QTest::currentTestFailed()) {
    return;
  }
  const bool gone = QTest::qWaitFor([&] { return !sees(words); }, kPatienceMs);
  QVERIFY2(gone, qPrintable("\"" + words + "\" still stands there: " + page()));
}

void Person::waitUntilUploaded() {
  if (QTest::currentTestFailed()) {
    return;
  }
  const bool uploaded = QTest::qWaitFor(
      [this] {
        return models_->sync.truth() == models::app_enums::Truth::AllUploaded && models_->sync.waitingChanges() == 0;
      },
      kPatienceMs);
  QVERIFY2(uploaded, qPrintable("something still waits: " + page()));
}

void Person::type(const QString& label, const QString& text) {
  if (QTest::currentTestFailed()) {
    return;
  }
  turnTo();
  for (QQuickItem* item : visibleItems()) {
    if (item->property("label").toString() == label && QMetaObject::invokeMethod(item, "take")) {
      for (const QChar letter : text) {
        QTest::keyClick(window_, letter.toLatin1());
      }
      QCOMPARE(item->property("text").toString(), text);
      return;
    }
  }
  QFAIL(qPrintable("there is no field \"" + label + "\": " + page()));
}

// What stands on the page, for whoever reads a failure. The people here are made up.
QString Person::page() const {
  QStringList texts;
  for (const QQuickItem* item : visibleItems()) {
    const QString text = item->property("text").toString();
    if (!text.isEmpty() && !texts.contains(text)) {
      texts << text;
    }
  }
  return texts.join(" | ");
}

}  // namespace doorstep::tests
