// What a visitor's day has besides the plain visit: paper, corrections, colleagues, promises, services, the month.

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "open_desk.h"
#include "sync/care/calendar.h"
#include "tests/ui/fakes/sample_district.h"

using namespace doorstep;
using models::app_enums::Failure;
using models::app_enums::VisitStage;
using models::care_enums::Met;
using tests::OpenDesk;

namespace {

QString elder(std::size_t row) {
  return models::idText(tests::sampleElders()[row].elder_id);
}

QString door(std::size_t row) {
  return models::idText(tests::sampleElders()[row].household_id);
}

v1::VisitDraft save(OpenDesk& desk) {
  desk.models.visit.finish();
  desk.models.visit.save();
  desk.settle();
  return desk.store().savedVisits().empty() ? v1::VisitDraft() : desk.store().savedVisits().back();
}

QString first(const models::RowModel& rows, const char* role) {
  return rows.data(rows.index(0, 0), rows.roleNames().key(role)).toString();
}

}  // namespace

class WholeDayTest : public QObject {
  Q_OBJECT

 private slots:
  void aPaperVisitHasADayAndALength() {
    OpenDesk desk;
    desk.open();
    models::VisitModel& visit = desk.models.visit;
    visit.beginPaper(elder(2));
    desk.settle();
    QVERIFY(visit.paper());
    QCOMPARE(visit.daysAgo(), 0);
    QCOMPARE(visit.minutesLasted(), 30);
    QVERIFY(!visit.startedAt().has_time);
    visit.setDaysAgo(3);
    visit.setLasted(45);
    visit.setMet(elder(2), Met::InPerson);
    const v1::Visit saved = save(desk).visit();
    QCOMPARE(int{saved.source()}, int{v1::VISIT_SOURCE_PAPER});
    QCOMPARE(int{saved.precision()}, int{v1::PRECISION_DAY});
    QCOMPARE(care::dayOf(care::toTime(saved.started_at()), care::districtZone()), tests::kSampleDay - 3);
    QCOMPARE(care::toTime(saved.ended_at()) - care::toTime(saved.started_at()), absl::Minutes(45));
  }

  void aPaperVisitOfTodayIsOverByNow() {
    OpenDesk desk;
    desk.open();
    desk.models.visit.beginPaper(elder(2));
    desk.settle();
    desk.models.visit.setMet(elder(2), Met::InPerson);
    const v1::Visit saved = save(desk).visit();
    QVERIFY(care::toTime(saved.ended_at()) <= tests::sampleNow());
  }

  void earlierThanAWeekIsTheSupervisors() {
    OpenDesk desk;
    desk.open();
    desk.models.visit.beginPaper(elder(2));
    desk.settle();
    QCOMPARE(desk.models.visit.mostDaysAgo(), 7);
    desk.models.visit.setDaysAgo(7);
    QCOMPARE(desk.models.visit.daysAgo(), 7);
    desk.models.visit.setDaysAgo(8);
    QCOMPARE(desk.models.visit.daysAgo(), 7);
  }

  void aCorrectionStandsForTheSavedVisit() {
    OpenDesk desk;
    desk.open();
    models::VisitModel& visit = desk.models.visit;
    visit.correct(elder(2), models::idText(tests::sampleId(910)));
    desk.settle();
    QVERIFY(visit.correction());
    QCOMPARE(visit.minutesLasted(), 35);
    visit.setMet(elder(2), Met::RefusedAtTheDoor);
    const v1::Visit saved = save(desk).visit();
    QCOMPARE(saved.corrects_id(), tests::sampleId(910));
    QVERIFY(saved.id() != tests::sampleId(910));
    QCOMPARE(int{saved.contacts(0).outcome()}, int{v1::CONTACT_OUTCOME_SEEN_REFUSED});
    QCOMPARE(care::toTime(saved.ended_at()) - care::toTime(saved.started_at()), absl::Minutes(35));
  }

  void whatDidNotTakePlaceIsARecordOfItsOwn() {
    OpenDesk desk;
    desk.open();
    const QSignalSpy voided(&desk.models.visit, &models::VisitModel::voided);
    desk.models.visit.voidVisit(elder(2), models::idText(tests::sampleId(910)));
    QTRY_COMPARE(voided.count(), 1);
    const v1::Visit record = desk.store().appended().back().visit();
    QVERIFY(record.voided());
    QCOMPARE(record.corrects_id(), tests::sampleId(910));
    QCOMPARE(record.recorded_by(), tests::sampleId(800));
  }

