#include <QTest>

#include "district.h"
#include "sync/care/late_entry.h"

namespace doorstep::care::testing {

class LateEntry : public QObject {
  Q_OBJECT

 private slots:
  void entered_data() {
    QTest::addColumn<int>("visited_on");  // of November; entered on the 20th
    QTest::addColumn<int>("role");
    QTest::addColumn<bool>("reason");
    QTest::addColumn<int>("backdate_days");
    QTest::addColumn<QString>("too_late");  // the days allowed, or empty
    const int visitor = v1::ROLE_VISITOR;
    const int supervisor = v1::ROLE_SUPERVISOR;
    const int staff = v1::ROLE_DISTRICT_STAFF;
    QTest::newRow("today") << 20 << visitor << false << 0 << "";
    QTest::newRow("tomorrow, by a clock set back") << 21 << visitor << false << 0 << "";
    QTest::newRow("7 days ago") << 13 << visitor << false << 0 << "";
    QTest::newRow("8 days ago") << 12 << visitor << false << 0 << "7";
    QTest::newRow("8 days ago with a reason") << 12 << visitor << true << 0 << "7";
    QTest::newRow("supervisor without a reason") << 12 << supervisor << false << 0 << "7";
    QTest::newRow("supervisor with a reason") << 12 << supervisor << true << 0 << "";
    QTest::newRow("district with a reason") << 12 << staff << true << 0 << "";
    QTest::newRow("operator with a reason") << 12 << int{v1::ROLE_OPERATOR} << true << 0 << "7";
    QTest::newRow("local switch: 3 days") << 17 << visitor << false << 3 << "";
    QTest::newRow("local switch: 4 days") << 16 << visitor << false << 3 << "3";
  }

  void entered() {
    QFETCH(int, visited_on);
    QFETCH(int, role);
    QFETCH(bool, reason);
    QFETCH(int, backdate_days);
    QFETCH(QString, too_late);
    v1::DistrictRules rules;
    v1::RuleSet& set = *rules.add_rule_sets();
    *set.mutable_from_on() = on(1, 1);
    set.set_backdate_days(static_cast<std::uint32_t>(backdate_days));
    v1::Visit visit;
    // Days count, not hours.
    *visit.mutable_started_at() = at(11, visited_on, 0, 5);
    visit.set_late_reason(reason ? "纸质表迟交" : "");
    const std::optional<v1::Problem> problem =
        lateEntry(visit, toTime(at(11, 20, 23, 50)), static_cast<v1::Role>(role), rules);
    QCOMPARE(problem.has_value(), !too_late.isEmpty());
    if (problem.has_value()) {
      QCOMPARE(problem->code(), v1::PROBLEM_CODE_TOO_LATE);
      QCOMPARE(problem->field(), std::string("started_at"));
      QCOMPARE(problem->details(0), too_late.toStdString());
    }
  }

  // A set that holds from the 25th does not bind what is entered on the 20th.
  void rulesOfTheDayOfEntering() {
    v1::DistrictRules rules;
    v1::RuleSet& set = *rules.add_rule_sets();
    *set.mutable_from_on() = on(11, 25);
    set.set_backdate_days(1);
    v1::Visit visit;
    *visit.mutable_started_at() = at(11, 15, 9);
    QVERIFY(!lateEntry(visit, toTime(at(11, 20, 9)), v1::ROLE_VISITOR, rules).has_value());
    *visit.mutable_started_at() = at(11, 23, 9);
    QVERIFY(lateEntry(visit, toTime(at(11, 25, 9)), v1::ROLE_VISITOR, rules).has_value());
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::LateEntry)
#include "test_late_entry.moc"
