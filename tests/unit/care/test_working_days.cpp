#include <QTest>

#include "district.h"
#include "sync/care/freeze.h"
#include "sync/care/working_days.h"

namespace doorstep::care::testing {
namespace {

absl::CivilDay dayFrom(const QString& text) {
  absl::CivilDay day;
  return absl::ParseCivilTime(text.toStdString(), &day) ? day : absl::CivilDay();
}

QString dayText(absl::CivilDay day) {
  return QString::fromStdString(absl::FormatCivilTime(day));
}

v1::DistrictRules rulesOf(bool waits, std::uint32_t freeze_day = 0) {
  v1::DistrictRules rules;
  v1::RuleSet& set = *rules.add_rule_sets();
  *set.mutable_from_on() = on(1, 1, 2020);
  set.set_freeze_waits_for_working_day(waits);
  set.set_freeze_day(freeze_day);
  return rules;
}

}  // namespace

class WorkingDaysTest : public QObject {
  Q_OBJECT

 private slots:
  // Every stretch of the notices: all its days are free, and the days beside it are what they are.
  void holidays_data() {
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    const auto row = [](const char* first, const char* last) { QTest::newRow(first) << first << last; };
    row("2023-12-30", "2024-01-01");
    row("2024-02-10", "2024-02-17");
    row("2024-04-04", "2024-04-06");
    row("2024-05-01", "2024-05-05");
    row("2024-06-08", "2024-06-10");
    row("2024-09-15", "2024-09-17");
    row("2024-10-01", "2024-10-07");
    row("2025-01-01", "2025-01-01");
    row("2025-01-28", "2025-02-04");
    row("2025-04-04", "2025-04-06");
    row("2025-05-01", "2025-05-05");
    row("2025-05-31", "2025-06-02");
    row("2025-10-01", "2025-10-08");
    row("2026-01-01", "2026-01-03");
    row("2026-02-15", "2026-02-23");
    row("2026-04-04", "2026-04-06");
    row("2026-05-01", "2026-05-05");
    row("2026-06-19", "2026-06-21");
    row("2026-09-25", "2026-09-27");
    row("2026-10-01", "2026-10-07");
  }

  void holidays() {
    QFETCH(QString, first);
    QFETCH(QString, last);
    const WorkingDays days{v1::DistrictRules()};
    QVERIFY(days.isWorkingDay(dayFrom(first) - 1));
    for (absl::CivilDay day = dayFrom(first); day <= dayFrom(last); ++day) {
      QVERIFY2(!days.isWorkingDay(day), qPrintable(dayText(day)));
    }
    QVERIFY(days.isWorkingDay(dayFrom(last) + 1));
  }

  // What the notices leave of each year.
  void workingDaysOfTheYear_data() {
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("count");
    QTest::newRow("2024") << 2024 << 251;
    QTest::newRow("2025") << 2025 << 248;
    QTest::newRow("2026") << 2026 << 248;
    QTest::newRow("2027, Monday to Friday") << 2027 << 261;
  }

  void workingDaysOfTheYear() {
    QFETCH(int, year);
    QFETCH(int, count);
    const WorkingDays days{v1::DistrictRules()};
    int found = 0;
    for (absl::CivilDay day(year, 1, 1); day.year() == year; ++day) {
      found += days.isWorkingDay(day) ? 1 : 0;
    }
    QCOMPARE(found, count);
    QCOMPARE(WorkingDays::isKnownYear(year), year != 2027);
  }

  void workedWeekends_data() {
    QTest::addColumn<QString>("day");
    for (const char* day :
         {"2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29",
          "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04",
          "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"}) {
      QTest::newRow(day) << day;
    }
  }

  void workedWeekends() {
    QFETCH(QString, day);
    const absl::Weekday weekday = absl::GetWeekday(dayFrom(day));
    QVERIFY(weekday == absl::Weekday::saturday || weekday == absl::Weekday::sunday);
    QVERIFY(WorkingDays(v1::DistrictRules()).isWorkingDay(dayFrom(day)));
  }

