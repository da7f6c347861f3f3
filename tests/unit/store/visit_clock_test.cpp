// A clock that is set while a visit goes on.

#include "app/store/visit_clock.h"

#include "tests/unit/store/tablet.h"

namespace doorstep::store {

class VisitClockTest : public QObject {
  Q_OBJECT

 private slots:
  void tellsHowLateItReallyIs_data() {
    QTest::addColumn<int>("set_minutes");
    QTest::addColumn<bool>("rebooted");
    QTest::addColumn<int>("minutes_later");
    QTest::newRow("nobody touched it") << 0 << false << 30;
    QTest::newRow("a little drift is the clock's own") << 1 << false << 31;
    QTest::newRow("set back by an hour") << -60 << false << 30;
    QTest::newRow("set forward by a day") << 24 * 60 << false << 30;
    QTest::newRow("started anew, then only the wall clock is known") << 10 << true << 40;
    QTest::newRow("started anew and set back: not before it began") << -60 << true << 0;
  }
  void tellsHowLateItReallyIs() {
    QFETCH(int, set_minutes);
    QFETCH(bool, rebooted);
    QFETCH(int, minutes_later);
    tests::ManualClock clock(at(kToday, 9));
    const v1::Stamp begun = stampOf(clock);
    clock.advance(absl::Minutes(30));
    clock.setWall(clock.now() + absl::Minutes(set_minutes));
    if (rebooted) {
      clock.reboot(std::string(16, 'c'));
    }
    QVERIFY(visitNow(begun, clock) == at(kToday, 9) + absl::Minutes(minutes_later));
  }

  void aSavedVisitIsAsLongAsItWas_data() {
    QTest::addColumn<int>("set_minutes");
    QTest::newRow("set back") << -180;
    QTest::newRow("set forward by a year") << 365 * 24 * 60;
  }
  void aSavedVisitIsAsLongAsItWas() {
    QFETCH(int, set_minutes);
    Tablet tablet;
    VERIFY_OK(tablet.settle());
    v1::VisitDraft draft = draftOf(visited("v1", "h1", "wang", tablet.clock().now()));
    draft.mutable_visit()->clear_ended_at();
    VERIFY_OK(tablet.store().keepDraft(draft));
    tablet.clock().advance(absl::Minutes(10));
    v1::Pause& pause = *draft.mutable_visit()->add_pauses();
    *pause.mutable_from_at() = care::toTimestamp(tablet.clock().now());
    tablet.clock().advance(absl::Minutes(5));
    tablet.clock().setWall(tablet.clock().now() + absl::Minutes(set_minutes));
    *pause.mutable_until_at() = care::toTimestamp(tablet.clock().now());
    VERIFY_OK(tablet.store().keepDraft(draft));  // its beginning's clocks stay
    tablet.clock().advance(absl::Minutes(25));
    *draft.mutable_visit()->mutable_ended_at() = care::toTimestamp(tablet.clock().now());
    const auto saved = tablet.store().saveVisit(draft);
    VERIFY_OK(saved.status());
    QVERIFY(saved->problems.empty());
    const v1::Visit visit = tablet.waiting().at(0).create().visit();
    QVERIFY(care::toTime(visit.ended_at()) == at(kToday, 9, 40));
    for (const v1::Pause& kept : visit.pauses()) {
      QVERIFY(care::toTime(kept.from_at()) >= at(kToday, 9) && care::toTime(kept.until_at()) <= at(kToday, 9, 40));
    }
  }

  void whatAPersonTypedStays() {
    tests::ManualClock clock(at(kToday, 9));
    v1::VisitDraft draft = draftOf(visited("v1", "h1", "wang", at(kToday, 8)));  // ended 8:20
    *draft.mutable_begun() = stampOf(clock);
    clock.advance(absl::Minutes(5));
    clock.setWall(clock.now() + absl::Hours(3));
    const v1::VisitDraft before = draft;
    mendTimes(draft, clock);
    QVERIFY(draft.visit().SerializeAsString() == before.visit().SerializeAsString());
  }

  void withoutABeginningNothingIsTouched() {
    tests::ManualClock clock(at(kToday, 9));
    v1::VisitDraft draft = draftOf(visited("v1", "h1", "wang", at(kToday, 8)));
    const v1::VisitDraft before = draft;
    mendTimes(draft, clock);
    QVERIFY(draft.SerializeAsString() == before.SerializeAsString());
  }
};

}  // namespace doorstep::store

QTEST_GUILESS_MAIN(doorstep::store::VisitClockTest)
#include "visit_clock_test.moc"
