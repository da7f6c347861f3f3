#include <QTest>

#include "sync/care/calendar.h"
#include "tests/scenario/field.h"
#include "tests/scenario/must.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Phase;
using client::SyncStatus;
using client::Trouble;

// Elsewhere a cheap device is slow while it exchanges, so people switch sending off, and what they recorded is
// stranded. Here there is nothing to switch off: an exchange stands in nobody's way, and begins by itself.
class AutoSyncOffTest : public QObject {
  Q_OBJECT
 private slots:
  void whatIsSavedGoesByItself();
  void whatWaitedWhileTheAppWasClosedGoesAtItsStart();
  void workGoesOnWhileAnExchangeHangs();

 private:
  static bool isThrough(const SyncStatus& status) {
    return status.phase == Phase::kIdle && status.trouble == Trouble::kNone && status.waiting == 0 &&
           status.last_sync != absl::InfinitePast();
  }
  static std::set<std::string> visits(Field& field, FieldTablet& tablet, int count) {
    std::set<std::string> made;
    for (int i = 0; i < count; ++i) {
      made.insert(tablet.visit(field.elder("shared"), field.household("shared")));
    }
    return made;
  }
};

void AutoSyncOffTest::whatIsSavedGoesByItself() {
  Field field;
  FieldTablet& li = field.tablet("li");
  field.elder("shared");
  li.keepInStep();
  std::set<std::string> made;
  for (const int many : {1, 5, 1}) {
    made.merge(visits(field, li, many));
    li.waitUntil(isThrough);
    QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
    QCOMPARE(visitsOn(field.tablet("desk")), made);
  }
}

void AutoSyncOffTest::whatWaitedWhileTheAppWasClosedGoesAtItsStart() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const std::set<std::string> made = visits(field, li, 20);
  field.service().stop();
  field.letPass(absl::Hours(24 * 10));
  field.restartService();
  QVERIFY(li.restart().ok());
  QCOMPARE(li.overview().waiting_visits, std::uint64_t{20});
  li.keepInStep();
  li.waitUntil(isThrough);
  QCOMPARE(li.overview().waiting_changes, std::uint64_t{0});
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(field.tablet("desk")), made);
  QCOMPARE(field.quarantined(), std::size_t{0});
}

void AutoSyncOffTest::workGoesOnWhileAnExchangeHangs() {
  Field field;
  FieldTablet& li = field.tablet("li");
  field.elder("shared");
  field.line("li").swallow(FaultyProxy::Direction::kToDevice);
  li.keepInStep();
  const auto hangs = [](const SyncStatus& status) { return status.phase == Phase::kHello; };
  li.waitUntil(hangs);
  const auto today = must(li.queries()->today(care::dayOf(field.clock().now(), care::districtZone())), "today");
  QCOMPARE(today.size(), std::size_t{2});
  const std::set<std::string> made = visits(field, li, 3);
  QCOMPARE(visitsOn(li), made);
  li.waitUntil(hangs);  // it still does
  field.line("li").pass();
  field.line("li").cut();
  li.waitUntil(isThrough);
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(field.tablet("desk")), made);
}

const Tells<AutoSyncOffTest> kAutoSyncOff("auto_sync_off");

}  // namespace
}  // namespace doorstep::tests

#include "auto_sync_off_test.moc"