  void anotherOnesVisitIsLeftAlone() {
    v1::Visit visit;
    visit.set_recorded_by(tests::sampleId(801));
    visit.add_worker_ids(tests::sampleId(801));
    QVERIFY(!models::mayCorrect(visit, tests::sampleSession({v1::ROLE_VISITOR})));
    QVERIFY(models::mayCorrect(visit, tests::sampleSession({v1::ROLE_SUPERVISOR})));
    visit.add_worker_ids(tests::sampleId(800));
    QVERIFY(models::mayCorrect(visit, tests::sampleSession({v1::ROLE_VISITOR})));
    visit.set_voided(true);
    QVERIFY(!models::mayCorrect(visit, tests::sampleSession({v1::ROLE_SUPERVISOR})));
  }

  void whatWasBegunAtADoorComesFirst() {
    OpenDesk desk;
    desk.open();
    desk.models.visit.beginPaper(elder(5));  // a visit is begun there
    desk.settle();
    QVERIFY(!desk.models.visit.paper());
    QVERIFY(desk.models.visit.paused());
  }

  void beginningElsewherePausesTheOther() {
    OpenDesk desk;
    desk.open();
    desk.models.visit.begin(elder(2));
    desk.settle();
    desk.models.visit.leave();
    desk.settle();
    desk.models.visit.begin(elder(1));
    desk.settle();
    const auto kept = desk.store().keptDrafts();
    const auto paused = std::find_if(kept.rbegin(), kept.rend(), [](const v1::VisitDraft& draft) {
      return models::idText(draft.visit().household_id()) == door(2);
    });
    QVERIFY(paused != kept.rend() && paused->has_paused_since());
    QTRY_COMPARE(desk.models.today.countOf("!begun"), 3);  // the list follows what was kept
  }

  void savingTwiceIsSavingOnce() {
    OpenDesk desk;
    desk.open();
    desk.models.visit.begin(elder(2));
    desk.settle();
    desk.models.visit.setMet(elder(2), Met::InPerson);
    desk.models.visit.finish();
    desk.models.visit.save();
    desk.models.visit.save();
    desk.settle();
    desk.models.visit.save();
    desk.settle();
    QCOMPARE(desk.store().savedVisits().size(), std::size_t{1});
  }

  void aCoupleHasAnOutcomeForEach() {
    OpenDesk desk;
    desk.open();
    models::VisitModel& visit = desk.models.visit;
    visit.begin(elder(3));
    desk.settle();
    visit.setMet(elder(3), Met::InPerson);
    visit.setMet(elder(4), Met::NoReply);
    visit.setProposal(elder(4), v1::STATUS_PROPOSAL_DECEASED);
    const v1::Visit saved = save(desk).visit();
    QCOMPARE(saved.contacts_size(), 2);
    QCOMPARE(int{saved.contacts(0).outcome()}, int{v1::CONTACT_OUTCOME_SEEN});
    QCOMPARE(int{saved.contacts(1).outcome()}, int{v1::CONTACT_OUTCOME_NO_REPLY});
    QCOMPARE(int{saved.contacts(1).proposal()}, int{v1::STATUS_PROPOSAL_DECEASED});
  }

  void whoCameAlongHasTheSameMinutes() {
    OpenDesk desk;
    desk.open();
    models::VisitModel& visit = desk.models.visit;
    visit.begin(elder(2));
    desk.settle();
    QVERIFY(visit.colleagues()->rowCount() > 0);
    const QString colleague = first(*visit.colleagues(), "workerId");
    visit.setMet(elder(2), Met::InPerson);
    visit.setService(v1::SERVICE_KIND_ERRAND, 20);
    visit.setColleague(colleague, true);
    QVERIFY(!visit.withNames().isEmpty());
    visit.setService(v1::SERVICE_KIND_ERRAND, 35);
    const v1::VisitDraft saved = save(desk);
    QCOMPARE(saved.visit().worker_ids_size(), 2);
    QCOMPARE(saved.services(0).workers_size(), 2);
    QCOMPARE(int(saved.services(0).workers(1).minutes()), 35);
  }

  void promisesAreMadeAndKept() {
    OpenDesk desk;
    desk.open();
    models::VisitModel& visit = desk.models.visit;
    visit.begin(elder(2));
    desk.settle();
    QCOMPARE(visit.openPromises()->rowCount(), 2);
    visit.setMet(elder(2), Met::InPerson);
    visit.setKept(first(*visit.openPromises(), "promiseId"), true);
    visit.addPromise(" fetch medicine ", 3);
    visit.addPromise("come again", -1);
    visit.addPromise("   ", 0);
    QCOMPARE(visit.promises()->rowCount(), 2);
    QCOMPARE(visit.keptPromises(), 1);
    const v1::Visit saved = save(desk).visit();
    QCOMPARE(saved.kept_promise_ids_size(), 1);
    QCOMPARE(saved.kept_promise_ids(0), tests::sampleId(950));
    QCOMPARE(saved.promises(0).what(), std::string("fetch medicine"));
    QCOMPARE(saved.promises(0).due_on().day(), 23);
    QVERIFY(!saved.promises(1).has_due_on());
  }

