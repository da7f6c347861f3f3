// A visit from the first tap to the store.

#include <QSignalSpy>
#include <QTest>

#include "open_desk.h"

using namespace doorstep;
using models::app_enums::Failure;
using models::app_enums::VisitStage;
using models::care_enums::Met;
using tests::OpenDesk;

namespace {

QString calmElder(OpenDesk& desk) {
  return desk.models.today.rows()->rows()[3].elder_id;
}

void beginVisit(OpenDesk& desk) {
  desk.open();
  desk.models.visit.begin(calmElder(desk));
  desk.settle();
}

}  // namespace

class VisitModelTest : public QObject {
  Q_OBJECT

 private slots:
  void isSavedWithWhatWasFilledIn() {
    OpenDesk desk;
    beginVisit(desk);
    models::VisitModel& visit = desk.models.visit;
    QVERIFY(visit.stage() == VisitStage::Recording);
    const QString elder = visit.elderId();
    visit.setMet(elder, Met::InPerson);
    visit.takeLastTime();
    visit.setService(v1::SERVICE_KIND_COMPANIONSHIP, 20);
    visit.addRisk(elder, v1::RISK_KIND_FALL, v1::RISK_LEVEL_ORANGE, " slipped ", "");
    visit.addPhrase("一切正常。");
    visit.addPhrase("想孩子");
    visit.addPhrase("药快吃完");
    desk.workspace->standingClock().set(desk.workspace->standingClock().now() + absl::Minutes(35));
    visit.finish();
    QCOMPARE(visit.minutesLasted(), 35);
    const QSignalSpy saved(&visit, &models::VisitModel::saved);
    visit.save();
    desk.settle();
    QCOMPARE(saved.count(), 1);
    QVERIFY(visit.stage() == VisitStage::Saved);
    const auto visits = desk.store().savedVisits();
    QCOMPARE(visits.size(), std::size_t{1});
    QCOMPARE(visits.front().visit().contacts_size(), 1);
    QVERIFY(visits.front().visit().answers_size() >= 10);
    QCOMPARE(visits.front().services_size(), 1);
    QCOMPARE(visits.front().risks(0).note(), std::string("slipped"));
    QCOMPARE(visits.front().visit().note(), std::string("一切正常。想孩子；药快吃完"));
  }

  void everyChangeIsKeptByItself() {
    OpenDesk desk;
    beginVisit(desk);
    desk.models.visit.setNote("one word");
    QTRY_VERIFY(!desk.store().keptDrafts().empty() && desk.store().keptDrafts().back().visit().note() == "one word");
  }

  void pausingKeepsAtOnce() {
    OpenDesk desk;
    beginVisit(desk);
    desk.models.visit.pause();
    desk.settle();
    QVERIFY(desk.store().keptDrafts().back().has_paused_since());
    desk.models.visit.resume();
    desk.settle();
    QVERIFY(!desk.store().keptDrafts().back().has_paused_since());
  }

  void leavingKeepsAndComingBackGoesOn() {
    OpenDesk desk;
    beginVisit(desk);
    const QString elder = desk.models.visit.elderId();
    desk.models.visit.setMet(elder, Met::ByPhone);
    desk.models.visit.setNote("to be continued");
    desk.models.visit.leave();
    desk.settle();
    QVERIFY(desk.models.visit.stage() == VisitStage::None);
    desk.models.visit.begin(elder);
    desk.settle();
    QCOMPARE(desk.models.visit.note(), QString("to be continued"));
    QVERIFY(desk.models.visit.anyoneMet());
  }

  void discardingLeavesNoDraft() {
    OpenDesk desk;
    beginVisit(desk);
    const QString elder = desk.models.visit.elderId();
    desk.models.visit.setNote("by mistake");
    desk.models.visit.discard();
    desk.settle();
    desk.models.visit.begin(elder);
    desk.settle();
    QVERIFY(desk.models.visit.note().isEmpty());
  }

  void aFullDiskLosesNothing() {
    OpenDesk desk;
    beginVisit(desk);
    models::VisitModel& visit = desk.models.visit;
    visit.setMet(visit.elderId(), Met::InPerson);
    visit.finish();
    desk.settle();
    desk.store().fail(absl::ResourceExhaustedError("said by the test"));
    visit.save();
    desk.settle();
    QVERIFY(visit.stage() == VisitStage::Summary);
    QVERIFY(visit.failure() == Failure::DiskFull);
    desk.store().fail(absl::OkStatus());
    visit.save();
    desk.settle();
    QVERIFY(visit.stage() == VisitStage::Saved);
    QCOMPARE(desk.store().savedVisits().size(), std::size_t{1});
  }

  void problemsOfTheStoreStayOnThePage() {
    OpenDesk desk;
    beginVisit(desk);
    models::VisitModel& visit = desk.models.visit;
    visit.setMet(visit.elderId(), Met::InPerson);
    visit.finish();
    v1::Problem problem;
    problem.set_code(v1::PROBLEM_CODE_OUT_OF_SCOPE);
    problem.set_field("visit.household_id");
    desk.store().refuseWith({problem});
    visit.save();
    desk.settle();
    QVERIFY(visit.stage() == VisitStage::Summary);
    QCOMPARE(visit.problems()->count(), 1);
  }

  void aVisitOfThirtyHoursIsAskedAbout() {
    OpenDesk desk;
    beginVisit(desk);
    models::VisitModel& visit = desk.models.visit;
    visit.setMet(visit.elderId(), Met::InPerson);
    desk.workspace->standingClock().set(desk.workspace->standingClock().now() + absl::Hours(30));
    visit.finish();
    QVERIFY(visit.problems()->count() > 0);
    visit.setLasted(45);
    QCOMPARE(visit.problems()->count(), 0);
    QCOMPARE(visit.minutesLasted(), 45);
  }

  void theDatasWordsFollowTheLanguage() {
    OpenDesk desk;
    beginVisit(desk);
    const QString chinese = desk.models.visit.lastTimeText();
    desk.models.session.setLanguage("en");
    QVERIFY(desk.models.visit.lastTimeText() != chinese);
    QVERIFY(desk.models.visit.lastTimeText().contains(QLatin1String("Mood")));
  }
};

QTEST_GUILESS_MAIN(VisitModelTest)
#include "visit_model_test.moc"
