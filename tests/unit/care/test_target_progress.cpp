#include <QTest>

#include "district.h"
#include "sync/care/target_progress.h"

namespace doorstep::care::testing {
namespace {

v1::Target targetOf(v1::Date from_on, v1::Date until_on) {
  v1::Target target;
  target.set_indicator(v1::INDICATOR_MEAL_POINTS);
  *target.mutable_from_on() = from_on;
  *target.mutable_until_on() = until_on;
  target.set_value(430);
  return target;
}

}  // namespace

class TargetProgressTest : public QObject {
  Q_OBJECT

 private slots:
  void elapsed_data() {
    QTest::addColumn<int>("month");
    QTest::addColumn<int>("day");
    QTest::addColumn<uint>("per_mille");
    // 2026 has 365 days.
    QTest::newRow("before it") << 0 << 0 << 0U;
    QTest::newRow("first day") << 1 << 1 << 3U;         // 1/365 = 2.7
    QTest::newRow("half-year") << 6 << 30 << 496U;      // 181/365 = 495.9
    QTest::newRow("last but one") << 12 << 30 << 997U;  // 364/365 = 997.3
    QTest::newRow("last day") << 12 << 31 << 1000U;
    QTest::newRow("after it") << 13 << 5 << 1000U;
  }

  void elapsed() {
    QFETCH(int, month);
    QFETCH(int, day);
    QFETCH(uint, per_mille);
    const absl::CivilDay on_day(2026, month, day);
    QCOMPARE(elapsedPerMille(targetOf(on(1, 1), on(12, 31)), on_day), per_mille);
  }

  void aPeriodOfOneDay() { QCOMPARE(elapsedPerMille(targetOf(on(6, 1), on(6, 1)), absl::CivilDay(2026, 6, 1)), 1000U); }

  void facilities_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("in_area");
    QTest::addColumn<int>("verified_month");  // 0: not verified
    QTest::addColumn<int>("closed_month");    // 0: not closed
    QTest::addColumn<bool>("counts");
    const int meal = v1::FACILITY_KIND_MEAL_POINT;
    QTest::newRow("verified") << meal << true << 5 << 0 << true;
    QTest::newRow("not verified yet") << meal << true << 0 << 0 << false;
    QTest::newRow("verified after the day") << meal << true << 8 << 0 << false;
    QTest::newRow("closed") << meal << true << 5 << 6 << false;
    QTest::newRow("closed on the day") << meal << true << 5 << 7 << false;
    QTest::newRow("verified on the day") << meal << true << 7 << 0 << true;
    QTest::newRow("closed after the day") << meal << true << 5 << 8 << true;
    QTest::newRow("elsewhere") << meal << false << 5 << 0 << false;
    QTest::newRow("a care home") << int{v1::FACILITY_KIND_CARE_HOME} << true << 5 << 0 << false;
  }

  void facilities() {
    QFETCH(int, kind);
    QFETCH(bool, in_area);
    QFETCH(int, verified_month);
    QFETCH(int, closed_month);
    QFETCH(bool, counts);
    const District d;
    const DistrictRecords records = d.records();
    v1::Target target = targetOf(on(1, 1), on(12, 31));
    target.set_area_id(in_area ? d.district() : d.area_b());
    v1::Facility facility;
    facility.set_kind(static_cast<v1::FacilityKind>(kind));
    facility.set_area_id(d.area_a());
    if (verified_month > 0) {
      *facility.mutable_verified_on() = on(verified_month, 1);
    }
    if (closed_month > 0) {
      *facility.mutable_closed_on() = on(closed_month, 1);
    }
    const std::vector<const v1::Facility*> all = {&facility};
    const AreaTree areas(records.areas);
    QCOMPARE(verifiedFacilities(target, all, areas, absl::CivilDay(2026, 7, 1)), std::int64_t{counts ? 1 : 0});
    target.set_indicator(v1::INDICATOR_PERSON_TIMES);
    QCOMPARE(verifiedFacilities(target, all, areas, absl::CivilDay(2026, 7, 1)), std::int64_t{0});
  }

  void whatComesAfterThePeriodDoesNotCount() {
    const District d;
    const DistrictRecords records = d.records();
    v1::Target target = targetOf(on(1, 1), on(6, 30));
    target.set_area_id(d.area_a());
    v1::Facility facility;
    facility.set_kind(v1::FACILITY_KIND_MEAL_POINT);
    facility.set_area_id(d.area_a());
    *facility.mutable_verified_on() = on(7, 1);
    const std::vector<const v1::Facility*> all = {&facility};
    QCOMPARE(verifiedFacilities(target, all, AreaTree(records.areas), absl::CivilDay(2026, 12, 1)), std::int64_t{0});
  }

  void reachedInFigures() {
    v1::Figures figures;
    figures.set_person_times_in_person(10);
    figures.set_person_times_phone(20);
    figures.set_person_times_video(30);
    figures.set_person_times_proxy(40);
    figures.set_person_times_remote_monitoring(50);
    figures.set_delivered_minutes_certified(600);
    figures.set_delivered_minutes_provisional(60);
    figures.set_worker_minutes_certified(7);
    QCOMPARE(reachedIn(figures, v1::INDICATOR_PERSON_TIMES), std::int64_t{150});
    QCOMPARE(reachedIn(figures, v1::INDICATOR_SERVICE_MINUTES), std::int64_t{660});
    QCOMPARE(reachedIn(figures, v1::INDICATOR_MEAL_POINTS), std::int64_t{0});
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::TargetProgressTest)
#include "test_target_progress.moc"
