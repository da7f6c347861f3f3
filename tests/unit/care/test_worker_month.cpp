#include <QTest>

#include "district.h"
#include "sync/care/worker_month.h"

namespace doorstep::care::testing {
namespace {

const absl::CivilMonth kNovember(2026, 11);

}  // namespace

class WorkerMonthTest : public QObject {
  Q_OBJECT

 private slots:
  void minutesBySourceAndStanding() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    d.visit(elder, at(11, 3, 9), 40);
    v1::Visit& paper = d.visit(elder, at(11, 4, 9), 30);
    paper.set_source(v1::VISIT_SOURCE_PAPER);
    const v1::ServiceEntry& errand = d.service(elder, v1::SERVICE_KIND_ERRAND, at(11, 5, 9), 45);
    d.entryEvent(errand, v1::SERVICE_ENTRY_STATE_CONFIRMED);
    v1::ServiceEntry& measured = d.service(elder, v1::SERVICE_KIND_MEAL, at(11, 6, 9), 20);
    measured.set_hours_source(v1::HOURS_SOURCE_MEASURED);
    d.entryEvent(measured, v1::SERVICE_ENTRY_STATE_CONFIRMED);
    v1::ServiceEntry& imputed = d.service(elder, v1::SERVICE_KIND_MEAL, at(11, 7, 9), 15);
    imputed.set_hours_source(v1::HOURS_SOURCE_IMPUTED);
    d.entryEvent(imputed, v1::SERVICE_ENTRY_STATE_CONFIRMED);
    const v1::ServiceEntry& disputed = d.service(elder, v1::SERVICE_KIND_ERRAND, at(11, 8, 9), 60);
    d.entryEvent(disputed, v1::SERVICE_ENTRY_STATE_DISPUTED);
    const WorkerMonth month = workerMonth(d.records(), d.worker(), kNovember);
    QCOMPARE(month.measured_provisional, 40U);
    QCOMPARE(month.entered_provisional, 30U);
    QCOMPARE(month.entered_certified, 45U);
    QCOMPARE(month.measured_certified, 20U);
    QCOMPARE(month.imputed, 15U);
    QCOMPARE(month.lines.size(), std::size_t{5});
    QCOMPARE(month.person_times, 2U);
  }

  void overlapsCountOnceAndAreFlagged() {
    District d;
    d.visit(d.elder(d.area_a()), at(11, 12, 10), 60);
    d.visit(d.elder(d.area_a()), at(11, 12, 10, 30), 60);
    const WorkerMonth month = workerMonth(d.records(), d.worker(), kNovember);
    QCOMPARE(month.measured_provisional, 90U);
    QCOMPARE(month.lines.size(), std::size_t{2});
    QVERIFY(!month.lines[0].overlaps() && month.lines[1].overlaps());
    QCOMPARE(month.person_times, 2U);
  }

  void hoursGoToWhoWasThereNotToWhoTyped() {
    District d;
    v1::Visit& typed = d.visit(d.elder(d.area_a()), at(11, 12, 10), 30);
    typed.set_worker_ids(0, d.another_worker());
    typed.set_recorded_by(d.worker());
    QVERIFY(workerMonth(d.records(), d.worker(), kNovember).lines.empty());
    QCOMPARE(workerMonth(d.records(), d.worker(), kNovember).person_times, 0U);
    QCOMPARE(workerMonth(d.records(), d.another_worker(), kNovember).measured_provisional, 30U);
    QCOMPARE(workerMonth(d.records(), d.another_worker(), kNovember).person_times, 1U);
  }

  void aPairGivesEachItsOwn() {
    District d;
    d.visit(d.elder(d.area_a()), at(11, 12, 10), 40).add_worker_ids(d.another_worker());
    for (const std::string& worker : {d.worker(), d.another_worker()}) {
      QCOMPARE(workerMonth(d.records(), worker, kNovember).measured_provisional, 40U);
      QCOMPARE(workerMonth(d.records(), worker, kNovember).person_times, 1U);
    }
  }

  void failedAttemptsAreTheWorkersOwn() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    v1::Visit& vain = d.visit(elder, at(11, 12, 10), 25, v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_NO_REPLY);
    v1::Pause& pause = *vain.add_pauses();
    *pause.mutable_from_at() = at(11, 12, 10, 5);
    *pause.mutable_until_at() = at(11, 12, 10, 10);
    d.visit(elder, at(11, 13, 10), 30, v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_CANCELLED);
    d.visit(elder, at(12, 1, 10), 30, v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_NO_REPLY);
    const WorkerMonth month = workerMonth(d.records(), d.worker(), kNovember);
    QCOMPARE(month.attempts, 1U);
    QCOMPARE(month.attempt_minutes, 20U);
    QVERIFY(month.lines.empty());
    QCOMPARE(month.person_times, 0U);
  }

  void onlyWhatCountsOfTheMonth() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    const std::string first = d.visit(elder, at(11, 12, 10), 60).id();
    d.visit(elder, at(11, 12, 10), 45).set_corrects_id(first);
    d.visit(elder, at(10, 31, 10), 30);
    d.visit(elder, at(12, 1, 0, 10), 30);
    d.visit(elder, at(11, 30, 23, 50), 30);
    const WorkerMonth month = workerMonth(d.records(), d.worker(), kNovember);
    QCOMPARE(month.measured_provisional, 75U);
    QCOMPARE(month.person_times, 2U);
  }

  void personTimesOfEldersNoLongerHeld() {
    District d;
    v1::Elder gone;
    gone.set_id(d.nextId());
    moveTo(gone, d.household(d.area_a()), on(1, 1));
    d.visit(gone, at(11, 12, 10), 30);
    d.visit(gone, at(11, 12, 10, 20), 30);  // within half an hour: the same
    d.visit(gone, at(11, 14, 10), 30);
    QCOMPARE(workerMonth(d.records(), d.worker(), kNovember).person_times, 2U);
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::WorkerMonthTest)
#include "test_worker_month.moc"
