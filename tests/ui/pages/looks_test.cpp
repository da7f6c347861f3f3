// Every page, in every size, language and text scale: nothing cut off, nothing too small for a
// finger, nothing without a name, nothing QML complains about.

#include <QApplication>
#include <QTest>

#include "tests/ui/pages/stage.h"

using namespace doorstep;
using models::care_enums::Met;
using tests::Place;
using tests::Stage;

namespace {

constexpr double kTarget = 48;
constexpr double kSlack = 1.5;

bool isSmallByDesign(const QQuickItem& item) {
  return item.height() <= 0 || item.width() <= 0;
}

QString where(const QQuickItem& item) {
  const QString text = item.property("text").toString();
  return text.isEmpty() ? QString::fromLatin1(item.metaObject()->className()) : text;
}

// Texts whose words stand out of their box or of the window.
QStringList cutOff(const Stage& stage, const QQuickWindow& window) {
  QStringList found;
  for (QQuickItem* item : stage.visibleItems()) {
    if (!item->inherits("QQuickText") || item->property("text").toString().isEmpty())
      continue;
    const bool elides = item->property("elide").toInt() != Qt::ElideNone;
    const double too_wide = item->property("contentWidth").toDouble() - item->width();
    const double too_high = item->property("contentHeight").toDouble() - item->height();
    if (!elides && (too_wide > kSlack || too_high > kSlack))
      found << where(*item) + " (box)";
    const QRectF place = item->mapRectToScene(item->boundingRect());
    if (place.right() > window.width() + kSlack || place.left() < -kSlack)
      found << where(*item) + " (window)";
  }
  return found;
}

QStringList tooSmall(const Stage& stage) {
  QStringList found;
  for (QQuickItem* item : stage.pressables()) {
    if (!isSmallByDesign(*item) && (item->width() < kTarget || item->height() < kTarget)) {
      found << QStringLiteral("%1 (%2x%3)").arg(where(*item)).arg(item->width()).arg(item->height());
    }
  }
  return found;
}

QStringList unnamed(const Stage& stage) {
  QStringList found;
  for (QQuickItem* item : stage.visibleItems()) {
    const bool speaks =
        item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextInput") || item->inherits("QQuickTextArea");
    if (speaks && tests::spokenName(*item).trimmed().isEmpty())
      found << where(*item);
  }
  return found;
}

}  // namespace

class LooksTest : public QObject {
  Q_OBJECT

 private slots:
  void init() { findings_.clear(); }

  void everyPage_data() {
    QTest::addColumn<int>("role");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("scale");
    for (const v1::Role role : {v1::ROLE_VISITOR, v1::ROLE_SUPERVISOR, v1::ROLE_DISTRICT_STAFF}) {
      for (const QSize size : {QSize(1280, 800), QSize(412, 915), QSize(1600, 1000)}) {
        for (const char* language : {"zh", "en"}) {
          for (const double scale : {1.0, 1.5, 2.0}) {
            QTest::addRow("%s %dx%d %s %.1f", v1::Role_Name(role).c_str(), size.width(), size.height(), language, scale)
                << static_cast<int>(role) << size << QString(language) << scale;
          }
        }
      }
    }
  }

  void everyPage() {
    QFETCH(int, role);
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(double, scale);
    Stage stage({.role = static_cast<v1::Role>(role), .size = size, .language = language, .text_scale = scale});
    look(stage, "unlock");
    stage.unlock();
    lookAtLists(stage, static_cast<v1::Role>(role));
    if (role == v1::ROLE_VISITOR) {
      lookAtHelp(stage);
      lookAtTheSearch(stage);
      lookAtTheVisit(stage);
      lookAtPaper(stage);
    }
    if (role == v1::ROLE_DISTRICT_STAFF)
      lookAtTheMissed(stage);
    findings_ << Stage::complaints();
    QVERIFY2(findings_.isEmpty(), qPrintable(findings_.join("\n")));
  }

