// The search after nobody answered: what comes next, what a try brought, and when it cannot wait.

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "open_desk.h"
#include "tests/ui/fakes/sample_district.h"

using namespace doorstep;
using models::app_enums::Failure;
using models::care_enums::Met;
using tests::OpenDesk;

namespace {

// The one nobody has answered for since 8:40; tier A.
QString soughtElder() {
  return models::idText(tests::sampleElders()[0].elder_id);
}

QString calmElder() {
  return models::idText(tests::sampleElders()[2].elder_id);
}

void showSought(OpenDesk& desk) {
  desk.open();
  desk.models.elder.show(soughtElder());
  desk.settle();
}

void pass(OpenDesk& desk, absl::Duration time) {
  desk.workspace->standingClock().set(desk.workspace->standingClock().now() + time);
  emit desk.models.desk.minutePassed();
}

int found(const models::RowModel& rows, const char* role, const QVariant& value) {
  for (int at = 0; at < rows.rowCount(); ++at) {
    if (rows.data(rows.index(at, 0), rows.roleNames().key(role)) == value)
      return at;
  }
  return -1;
}

}  // namespace

class LadderTest : public QObject {
  Q_OBJECT

 private slots:
  void saysWhatComesNextAndUntilWhen() {
    OpenDesk desk;
    const QAbstractItemModelTester rungs(desk.models.ladder.rungs());
    showSought(desk);
    const models::LadderModel& ladder = desk.models.ladder;
    QVERIFY(ladder.running());
    QCOMPARE(ladder.next(), int{v1::LADDER_STEP_SECOND_TRY});
    QCOMPARE(ladder.dueAt().hour, 10);
    QCOMPARE(ladder.dueAt().minute, 40);
    QCOMPARE(ladder.minutesLeft(), 69);
    QCOMPARE(desk.models.ladder.rungs()->count(), 8);
  }

  void knowsWhomToRingOnEachStep() {
    OpenDesk desk;
    showSought(desk);
    const models::RowModel& numbers = *desk.models.ladder.numbers();
    QVERIFY(found(numbers, "step", int{v1::LADDER_STEP_PHONE}) >= 0);
    QVERIFY(found(numbers, "name", QString("钱阿姨")) >= 0);
    QVERIFY(found(numbers, "step", int{v1::LADDER_STEP_SUPERVISOR}) >= 0);
    QVERIFY(found(numbers, "phone", QString("0432 0000 0007")) >= 0);
  }

  void nobodyReachedGoesOneStepUp() {
    OpenDesk desk;
    showSought(desk);
    const QSignalSpy recorded(&desk.models.ladder, &models::LadderModel::recorded);
    desk.models.ladder.record(v1::LADDER_STEP_SECOND_TRY, v1::LADDER_RESULT_NOT_REACHED, 0, " rang twice ");
    desk.settle();
    QCOMPARE(recorded.count(), 1);
    const v1::LadderEvent event = desk.store().appended().back().ladder_event();
    QCOMPARE(event.by(), tests::sampleId(800));
    QCOMPARE(event.note(), std::string("rang twice"));
    QCOMPARE(desk.models.ladder.next(), int{v1::LADDER_STEP_PHONE});
  }

  void onlyKnowingWhereTheyAreEndsIt() {
    OpenDesk desk;
    showSought(desk);
    desk.models.ladder.record(v1::LADDER_STEP_SUPERVISOR, v1::LADDER_RESULT_TOLD, 0, {});
    desk.settle();
    QVERIFY(desk.models.ladder.running());
    desk.models.ladder.record(v1::LADDER_STEP_NEIGHBOUR, v1::LADDER_RESULT_ACCOUNTED_FOR, v1::ACCOUNTED_BY_FAMILY, {});
    desk.settle();
    QVERIFY(!desk.models.ladder.running());
    QCOMPARE(desk.models.ladder.accountedBy(), int{v1::ACCOUNTED_BY_FAMILY});
    QCOMPARE(desk.models.today.alarmElderId(), QString());
  }

  void aWarningSignMakesItUrgentAtOnce() {
    OpenDesk desk;
    showSought(desk);
    QVERIFY(!desk.models.ladder.atOnce());
    desk.models.ladder.notice({v1::WARNING_SIGN_SMELL});
    desk.settle();
    QVERIFY(desk.models.ladder.atOnce());
    QCOMPARE(desk.models.ladder.next(), int{v1::LADDER_STEP_SUPERVISOR});
    QVERIFY(desk.models.ladder.minutesLeft() <= 0);
    QCOMPARE(desk.models.today.alarmElderId(), soughtElder());
  }

