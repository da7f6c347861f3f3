// Days and hours are the district's, and the Chinese calendar's day stands beside them.

#include <QTest>

#include "app/models/moment.h"
#include "sync/care/calendar.h"

using namespace doorstep;
using models::Moment;

class MomentTest : public QObject {
  Q_OBJECT

 private slots:
  void showsTheDistrictsHour() {
    const absl::Time at = absl::FromCivil(absl::CivilMinute(2026, 11, 19, 23, 50), absl::UTCTimeZone());
    const Moment moment = models::momentOf(at, care::districtZone());
    QVERIFY(moment.known && moment.has_time);
    QCOMPARE(moment.day, 20);
    QCOMPARE(moment.hour, 7);
    QCOMPARE(moment.minute, 50);
    QCOMPARE(moment.weekday, 5);
  }

  void aDayHasNoHour() {
    const Moment moment = models::momentOf(absl::CivilDay(2026, 11, 22));
    QVERIFY(moment.known && !moment.has_time);
    QCOMPARE(moment.weekday, 7);
  }

  void neverIsUnknown() {
    QVERIFY(!models::momentOf(absl::InfinitePast(), absl::UTCTimeZone()).known);
    QVERIFY(!models::momentOf(std::optional<absl::CivilDay>()).known);
    QVERIFY(!models::momentOf(std::optional<absl::Time>(), absl::UTCTimeZone()).known);
  }

  // Days as any printed almanac has them.
  void lunarDays_data() {
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("month");
    QTest::addColumn<int>("day");
    QTest::addColumn<int>("lunar_month");
    QTest::addColumn<int>("lunar_day");
    QTest::addColumn<bool>("leap");
    QTest::newRow("the demonstration's day") << 2026 << 11 << 20 << 10 << 12 << false;
    QTest::newRow("spring festival 2026") << 2026 << 2 << 17 << 1 << 1 << false;
    QTest::newRow("its eve") << 2026 << 2 << 16 << 12 << 29 << false;
    QTest::newRow("mid-autumn 2025") << 2025 << 10 << 6 << 8 << 15 << false;
    QTest::newRow("first of the leap sixth month 2025") << 2025 << 7 << 25 << 6 << 1 << true;
    QTest::newRow("double ninth 2026") << 2026 << 10 << 18 << 9 << 9 << false;
  }

  void lunarDays() {
    QFETCH(int, year);
    QFETCH(int, month);
    QFETCH(int, day);
    const models::LunarDay lunar = models::lunarDayOf(absl::CivilDay(year, month, day));
    QTEST(lunar.month, "lunar_month");
    QTEST(lunar.day, "lunar_day");
    QTEST(lunar.leap_month, "leap");
  }
};

QTEST_GUILESS_MAIN(MomentTest)
#include "moment_test.moc"