  void theFirstPageOfANewDevice_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::newRow("wide") << QSize(1280, 800) << 1.0;
    QTest::newRow("narrow") << QSize(412, 915) << 1.0;
    QTest::newRow("narrow, twice the size") << QSize(412, 915) << 2.0;
  }

  void theFirstPageOfANewDevice() {
    QFETCH(QSize, size);
    QFETCH(double, scale);
    Stage stage({.enrolled = false, .size = size, .text_scale = scale});
    look(stage, "enrol");
    QVERIFY2(findings_.isEmpty(), qPrintable(findings_.join("\n")));
  }

 private:
  void look(Stage& stage, const char* page) {
    stage.settle();
    for (const QString& text : cutOff(stage, stage.window()))
      note(page, "cut off", text);
    for (const QString& text : tooSmall(stage))
      note(page, "too small", text);
    for (const QString& text : unnamed(stage))
      note(page, "without a name", text);
  }

  void note(const char* page, const char* what, const QString& text) {
    findings_ << QStringLiteral("%1, %2: %3").arg(page, what, text);
  }

  void lookAtLists(Stage& stage, v1::Role role) {
    if (role != v1::ROLE_DISTRICT_STAFF) {
      stage.go(Place::kToday);
      look(stage, "today");
      stage.go(Place::kMonth);
      look(stage, "month");
    }
    stage.go(Place::kElders);
    look(stage, "elders");
    if (role != v1::ROLE_VISITOR) {
      stage.go(Place::kOpen);
      look(stage, "open");
      stage.go(Place::kCaseload);
      look(stage, "caseload");
      stage.models().caseload.choose(stage.models().caseload.rows()->index(1).data(Qt::UserRole).toString());
      look(stage, "worker");
      stage.go(Place::kPaper);
      look(stage, "paper");
    }
    if (role == v1::ROLE_DISTRICT_STAFF) {
      stage.go(Place::kCoverage);
      look(stage, "coverage");
      stage.go(Place::kEndOfDay);
      look(stage, "end of day");
      stage.go(Place::kRules);
      look(stage, "rules");
      lookAtADraftOfRules(stage);
      stage.go(Place::kSetUp);
      look(stage, "set up");
      stage.models().set_up.issueCode("V0107", "高志远");
      look(stage, "a code");
    }
    stage.go(Place::kSync);
    look(stage, "sync");
    stage.go(Place::kSettings);
    look(stage, "settings");
  }

  void lookAtADraftOfRules(Stage& stage) {
    stage.press(stage.pressable("Change the rules from a later day …") != nullptr
                    ? "Change the rules from a later day …"
                    : "从以后某天起修改规则……");
    look(stage, "rules, a draft");
    stage.press(stage.pressable("Close") != nullptr ? "Close" : "关闭");
  }

  // Whichever of the two stands there.
  static void press(Stage& stage, const QString& english, const QString& chinese) {
    stage.press(stage.pressable(english) != nullptr ? english : chinese);
  }

  void lookAtHelp(Stage& stage) {
    press(stage, "Emergency", "紧急");
    look(stage, "emergency");
    press(stage, "Police 110", "报警 110");
    look(stage, "number");
    press(stage, "Close", "关闭");
    press(stage, "Close", "关闭");
  }

  void lookAtTheSearch(Stage& stage) {
    stage.go(Place::kToday);
    stage.workspace().standingClock().set(stage.workspace().standingClock().now() + absl::Minutes(55));
    emit stage.models().desk.minutePassed();
    look(stage, "today, with a search that cannot wait");
    stage.models().elder.show(stage.models().today.alarmElderId());
    look(stage, "search");
    press(stage, "Do this step now", "现在做这一步");
    press(stage, "We know where the elder is", "知道老人在哪里了");
    look(stage, "search, a step");
    press(stage, "Close", "关闭");
    press(stage, "I noticed something", "发现异常");
    look(stage, "search, a sign");
    press(stage, "Close", "关闭");
  }

  void lookAtPaper(Stage& stage) {
    stage.go(Place::kToday);
    const QString elder = stage.models().today.rows()->rows()[3].elder_id;
    stage.models().elder.show(elder);
    stage.settle();
    press(stage, "A service without a visit", "单独记一次服务");
    press(stage, "Errand", "代办");
    press(stage, "Somebody came along …", "有人同去…");
    press(stage, "Earlier …", "更早…");
    look(stage, "service");
    press(stage, "Close", "关闭");
    stage.models().visit.beginPaper(elder);
    look(stage, "paper");
    stage.models().visit.setMet(elder, Met::InPerson);
    stage.settle();
    press(stage, "Promise something", "添一件答应的事");
    look(stage, "promise");
    press(stage, "Close", "关闭");
  }

  void lookAtTheVisit(Stage& stage) {
    stage.go(Place::kToday);
    const QString elder = stage.models().today.rows()->rows()[3].elder_id;
    stage.models().elder.show(elder);
    look(stage, "elder");
    models::VisitModel& visit = stage.models().visit;
    visit.begin(elder);
    look(stage, "visit");
    visit.setMet(elder, Met::NoReply);
    visit.setSign(v1::WARNING_SIGN_SMELL, true);
    look(stage, "visit, nobody answered");
    visit.setMet(elder, Met::InPerson);
    visit.takeLastTime();
    visit.setService(v1::SERVICE_KIND_ERRAND, 20);
    visit.addRisk(elder, v1::RISK_KIND_GAS_ELECTRICITY_FIRE, v1::RISK_LEVEL_RED, "煤气味", "燃气公司");
    look(stage, "visit, filled in");
    stage.press(stage.pressable("Item by item") != nullptr ? "Item by item" : "逐项");
    look(stage, "visit, item by item");
    visit.pause();
    look(stage, "visit, paused");
    visit.resume();
    visit.finish();
    look(stage, "summary");
    visit.save();
    look(stage, "saved");
  }

  void lookAtTheMissed(Stage& stage) {
    stage.go(Place::kCoverage);
    auto* navigator = stage.window().property("navigator").value<QObject*>();
    QMetaObject::invokeMethod(navigator, "showMissed", Q_ARG(QString, "220211008"), Q_ARG(QString, "建华街道"));
    look(stage, "missed");
  }

  QStringList findings_;
};

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  LooksTest test;
  return QTest::qExec(&test, argc, argv);
}

#include "looks_test.moc"