  void theListTellsOfPromisesAndSecondLooks() {
    OpenDesk desk;
    desk.open();
    const auto& rows = desk.models.today.rows()->rows();
    QVERIFY(std::any_of(rows.begin(), rows.end(), [](const auto& row) { return !row.promise.isEmpty(); }));
    QVERIFY(std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.recheck_on.known; }));
  }

  void aServiceWithoutAVisitIsSavedOnce() {
    OpenDesk desk;
    desk.open();
    models::ServiceModel& service = desk.models.service;
    service.begin(elder(2), door(2), "somebody");
    desk.settle();
    service.setService(v1::SERVICE_KIND_ERRAND, 45);
    service.setService(v1::SERVICE_KIND_MEAL, 10);
    service.setService(v1::SERVICE_KIND_MEAL, 0);
    service.setDaysAgo(2);
    service.setColleague(first(*service.colleagues(), "workerId"), true);
    const QSignalSpy recorded(&service, &models::ServiceModel::recorded);
    service.save();
    service.save();
    desk.settle();
    service.save();
    desk.settle();
    QCOMPARE(recorded.count(), 1);
    QCOMPARE(desk.store().appended().size(), std::size_t{1});
    const v1::ServiceEntry entry = desk.store().appended().front().service_entry();
    QCOMPARE(int{entry.kind()}, int{v1::SERVICE_KIND_ERRAND});
    QCOMPARE(entry.workers_size(), 2);
    QCOMPARE(int(entry.workers(0).minutes()), 45);
    QVERIFY(entry.visit_id().empty());
    QCOMPARE(int{entry.hours_source()}, int{v1::HOURS_SOURCE_ENTERED});
    QCOMPARE(care::dayOf(care::toTime(entry.started_at()), care::districtZone()), tests::kSampleDay - 2);
  }

  void aServiceThatCannotBeSavedIsKeptOnThePage() {
    OpenDesk desk;
    desk.open();
    desk.models.service.begin(elder(2), door(2), "somebody");
    desk.models.service.setService(v1::SERVICE_KIND_ERRAND, 45);
    desk.settle();
    desk.store().fail(absl::ResourceExhaustedError("said by the test"));
    desk.models.service.save();
    desk.settle();
    QVERIFY(desk.models.service.saveFailure() == Failure::DiskFull);
    QCOMPARE(desk.models.service.minutes(), 45);
  }

  void myMonthAddsUp() {
    OpenDesk desk;
    const QAbstractItemModelTester lines(desk.models.month.lines());
    desk.open();
    QCOMPARE(desk.models.month.elders(), 0);  // nobody looks at it yet
    desk.models.month.setWatched(true);
    desk.settle();
    const models::MonthModel& month = desk.models.month;
    QCOMPARE(month.contacted(), 88);
    QCOMPARE(month.minutes(), 1841 + 372 + 415 + 95);
    QCOMPARE(month.imputed(), 30);
    QCOMPARE(month.overlaps(), 1);
    QCOMPARE(desk.models.month.open()->count(), 3);
    QCOMPARE(desk.models.month.lines()->count(), 5);
    QVERIFY(month.current());
    desk.models.month.showMonthAfter();  // not beyond the running month
    QCOMPARE(month.month(), 11);
    desk.models.month.showMonthBefore();
    desk.settle();
    QCOMPARE(month.month(), 10);
    QCOMPARE(month.minutes(), 0);
  }

  void severalPeopleShareADevice() {
    OpenDesk desk;
    desk.gate.share({{"a", "one", true}, {"b", "two", false}});
    desk.models.session.addProfile();
    QVERIFY(desk.models.session.stage() == models::app_enums::Stage::NotEnrolled);
    desk.models.session.stopAdding();
    QVERIFY(desk.models.session.stage() == models::app_enums::Stage::Locked);
    desk.models.session.choose("b");
    QCOMPARE(desk.models.session.profiles()->count(), 2);
    QCOMPARE(desk.models.session.profileLabel(), QString("two"));
  }
};

QTEST_GUILESS_MAIN(WholeDayTest)
#include "whole_day_test.moc"
