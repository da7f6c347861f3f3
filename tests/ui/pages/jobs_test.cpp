// What people come for, done with a finger on the real pages.

#include <QApplication>
#include <QTest>

#include "tests/ui/fakes/sample_district.h"
#include "tests/ui/pages/stage.h"

using namespace doorstep;
using tests::Place;
using tests::Stage;

class JobsTest : public QObject {
  Q_OBJECT

 private slots:
  void cleanup() { QCOMPARE(Stage::complaints(), QStringList()); }

  void aNormalVisitTakesSevenTapsAndNoTyping_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("wide") << QSize(1280, 800);
    QTest::newRow("narrow") << QSize(412, 915);
  }

  void aNormalVisitTakesSevenTapsAndNoTyping() {
    QFETCH(QSize, size);
    Stage stage({.size = size});
    stage.unlock();
    stage.countFromNow();
    stage.press(
        "赵德福 79, Promised: 问一下助餐补贴怎么申请, 3号楼 2单元 401, Lives alone · Advanced age, 2 days left");
    stage.press("Start visit");
    stage.press("赵德福: Met in person");
    stage.press("As last time");
    stage.press("Company and a chat");
    stage.press("Finish");
    stage.press("Save");
    QCOMPARE(stage.presses(), 7);
    QVERIFY(stage.sees("The visit is saved on this device"));
    const auto saved = stage.workspace().store().savedVisits();
    QCOMPARE(saved.size(), std::size_t{1});
    QCOMPARE(int{saved.front().visit().contacts(0).outcome()}, int{v1::CONTACT_OUTCOME_SEEN});
    QCOMPARE(saved.front().services_size(), 1);
    stage.press("Back to the list");
    QCOMPARE(stage.models().today.visited(), 2);
  }

  void whatWaitsGoesOntoAStickAndTheReceiptsComeBack() {
    Stage stage({});
    stage.unlock();
    stage.go(Place::kSync);
    stage.bundles().file = {false, models::Failure::None, "doorstep-7c20e1aa-118-141.bundle", 24};
    stage.press("Write to a stick …");
    QVERIFY(stage.sees("Written: doorstep-7c20e1aa-118-141.bundle, 24 changes."));
    stage.bundles().file = {};
    stage.press("Write to a stick …");
    QVERIFY(stage.sees("there is nothing to write"));
    stage.bundles().round.outcomes = {{"x.receipts", "", 24, 23, 1, 0, models::BundleTrouble::None, {}}};
    stage.press("Read the receipts …");
    QVERIFY(stage.sees("23 taken"));
    QVERIFY(stage.sees("1 put aside"));
    stage.bundles().round.outcomes = {{"y.receipts", "", 0, 0, 0, 0, models::BundleTrouble::OtherReplica, {}}};
    stage.press("Read the receipts …");
    QVERIFY(!stage.sees("23 taken"));
    QVERIFY(stage.sees("The file is for another person's store"));
    QVERIFY(stage.sees("Please choose the receipts for the person who is here."));
  }

  void theLockSendsWithoutAPin() {
    Stage stage({.left = {{"高志远", 14}, {"", 3}}});
    QVERIFY(stage.sees("17 changes wait to be sent"));
    stage.bundles().round.outcomes = {{"高志远", "tablet 3", 14, 14, 0, 0, models::BundleTrouble::None, {}},
                                      {"金贞淑", "tablet 3", 3, 0, 0, 0, {}, models::Failure::NoNetwork}};
    stage.press("Send now");
    QCOMPARE(stage.bundles().asked, 1);
    QVERIFY(stage.sees("14 taken"));
    QVERIFY(stage.sees("The service cannot be reached."));
    QVERIFY(stage.sees("take it to the district desk on a stick"));
    stage.unlock();
    QVERIFY(!stage.sees("14 taken"));
  }

  void theLockWritesOntoAStick() {
    Stage stage({.left = {{"高志远", 14}}});
    stage.bundles().file = {false, models::Failure::None, "USB", 14};
    stage.press("Write to a stick …");
    QVERIFY(stage.sees("14 changes are on the stick, in USB."));
  }

  void theDeskSendsWhatIsOnAStick() {
    Stage stage({.role = v1::ROLE_DISTRICT_STAFF});
    stage.unlock();
    stage.go(Place::kEndOfDay);
    stage.press("Choose the stick …");
    QVERIFY(stage.sees("There is no file on it that still has to be sent."));
    stage.bundles().round = tests::sampleRound();
    stage.press("Choose the stick …");
    QVERIFY(stage.sees("tablet 7"));
    QVERIFY(stage.sees("8 taken · 1 put aside · 3 known before"));
    QVERIFY(stage.sees("The file is not complete: its end is missing."));
    QVERIFY(stage.sees("The tablet belongs to another district."));
  }

  void anUrgentDoorBeginsFromTheList() {
    Stage stage({});
    stage.unlock();
    stage.press("Start 李桂英 82");
    QVERIFY(stage.sees("Did you meet them yourself?"));
  }

  void aRiskIsPutOnTheVisit() {
    Stage stage({});
    stage.unlock();
    stage.press("Start 李桂英 82");
    stage.press("李桂英: Nobody answered");
    QVERIFY(stage.sees("it does not count as a visit"));
    stage.press("Report a risk");
    stage.press("Cannot be reached");
    QVERIFY(!stage.sees("Ring first: 120 ambulance"));
    stage.press(
        "Red. Somebody may be in danger now. Supervisor answers within 15 minutes, help within 2 hours, settled "
        "within 24 hours.");
    QVERIFY(stage.sees("Ring first: 120 ambulance"));
    stage.press("Put it on the visit");
    stage.press("Finish");
    stage.press("Save");
    const auto saved = stage.workspace().store().savedVisits();
    QCOMPARE(saved.size(), std::size_t{1});
    QCOMPARE(int{saved.front().risks(0).level()}, int{v1::RISK_LEVEL_RED});
    QCOMPARE(int{saved.front().risks(0).kind()}, int{v1::RISK_KIND_UNREACHABLE});
  }

  void aPhraseNeedsNoTyping() {
    Stage stage({});
    stage.unlock();
    stage.press("Start 李桂英 82");
    const QString phrase = stage.models().visit.phrases().front();
    stage.press(phrase);
    QCOMPARE(stage.models().visit.note(), phrase);
  }

  void leavingAVisitKeepsIt() {
    Stage stage({});
    stage.unlock();
    stage.press("Start 李桂英 82");
    stage.press("李桂英: By phone");
    stage.press("Leave, the visit is kept");
    QVERIFY(stage.sees("Go on with the visit"));
    stage.press("Go on 李桂英 82");
    QVERIFY(stage.models().visit.answered());
  }

  void theSupervisorAcknowledgesARisk() {
    Stage stage({.role = v1::ROLE_SUPERVISOR});
    stage.unlock();
    stage.press("Risks 3");
    stage.press("Acknowledge …");
    QVERIFY(stage.sees("Follow up the risk"));
    stage.press("Acknowledge");
    QCOMPARE(stage.workspace().store().appended().size(), std::size_t{1});
    QVERIFY(!stage.sees("Follow up the risk"));
    QVERIFY(stage.sees("Seen by the supervisor"));
  }

  void nobodysDoorsAreGivenAwayTogether() {
    Stage stage({.role = v1::ROLE_SUPERVISOR});
    stage.unlock();
    stage.press("Nobody assigned 2");
    stage.press("Assign all of these …");
    stage.press("金贞淑 · social worker");
    stage.press("Assign from today");
    QCOMPARE(stage.workspace().store().appended().size(), std::size_t{2});
    QCOMPARE(stage.workspace().store().appended()[0].assignment().worker_id(), tests::sampleId(2));
  }

  void aReportIsConfirmedByASecondPerson() {
    Stage stage({.role = v1::ROLE_SUPERVISOR});
    stage.unlock();
    stage.press("To confirm 2");
    stage.press("Decide …");
    stage.press("It is so");
    QCOMPARE(stage.workspace().store().edits().size(), std::size_t{1});
  }

  void oneOfTwoValuesIsDecidedFor() {
    Stage stage({.role = v1::ROLE_SUPERVISOR});
    stage.unlock();
    stage.press("Filled in differently 2");
    stage.press("Compare and decide …");
    QVERIFY(stage.sees("Which one is right?"));
    QVERIFY(stage.sees("0432 0000 0050"));
    QVERIFY(stage.sees("The one of the higher role stands until somebody decides."));
    stage.press("Take the other one");
    QCOMPARE(stage.workspace().store().settlements().size(), std::size_t{1});
    QCOMPARE(stage.workspace().store().settlements()[0].decision(), v1::DECISION_TAKE_OTHER);
    QVERIFY(!stage.sees("Which one is right?"));
  }

  void twoFilesAreOnePersonOrTwo() {
    Stage stage({.role = v1::ROLE_SUPERVISOR});
    stage.unlock();
    stage.press("Perhaps one person 1");
    stage.press("Compare and decide …");
    QVERIFY(stage.sees("One person or two?"));
    QVERIFY(stage.sees("File FM-3107"));
    stage.press("Two persons");
    QCOMPARE(stage.workspace().store().settlements()[0].decision(), v1::DECISION_SEPARATE);
    stage.press("Take apart …");
    stage.press("Take apart again");
    QCOMPARE(stage.workspace().store().edits().size(), std::size_t{1});
    QVERIFY(stage.workspace().store().edits()[0].second.elder().merged_into().empty());
  }

  void aLineFromPaperNeedsOnlyTheKeyboard() {
    Stage stage({.role = v1::ROLE_SUPERVISOR});
    stage.unlock();
    stage.go(Place::kPaper);
    stage.press("金贞淑");
    stage.press("1 Met in person");  // puts the cursor on the minutes
    auto* number = stage.window().findChild<QQuickItem*>("paperNumber");
    QVERIFY(number != nullptr);
    QMetaObject::invokeMethod(number, "take");
    for (const int key : {Qt::Key_2, Qt::Key_Return})
      QTest::keyClick(&stage.window(), static_cast<Qt::Key>(key));
    QTest::keyClick(&stage.window(), Qt::Key_Backspace);
    for (const int key : {Qt::Key_1, Qt::Key_3, Qt::Key_0, Qt::Key_Return})
      QTest::keyClick(&stage.window(), static_cast<Qt::Key>(key));
    stage.settle();
    const auto appended = stage.workspace().store().appended();
    QCOMPARE(appended.size(), std::size_t{1});
    QCOMPARE(appended.front().visit().worker_ids(0), tests::sampleId(2));
    QCOMPARE(appended.front().visit().ended_at().seconds() - appended.front().visit().started_at().seconds(), 1800);
    QVERIFY(stage.sees("Take back"));
  }

  void theEveningBecomesAProtocol() {
    Stage stage({.role = v1::ROLE_DISTRICT_STAFF});
    stage.unlock();
    stage.go(Place::kEndOfDay);
    QVERIFY(stage.sees("148 received = 147 taken + 1 put aside"));
    QVERIFY(stage.sees("47.0 %"));
    stage.press("Protocol as PDF …");
    QVERIFY(stage.papers().protocol.has_value());
    QVERIFY(stage.sees("日终记录-220211-2026-11-20.pdf"));
    stage.press("Sync now");
    QCOMPARE(stage.workspace().syncsAsked(), 1);
  }

  void aFrozenMonthStandsBesideWhatIsKnownNow() {
    Stage stage({.role = v1::ROLE_DISTRICT_STAFF,
                 .prepare = [](tests::FakeWorkspace& workspace) { workspace.store().freezeLastMonth(); }});
    stage.unlock();
    QVERIFY(stage.sees("Provisional"));
    QVERIFY(stage.sees("1 waiting"));
    stage.press("The month before");
    QVERIFY(stage.sees("Final"));
    QVERIFY(stage.sees("Restated since"));
    QVERIFY(stage.sees("Frozen on 6 Nov"));
    QVERIFY(stage.sees("1,884 of 2,000"));
    QVERIFY(stage.sees("1,892 of 2,000"));
  }

  void whatWasPutAsideIsDecidedByTheDistrict() {
    Stage stage({.role = v1::ROLE_DISTRICT_STAFF});
    stage.unlock();
    stage.go(Place::kEndOfDay);
    stage.press("Decide …");
    stage.press("Visit 高志远");
    stage.press("Let it go");
    QVERIFY(stage.sees("Please say why, in at most 200 characters."));
    QVERIFY(stage.workspace().store().settlements().empty());
    stage.press("Take it in");
    QVERIFY(stage.sees("Nothing is put aside"));
    const auto settled = stage.workspace().store().settlements();
    QCOMPARE(settled.size(), std::size_t{1});
    QCOMPARE(settled[0].decision(), v1::DECISION_ACCEPT);
    QCOMPARE(settled[0].subject_id(), tests::sampleEvening(false).parked(0).change_id());
  }

  void aVisitThatWasPutAsideGetsItsTime() {
    Stage stage({.prepare = [](tests::FakeWorkspace& workspace) {
      store::SyncOverview overview;
      store::WaitingChange change;
      change.kind = v1::RECORD_KIND_VISIT;
      change.elder_name = "王秀兰";
      change.problems.emplace_back().set_code(v1::PROBLEM_CODE_TIME_UNCERTAIN);
      change.change_id = tests::sampleId(900);
      change.visit.emplace();
      overview.quarantined.push_back(change);
      workspace.store().setOverview(overview);
    }});
    stage.unlock();
    stage.go(Place::kSync);
    stage.press("Put the time right … 王秀兰");
    QVERIFY(stage.sees("On which day you were there"));
    QVERIFY(stage.models().aside.correctVisit("", "2026-11-19", "9:30", 30));
    QVERIFY(!stage.models().aside.correctVisit("", "yesterday or so", "9:30", 30));
    QVERIFY(!stage.models().aside.correctVisit("", "2026-11-19", "half past nine", 30));
  }

  void rulesChangeFromALaterDay() {
    Stage stage({.role = v1::ROLE_DISTRICT_STAFF});
    stage.unlock();
    stage.go(Place::kRules);
    QVERIFY(stage.sees("Holds now"));
    stage.press("Change the rules from a later day …");
    stage.press("Memory loss");
    stage.press("Hold from 21 Nov 2026");
    const auto edits = stage.workspace().store().edits();
    QCOMPARE(edits.size(), std::size_t{1});
    QCOMPARE(edits.front().second.district_rules().rule_sets_size(), 2);
    QVERIFY(stage.sees("To come"));
  }

  void aFileGoesInAndItsBadRowsAreShown() {
    Stage stage({.role = v1::ROLE_DISTRICT_STAFF});
    stage.papers().file.kind = models::app_enums::FileKind::Areas;
    for (std::uint32_t line = 2; line < 7; ++line) {
      stage.papers().file.rows.emplace_back().set_line(line);
    }
    stage.unlock();
    stage.go(Place::kSetUp);
    stage.press("Choose a file …");
    QVERIFY(stage.sees("5 rows can be sent"));
    stage.press("Send these rows");
    QVERIFY(stage.sees("Done: 5 of 5 rows"));
    QVERIFY(stage.sees("Line 5: Area code is an area that is not there yet"));
  }

  void aCodeForATabletIsShownOnce() {
    Stage stage({.role = v1::ROLE_DISTRICT_STAFF});
    stage.unlock();
    stage.go(Place::kSetUp);
    stage.press("高志远 · V0107");
    QVERIFY(stage.sees("7QK3-M2XW-9TPB-HC6R"));
    stage.press("Hide the code");
    QVERIFY(!stage.sees("7QK3-M2XW-9TPB-HC6R"));
  }

  void theDistrictIsTwoTapsFromAMissedElder() {
    Stage stage({.role = v1::ROLE_DISTRICT_STAFF});
    stage.unlock();
    QVERIFY(stage.sees("94.6 %"));
    stage.countFromNow();
    stage.press("27 missed in 旺起镇");
    QVERIFY(stage.sees("Tried, nobody answered"));
    stage.press("李桂英, Tried, nobody answered, 高志远");
    QCOMPARE(stage.presses(), 2);
    QVERIFY(stage.sees("Whom to ring"));
  }

  void theDistrictGoesDownAnAreaAndBack() {
    Stage stage({.role = v1::ROLE_DISTRICT_STAFF});
    stage.unlock();
    stage.press("Open 建华街道");
    QVERIFY(stage.sees("龙城社区"));
    stage.press("丰满区");
    QVERIFY(stage.sees("旺起镇"));
  }

  void theLanguageChangesWhilePagesAreOpen() {
    Stage stage({.language = "zh"});
    stage.unlock();
    stage.go(Place::kSettings);
    QVERIFY(stage.sees("文字大小"));
    stage.press("English");
    QVERIFY(stage.sees("Text size"));
    QVERIFY(!stage.sees("文字大小"));
    stage.go(Place::kToday);
    QVERIFY(stage.sees("Fri 20 Nov · lunar 10/12"));
    stage.go(Place::kSettings);
    stage.press("中文");
    stage.go(Place::kToday);
    QVERIFY(stage.sees("11月20日 周五 · 农历十月十二"));
  }

  void thePinIsTypedOrTapped() {
    Stage stage({});
    for (const char digit : std::string("13579"))
      stage.press(QString(QChar::fromLatin1(digit)));
    stage.press("Delete the last digit");
    stage.press("9");
    QTest::keyClick(&stage.window(), Qt::Key_0);
    QTest::keyClick(&stage.window(), Qt::Key_Return);
    stage.settle();
    QVERIFY(stage.sees("Today"));
  }

  void aWrongPinIsSaidInThreeParts() {
    Stage stage({});
    for (const char digit : std::string("000000"))
      stage.press(QString(QChar::fromLatin1(digit)));
    stage.press("Open");
    QVERIFY(stage.sees("That PIN is not right."));
    QVERIFY(stage.sees("Your visits are safe on this device, locked."));
    QVERIFY(stage.sees("use the recovery key"));
  }

  void aForgottenPinLeadsToTheRecoveryKey() {
    Stage stage({});
    stage.press("I have forgotten my PIN");
    QVERIFY(stage.sees(QString::fromStdString(stage.gate().recoveryRequest())));
    stage.press("Back to the PIN");
    QVERIFY(stage.sees("Your PIN, please"));
  }
};

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  JobsTest test;
  return QTest::qExec(&test, argc, argv);
}

#include "jobs_test.moc"
