// A visitor's whole day with a finger on the real pages: the search, numbers, paper, corrections, the month.

#include <QApplication>
#include <QTest>

#include "tests/ui/fakes/sample_district.h"
#include "tests/ui/pages/stage.h"

using namespace doorstep;
using tests::Place;
using tests::Stage;

namespace {

const char* const kCalmDoor =
    "赵德福 79, Promised: 问一下助餐补贴怎么申请, 3号楼 2单元 401, Lives alone · Advanced age, 2 days left";

// On a shared device the pages are the same.
Stage::Wish onSize(QSize size) {
  Stage::Wish wish;
  wish.size = size;
  return wish;
}

}  // namespace

class DayTest : public QObject {
  Q_OBJECT

 private slots:
  void cleanup() { QCOMPARE(Stage::complaints(), QStringList()); }

  void helpIsTwoTapsAwayFromEveryPage_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("place");
    for (const Place place : {Place::kToday, Place::kElders, Place::kSync, Place::kSettings, Place::kMonth}) {
      QTest::addRow("wide %d", static_cast<int>(place)) << QSize(1280, 800) << static_cast<int>(place);
      QTest::addRow("narrow %d", static_cast<int>(place)) << QSize(412, 915) << static_cast<int>(place);
    }
  }

  void helpIsTwoTapsAwayFromEveryPage() {
    QFETCH(QSize, size);
    QFETCH(int, place);
    Stage stage(onSize(size));
    stage.unlock();
    stage.go(static_cast<Place>(place));
    stage.countFromNow();
    stage.press("Emergency");
    for (const char* number : {"120", "110", "119"})
      QVERIFY2(stage.sees(number), number);
    stage.press("Police 110");
    QCOMPARE(stage.presses(), 2);
    QVERIFY(stage.sees("Point your own telephone's camera at the code"));
  }

  void helpIsThereBeforeThePin() {
    Stage stage({});
    stage.press("Emergency numbers");
    QVERIFY(stage.sees("120"));
  }

  void theSearchIsClimbedFromTheList() {
    Stage stage({});
    stage.unlock();
    QVERIFY(stage.sees("Nobody answered: try the door again by 10:40"));
    stage.press("Search 王秀兰 84");
    QVERIFY(stage.sees("The search ends only when we know where the elder is"));
    stage.press("Do this step now");
    stage.press("Nobody reached");
    stage.press("Put it down");
    QVERIFY(stage.sees("Ring the elder by 10:40"));
    stage.press("Neighbours");
    QVERIFY(stage.sees("0432 0000 0002"));
    stage.press("We know where the elder is");
    stage.press("a neighbour saw them today");
    stage.press("Put it down");
    QVERIFY(stage.sees("The search ended at 09:31"));
    QVERIFY(!stage.sees("Do this step now"));
  }

  void aLateSearchStandsOverTheList() {
    Stage stage({});
    stage.unlock();
    QVERIFY(!stage.sees("the time is up"));
    stage.workspace().standingClock().set(tests::sampleNow() + absl::Minutes(90));
    emit stage.models().desk.minutePassed();
    stage.settle();
    QVERIFY(stage.sees("王秀兰: nobody answered, and the time is up"));
    stage.press("Go on with the search");
    QVERIFY(stage.sees("Do this step now"));
  }

  void aClosedDoorLeadsIntoTheSearch() {
    Stage stage({});
    stage.unlock();
    stage.press(kCalmDoor);
    stage.press("Start visit");
    stage.press("赵德福: Nobody answered");
    QVERIFY(stage.sees("Nobody answered: try the door again by"));
    stage.press("A smell");
    QVERIFY(stage.sees("This cannot wait."));
    stage.press("Emergency numbers");
    QVERIFY(stage.sees("110"));
    stage.press("Close");
    stage.press("Finish");
    stage.press("Save");
    QVERIFY(stage.sees("Saved. The search goes on"));
  }

  void twoVisitsAreUnderWay() {
    Stage stage({});
    stage.unlock();
    QVERIFY(stage.sees("Under way"));
    QVERIFY(stage.sees("Paused, begun 08:55"));
    stage.press("Start 李桂英 82");
    stage.go(Place::kToday);
    QVERIFY(stage.sees("Begun 09:31"));
    stage.press("Go on 刘淑琴 91");
    QVERIFY(stage.sees("The visit is paused."));
  }

  void somethingIsPromisedWithoutTyping() {
    Stage stage({});
    stage.unlock();
    stage.press(kCalmDoor);
    QVERIFY(stage.sees("带一副象棋"));
    stage.press("Start visit");
    stage.press("赵德福: Met in person");
    stage.press("带一副象棋");
    stage.press("Promise something");
    stage.press("Fetch medicine");
    stage.press("In 3 days");
    stage.press("Put it on the visit");
    stage.press("Finish");
    QVERIFY(stage.sees("Promised, by 23 Nov"));
    stage.press("Save");
    const v1::Visit saved = stage.workspace().store().savedVisits().back().visit();
    QCOMPARE(saved.promises_size(), 1);
    QCOMPARE(saved.kept_promise_ids_size(), 1);
  }

  void aPaperVisitIsCopied() {
    Stage stage({});
    stage.unlock();
    stage.press(kCalmDoor);
    stage.press("A visit from paper");
    QVERIFY(stage.sees("copied from paper"));
    stage.press("Earlier …");
    QVERIFY(stage.sees("You can enter what was up to 7 days ago."));
    stage.press("Yesterday");
    stage.press("45 min");
    stage.press("赵德福: By phone");
    stage.press("Finish");
    stage.press("Save");
    QCOMPARE(int{stage.workspace().store().savedVisits().back().visit().source()}, int{v1::VISIT_SOURCE_PAPER});
  }

  void aSavedVisitIsPutRight() {
    Stage stage({});
    stage.unlock();
    stage.press(kCalmDoor);
    stage.press("Put it right: Met in person · 6 Nov 09:40");
    stage.press("Correct it");
    QVERIFY(stage.sees("correction of 6 Nov 09:40"));
    stage.press("赵德福: Talked through the door");
    stage.press("Finish");
    stage.press("Save");
    QCOMPARE(stage.workspace().store().savedVisits().back().visit().corrects_id(), tests::sampleId(910));
  }

  void whatDidNotTakePlaceIsAskedForTwice() {
    Stage stage({});
    stage.unlock();
    stage.press(kCalmDoor);
    stage.press("Put it right: Met in person · 6 Nov 09:40");
    stage.press("It did not take place");
    QVERIFY(stage.sees("This visit then counts nowhere"));
    QVERIFY(stage.workspace().store().appended().empty());
    stage.press("Yes, it did not take place");
    QVERIFY(stage.workspace().store().appended().back().visit().voided());
  }

  void aServiceIsPutDownWithoutAVisit() {
    Stage stage({});
    stage.unlock();
    stage.press(kCalmDoor);
    stage.press("A service without a visit");
    stage.press("Errand");
    stage.press("Yesterday");
    stage.press("Save");
    QCOMPARE(stage.workspace().store().appended().size(), std::size_t{1});
    QVERIFY(stage.workspace().store().appended().front().has_service_entry());
  }

  void theMonthLeadsToWhoIsOpen() {
    Stage stage({});
    stage.unlock();
    stage.go(Place::kMonth);
    QVERIFY(stage.sees("45.4 h"));
    QVERIFY(stage.sees("1 entry overlaps"));
    QVERIFY(stage.sees("overlaps an earlier one"));
    stage.press("王秀兰 84, Tried, nobody answered, 5号楼 1单元 302");
    QCOMPARE(stage.models().elder.name(), QString("王秀兰"));
  }

  void anEmptyMonthLeads() {
    Stage stage({});
    stage.unlock();
    stage.go(Place::kMonth);
    stage.press("The month before");
    QVERIFY(stage.sees("Nothing in this month yet"));
  }

  void aMonthThatCannotBeReadSaysSo() {
    Stage stage({.prepare = [](tests::FakeWorkspace& workspace) {
      workspace.store().fail(absl::DataLossError("said by the test"));
    }});
    stage.unlock();
    stage.go(Place::kMonth);
    QVERIFY(stage.sees("The data file on this device is damaged."));
  }

  void proxiesAreExplainedWhereTheyDoNotCount() {
    Stage stage({});
    stage.unlock();
    stage.press("Start 李桂英 82");
    stage.press("李桂英: Something else …");
    QVERIFY(stage.sees("Somebody else vouching counts only while an absence lasts"));
  }

  void aSharedDeviceAsksWhoseItIs() {
    Stage stage({.enrolled = true});
    stage.press("Somebody else uses this device, too");
    QVERIFY(stage.sees("One more person on this device"));
    stage.press("Back to the lock");
    QVERIFY(stage.sees("Your PIN, please"));
  }
};

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  DayTest test;
  return QTest::qExec(&test, argc, argv);
}

#include "day_test.moc"
