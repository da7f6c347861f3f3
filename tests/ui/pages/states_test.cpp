// The states nobody likes to draw: nothing there, nothing works, too much of everything.

#include <QApplication>
#include <QTest>

#include "tests/ui/fakes/sample_district.h"
#include "tests/ui/pages/stage.h"

using namespace doorstep;
using tests::Place;
using tests::Stage;

namespace {

std::vector<store::ElderRow> manyElders(int count) {
  std::vector<store::ElderRow> rows;
  const std::vector<store::ElderRow> few = tests::sampleElders();
  for (int number = 0; number < count; ++number) {
    store::ElderRow row = few[static_cast<std::size_t>(number) % few.size()];
    row.elder_id = tests::sampleId(1000 + number);
    row.household_id = row.elder_id;
    rows.push_back(row);
  }
  return rows;
}

int rowsMade(const Stage& stage) {
  const QList<QQuickItem*> items = stage.pressables();
  return static_cast<int>(std::count_if(items.begin(), items.end(),
                                        [](const QQuickItem* item) { return item->property("elderId").isValid(); }));
}

}  // namespace

class StatesTest : public QObject {
  Q_OBJECT

 private slots:
  void cleanup() { QCOMPARE(Stage::complaints(), QStringList()); }

  void anEmptyDeviceSaysWhatToDoFirst() {
    Stage stage({.prepare = [](tests::FakeWorkspace& workspace) { workspace.store().setElders({}); }});
    stage.unlock();
    QVERIFY(stage.sees("Nobody is due today"));
    stage.go(Place::kElders);
    QVERIFY(stage.sees("No elders on this device yet"));
    QVERIFY(stage.sees("They come with the first upload and download."));
  }

  void anEveningWithoutANetworkSaysSo() {
    Stage stage({.role = v1::ROLE_DISTRICT_STAFF, .prepare = [](tests::FakeWorkspace& workspace) {
                   workspace.answerEveningWith(absl::UnavailableError("said by the test"));
                 }});
    stage.unlock();
    stage.go(Place::kEndOfDay);
    QVERIFY(stage.sees("The service cannot be reached."));
    QVERIFY(stage.sees("Try again"));
  }

  void aNewDistrictIsLedToItsFiles() {
    Stage stage({.role = v1::ROLE_DISTRICT_STAFF, .prepare = [](tests::FakeWorkspace& workspace) {
                   workspace.answerEveningWith(v1::EndOfDay());
                   workspace.store().setOpenWork({});
                 }});
    stage.unlock();
    stage.go(Place::kOpen);
    QVERIFY(stage.sees("Nothing is open"));
    stage.go(Place::kEndOfDay);
    QVERIFY(stage.sees("No device is enrolled yet"));
    stage.press("Set up");
    QVERIFY(stage.sees("In this order"));
  }

  void oneElderIsEnough() {
    Stage stage({.prepare = [](tests::FakeWorkspace& workspace) { workspace.store().setElders(manyElders(1)); }});
    stage.unlock();
    QCOMPARE(rowsMade(stage), 1);
  }

  void fiveThousandEldersAreDrawnAFewAtATime() {
    Stage stage({.prepare = [](tests::FakeWorkspace& workspace) { workspace.store().setElders(manyElders(5000)); }});
    stage.unlock();
    stage.go(Place::kElders);
    QCOMPARE(stage.models().elders.rows()->count(), 5000);
    QVERIFY(rowsMade(stage) > 3);
    QVERIFY(rowsMade(stage) < 60);
  }

  void aFailingStoreIsSaidInThreeParts() {
    Stage stage({.prepare = [](tests::FakeWorkspace& workspace) {
      workspace.store().fail(absl::ResourceExhaustedError("said by the test"));
    }});
    stage.unlock();
    QVERIFY(stage.sees("There is no room left on this device."));
    QVERIFY(stage.sees("Everything saved so far is safe."));
    QVERIFY(stage.sees("Please remove photos or other files you do not need"));
    stage.workspace().store().fail(absl::OkStatus());
    stage.press("Try again");
    QVERIFY(stage.sees("Cannot wait"));
  }

  void withoutANetworkTheMissedListSaysSo() {
    Stage stage({.role = v1::ROLE_DISTRICT_STAFF, .prepare = [](tests::FakeWorkspace& workspace) {
                   workspace.answerMissedWith(absl::UnavailableError("said by the test"));
                 }});
    stage.unlock();
    stage.press("27 missed in 旺起镇");
    QVERIFY(stage.sees("The service cannot be reached."));
    QVERIFY(stage.sees("Everything you recorded is safe on this device."));
    QVERIFY(stage.sees("Please try again when there is a network."));
  }

  void withoutANetworkTheVisitsAreSafe() {
    Stage stage({});
    stage.unlock();
    client::SyncStatus status;
    status.phase = client::Phase::kWaitingToRetry;
    status.trouble = client::Trouble::kNoNetwork;
    stage.workspace().sayStatus(status);
    stage.settle();
    QVERIFY(stage.sees("3 visits kept on this device"));
    stage.go(Place::kSync);
    QVERIFY(stage.sees("The service cannot be reached."));
    QVERIFY(stage.sees("3 visits are safely kept on this device."));
    QVERIFY(stage.sees("you can go on working."));
    stage.press("Upload and download now");
    QCOMPARE(stage.workspace().syncsAsked(), 1);
  }

  void whatWasPutAsideNeedsAPerson() {
    Stage stage({.prepare = [](tests::FakeWorkspace& workspace) {
      store::SyncOverview overview = tests::sampleOverview(false);
      store::WaitingChange change;
      change.sequence = 7;
      change.kind = v1::RECORD_KIND_VISIT;
      change.made_at = tests::sampleNow();
      v1::Problem problem;
      problem.set_code(v1::PROBLEM_CODE_OUT_OF_SCOPE);
      change.problems.push_back(problem);
      overview.quarantined.push_back(change);
      workspace.store().setOverview(overview);
    }});
    stage.unlock();
    QVERIFY(stage.sees("1 thing needs you"));
    stage.go(Place::kSync);
    QVERIFY(stage.sees("This door is not assigned to you."));
    QVERIFY(stage.sees("It is kept"));
  }

  void healthNeverStandsOnAList() {
    Stage stage({.language = "zh"});
    stage.unlock();
    QVERIFY(stage.sees("独居"));
    QVERIFY(!stage.sees("失能"));
    stage.models().session.setHideKinds(true);
    stage.settle();
    QVERIFY(!stage.sees("独居"));
  }

  void aMonthWithoutFiguresIsNoFailure() {
    Stage stage({.role = v1::ROLE_DISTRICT_STAFF});
    stage.unlock();
    stage.press("The month before");
    QVERIFY(stage.sees("No figures for this month on this device"));
    QVERIFY(!stage.sees("Please upload and download once"));
  }
};

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  StatesTest test;
  return QTest::qExec(&test, argc, argv);
}

#include "states_test.moc"
