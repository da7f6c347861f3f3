#include <QTest>

#include "sync/care/calendar.h"

namespace doorstep::care::testing {

class Calendar : public QObject {
  Q_OBJECT

 private slots:
  void validDates_data() {
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("month");
    QTest::addColumn<int>("day");
    QTest::addColumn<bool>("valid");
    QTest::newRow("a day") << 2026 << 11 << 20 << true;
    QTest::newRow("leap day") << 2028 << 2 << 29 << true;
    QTest::newRow("no leap day") << 2026 << 2 << 29 << false;
    QTest::newRow("31 November") << 2026 << 11 << 31 << false;
    QTest::newRow("month 13") << 2026 << 13 << 1 << false;
    QTest::newRow("day 0") << 2026 << 11 << 0 << false;
    QTest::newRow("1899") << 1899 << 12 << 31 << false;
    QTest::newRow("1900") << 1900 << 1 << 1 << true;
    QTest::newRow("2200") << 2200 << 12 << 31 << true;
    QTest::newRow("2201") << 2201 << 1 << 1 << false;
    QTest::newRow("unset") << 0 << 0 << 0 << false;
  }

  void validDates() {
    QFETCH(int, year);
    QFETCH(int, month);
    QFETCH(int, day);
    QFETCH(bool, valid);
    v1::Date date;
    date.set_year(year);
    date.set_month(month);
    date.set_day(day);
    QCOMPARE(isValid(date), valid);
  }

  void monthEndsAndReference() {
    const absl::CivilMonth february(2028, 2);
    QVERIFY(firstDay(february) == absl::CivilDay(2028, 2, 1));
    QVERIFY(lastDay(february) == absl::CivilDay(2028, 2, 29));
    QVERIFY(referenceDay(february) == absl::CivilDay(2028, 2, 16));
  }

  // 23:50 in Shanghai is 15:50 in Greenwich: the district's day decides.
  void dayIsTheDistricts() {
    const absl::Time late = absl::FromCivil(absl::CivilMinute(2026, 11, 30, 16, 10), absl::UTCTimeZone());
    QVERIFY(dayOf(late, districtZone()) == absl::CivilDay(2026, 12, 1));
    QVERIFY(dayOf(late, districtZone("")) == absl::CivilDay(2026, 12, 1));
    QVERIFY(dayOf(late, districtZone("no/such zone")) == absl::CivilDay(2026, 12, 1));
    QVERIFY(dayOf(late, districtZone("Europe/Berlin")) == absl::CivilDay(2026, 11, 30));
  }

  void timesComeBack() {
    const absl::Time before_1970 = absl::FromUnixMillis(-1500);
    QVERIFY(toTime(toTimestamp(before_1970)) == before_1970);
    QVERIFY(toTimestamp(before_1970).nanos() >= 0);
    const absl::Time now = absl::FromUnixNanos(1'795'000'000'123'456'789);
    QVERIFY(toTime(toTimestamp(now)) == now);
  }

  void datesComeBack() {
    const absl::CivilDay day(2026, 11, 20);
    QVERIFY(civilDay(toDate(day)) == day);
    QVERIFY(civilMonth(toMonth(absl::CivilMonth(2026, 11))) == absl::CivilMonth(2026, 11));
    QVERIFY(isSet(toDate(day)));
    QVERIFY(!isSet(v1::Date()));
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::Calendar)
#include "test_calendar.moc"