  void aRefusedResultIsSaid() {
    OpenDesk desk;
    showSought(desk);
    v1::Problem problem;
    problem.set_code(v1::PROBLEM_CODE_LADDER_ENDED);
    desk.store().refuseWith({problem});
    desk.models.ladder.record(v1::LADDER_STEP_PHONE, v1::LADDER_RESULT_NO_NEWS, 0, {});
    desk.settle();
    QCOMPARE(desk.models.ladder.problem(), int{v1::PROBLEM_CODE_LADDER_ENDED});
    QVERIFY(!desk.models.ladder.saving());
  }

  void todayRemindsHalfAnHourBeforeAndAfter() {
    OpenDesk desk;
    showSought(desk);
    QCOMPARE(desk.models.today.alarmElderId(), QString());
    pass(desk, absl::Minutes(40));
    QCOMPARE(desk.models.today.alarmElderId(), soughtElder());
    QCOMPARE(desk.models.today.alarmMinutesLeft(), 29);
    QCOMPARE(desk.models.ladder.minutesLeft(), 29);
    pass(desk, absl::Minutes(40));
    QVERIFY(desk.models.today.alarmMinutesLeft() < 0);
    desk.models.today.setSearched("nobody at all");
    desk.settle();
    QCOMPARE(desk.models.today.alarmElderId(), soughtElder());  // whatever is searched for
    desk.models.session.lock();
    QCOMPARE(desk.models.today.alarmElderId(), QString());
  }

  void theVisitShowsWhatFollowsBeforeItIsSaved() {
    OpenDesk desk;
    desk.open();
    models::VisitModel& visit = desk.models.visit;
    visit.begin(calmElder());
    desk.settle();
    QVERIFY(!visit.unanswered());
    visit.setMet(calmElder(), Met::NoReply);
    QVERIFY(visit.unanswered());
    QVERIFY(visit.nextStep() != 0);
    QVERIFY(visit.nextStepDue().known);  // tier B: the same day
    QCOMPARE(visit.nextStepDue().day, 20);
    QVERIFY(!visit.nextStepDue().has_time);  // until midnight
    visit.setSign(v1::WARNING_SIGN_CRY, true);
    QCOMPARE(visit.nextStep(), int{v1::LADDER_STEP_SUPERVISOR});
    visit.finish();
    visit.save();
    desk.settle();
    const v1::VisitDraft saved = desk.store().savedVisits().back();
    QCOMPARE(saved.warning_signs_size(), 1);
    desk.models.elder.show(calmElder());
    desk.settle();
    QVERIFY(desk.models.ladder.running());
    QVERIFY(desk.models.ladder.atOnce());
  }

  void signsGoOnlyWithAClosedDoor() {
    OpenDesk desk;
    desk.open();
    models::VisitModel& visit = desk.models.visit;
    visit.begin(calmElder());
    desk.settle();
    visit.setMet(calmElder(), Met::NoReply);
    visit.setSign(v1::WARNING_SIGN_CRY, true);
    visit.setMet(calmElder(), Met::InPerson);
    visit.finish();
    visit.save();
    desk.settle();
    QCOMPARE(desk.store().savedVisits().back().warning_signs_size(), 0);
  }

  void meetingThemEndsTheSearch() {
    OpenDesk desk;
    showSought(desk);
    desk.models.visit.begin(soughtElder());
    desk.settle();
    desk.models.visit.setMet(soughtElder(), Met::InPerson);
    desk.models.visit.finish();
    desk.models.visit.save();
    desk.settle();
    QVERIFY(!desk.models.ladder.running());
    QCOMPARE(desk.models.ladder.accountedBy(), int{v1::ACCOUNTED_BY_SEEN});
  }

  void aNumberBecomesALinkAndACode() {
    QCOMPARE(models::NumbersModel::link("+86 (432) 0000-0001"), QString("tel:+8643200000001"));
    QCOMPARE(models::NumbersModel::link("none"), QString());
    const QStringList code = models::NumbersModel::code("tel:120");
    QCOMPARE(code.size(), 21);  // the smallest there is
    for (const QString& row : code)
      QCOMPARE(row.size(), code.size());
    QVERIFY(code.front().startsWith("1111111"));  // the finder in the corner
    QVERIFY(models::NumbersModel::code(QString(5000, 'x')).isEmpty());
  }

  void whoIsOnDutyIsKnownEverywhere() {
    OpenDesk desk;
    desk.open();
    QCOMPARE(desk.models.numbers.duty()->count(), 4);
    desk.models.session.lock();
    QCOMPARE(desk.models.numbers.duty()->count(), 0);
  }
};

QTEST_GUILESS_MAIN(LadderTest)
#include "ladder_test.moc"