  void theDistrictsDaysWin() {
    v1::DistrictRules rules;
    *rules.add_extra_holidays() = on(11, 20);      // a Friday
    *rules.add_extra_holidays() = on(10, 10);      // worked in the national calendar
    *rules.add_extra_working_days() = on(11, 21);  // a Saturday
    *rules.add_extra_working_days() = on(10, 7);   // a national holiday
    *rules.add_extra_holidays() = on(1, 1, 2027);  // of a year that is not shipped
    const WorkingDays days(rules);
    QVERIFY(!days.isWorkingDay(absl::CivilDay(2026, 11, 20)));
    QVERIFY(!days.isWorkingDay(absl::CivilDay(2026, 10, 10)));
    QVERIFY(days.isWorkingDay(absl::CivilDay(2026, 11, 21)));
    QVERIFY(days.isWorkingDay(absl::CivilDay(2026, 10, 7)));
    QVERIFY(!days.isWorkingDay(absl::CivilDay(2027, 1, 1)));
  }

  void addedDays_data() {
    QTest::addColumn<QString>("since");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("until");
    QTest::newRow("none") << "2026-11-21 10:00" << 0 << "2026-11-21 10:00";
    QTest::newRow("over a weekend") << "2026-11-19 10:00" << 3 << "2026-11-24 10:00";
    QTest::newRow("from a Saturday") << "2026-11-21 10:00" << 1 << "2026-11-23 10:00";
    QTest::newRow("over National Day") << "2026-09-30 16:30" << 3 << "2026-10-10 16:30";
    QTest::newRow("over the Spring Festival") << "2026-02-13 09:00" << 3 << "2026-02-25 09:00";
    QTest::newRow("into a year not shipped") << "2026-12-31 08:00" << 1 << "2027-01-01 08:00";
  }

  void addedDays() {
    QFETCH(QString, since);
    QFETCH(int, days);
    QFETCH(QString, until);
    absl::Time from;
    std::string error;
    QVERIFY(absl::ParseTime("%Y-%m-%d %H:%M", since.toStdString(), districtZone(), &from, &error));
    const absl::Time result = WorkingDays(v1::DistrictRules()).addWorkingDays(from, days);
    QCOMPARE(QString::fromStdString(absl::FormatTime("%Y-%m-%d %H:%M", result, districtZone())), until);
  }

  void freeze_data() {
    QTest::addColumn<int>("month");
    QTest::addColumn<bool>("waits");
    QTest::addColumn<int>("freeze_day");
    QTest::addColumn<QString>("at");
    // 6 December 2026 is a Sunday, 6 November a Friday, 6 October in the National Day week.
    QTest::newRow("does not wait") << 11 << false << 0 << "2026-12-06 00:00";
    QTest::newRow("waits over a Sunday") << 11 << true << 0 << "2026-12-08 00:00";
    QTest::newRow("a working day needs no wait") << 10 << true << 0 << "2026-11-06 00:00";
    QTest::newRow("waits over the holidays") << 9 << true << 0 << "2026-10-09 00:00";
    QTest::newRow("a worked Saturday needs no wait") << 9 << true << 10 << "2026-10-10 00:00";
    QTest::newRow("over the new year") << 12 << false << 3 << "2027-01-03 00:00";
  }

  void freeze() {
    QFETCH(int, month);
    QFETCH(bool, waits);
    QFETCH(int, freeze_day);
    QFETCH(QString, at);
    const std::optional<absl::Time> found =
        freezeAt(absl::CivilMonth(2026, month), rulesOf(waits, static_cast<std::uint32_t>(freeze_day)));
    QVERIFY(found.has_value());
    QCOMPARE(QString::fromStdString(absl::FormatTime("%Y-%m-%d %H:%M", *found, districtZone())), at);
  }

  void theRuleSetThatHeldInTheMonthFreezesIt() {
    v1::DistrictRules rules = rulesOf(false);
    v1::RuleSet& later = *rules.add_rule_sets();
    *later.mutable_from_on() = on(11, 17);
    later.set_freeze_day(10);
    QCOMPARE(freezeAt(absl::CivilMonth(2026, 11), rules),
             std::optional(absl::FromCivil(absl::CivilDay(2026, 12, 6), districtZone())));
    QCOMPARE(freezeAt(absl::CivilMonth(2026, 12), rules),
             std::optional(absl::FromCivil(absl::CivilDay(2027, 1, 10), districtZone())));
  }

  void theMonthOfGoingLiveIsNeverFrozen() {
    v1::DistrictRules rules = rulesOf(false);
    *rules.mutable_go_live_on() = on(11, 1);
    QVERIFY(!freezeAt(absl::CivilMonth(2026, 10), rules).has_value());
    QVERIFY(!freezeAt(absl::CivilMonth(2026, 11), rules).has_value());
    QVERIFY(freezeAt(absl::CivilMonth(2026, 12), rules).has_value());
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::WorkingDaysTest)
#include "test_working_days.moc"
