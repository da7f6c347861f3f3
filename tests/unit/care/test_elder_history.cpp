#include <QTest>

#include "district.h"
#include "sync/care/elder_history.h"

namespace doorstep::care::testing {
namespace {

absl::CivilDay day(int month, int day_of_month) {
  return absl::CivilDay(2026, month, day_of_month);
}

}  // namespace

class ElderHistory : public QObject {
  Q_OBJECT

 private slots:
  void spanHoldsFromItsDay() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    const std::string next = d.household(d.area_b());
    moveTo(elder, next, on(11, 16));
    setTier(elder, v1::TIER_A, on(11, 16));
    QVERIFY(householdOn(elder, day(11, 15)) != next);
    QVERIFY(householdOn(elder, day(11, 16)) == next);
    QCOMPARE(tierOn(elder, day(11, 15)), v1::TIER_C);
    QCOMPARE(tierOn(elder, day(11, 16)), v1::TIER_A);
    QVERIFY(householdOn(elder, day(1, 1) - 1).empty());
  }

  void orderInTheListDoesNotMatter() {
    v1::Elder elder;
    setTier(elder, v1::TIER_A, on(11, 10));
    setTier(elder, v1::TIER_B, on(3, 1));
    QCOMPARE(tierOn(elder, day(11, 20)), v1::TIER_A);
    QCOMPARE(tierOn(elder, day(5, 1)), v1::TIER_B);
    QCOMPARE(tierOn(elder, day(2, 1)), v1::TIER_C);
  }

  void awayExpiresAfterSixtyDays() {
    v1::Elder elder;
    setStatus(elder, v1::CARE_STATUS_AWAY, on(9, 1), "somebody");
    const v1::RuleSet rules = defaultRules();
    QCOMPARE(statusOn(elder, day(10, 30), rules), v1::CARE_STATUS_AWAY);
    QCOMPARE(statusOn(elder, day(10, 31), rules), v1::CARE_STATUS_AT_HOME);
    QVERIFY(confirmedAbsenceOn(elder, day(10, 30), rules));
    QVERIFY(!confirmedAbsenceOn(elder, day(10, 31), rules));
  }

  void absenceNeedsASecondPerson() {
    v1::Elder elder;
    setStatus(elder, v1::CARE_STATUS_HOSPITALISED, on(11, 1));
    QVERIFY(!confirmedAbsenceOn(elder, day(11, 5), defaultRules()));
    elder.mutable_statuses(0)->set_confirmed_by("somebody");
    QVERIFY(confirmedAbsenceOn(elder, day(11, 5), defaultRules()));
    QVERIFY(!confirmedAbsenceOn(elder, day(10, 31), defaultRules()));
  }

  void institution_data() {
    QTest::addColumn<int>("planned_days");  // 0: open
    QTest::addColumn<int>("ended_after");   // 0: not ended
    QTest::addColumn<int>("status");
    QTest::newRow("open") << 0 << 0 << int{v1::CARE_STATUS_INSTITUTIONALISED};
    QTest::newRow("planned for 29 days") << 29 << 0 << int{v1::CARE_STATUS_HOSPITALISED};
    QTest::newRow("planned for 30 days") << 30 << 0 << int{v1::CARE_STATUS_INSTITUTIONALISED};
    QTest::newRow("open, home after 29 days") << 0 << 29 << int{v1::CARE_STATUS_HOSPITALISED};
    QTest::newRow("open, home after 30 days") << 0 << 30 << int{v1::CARE_STATUS_INSTITUTIONALISED};
    QTest::newRow("planned short, lasted long") << 10 << 45 << int{v1::CARE_STATUS_INSTITUTIONALISED};
    QTest::newRow("planned long, lasted short") << 90 << 11 << int{v1::CARE_STATUS_HOSPITALISED};
  }

  void institution() {
    QFETCH(int, planned_days);
    QFETCH(int, ended_after);
    QFETCH(int, status);
    v1::Elder elder;
    setStatus(elder, v1::CARE_STATUS_INSTITUTIONALISED, on(11, 3));
    if (planned_days > 0) {
      *elder.mutable_statuses(0)->mutable_planned_until_on() = toDate(day(11, 3) + planned_days - 1);
    }
    if (ended_after > 0) {
      setStatus(elder, v1::CARE_STATUS_AT_HOME, toDate(day(11, 3) + ended_after));
    }
    QCOMPARE(int{statusOn(elder, day(11, 10), defaultRules())}, status);
  }

  // A new span in the institution, say with another plan, is the same stay.
  void spansInAnInstitutionAreOneStay() {
    v1::Elder elder;
    setStatus(elder, v1::CARE_STATUS_INSTITUTIONALISED, on(10, 1));
    setStatus(elder, v1::CARE_STATUS_INSTITUTIONALISED, on(10, 20));
    setStatus(elder, v1::CARE_STATUS_AT_HOME, on(11, 5));
    QCOMPARE(statusOn(elder, day(10, 10), defaultRules()), v1::CARE_STATUS_INSTITUTIONALISED);
    QCOMPARE(statusOn(elder, day(10, 25), defaultRules()), v1::CARE_STATUS_INSTITUTIONALISED);
  }

  void careBeginsAndEnds() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    *elder.mutable_care_from_on() = on(11, 5);
    setStatus(elder, v1::CARE_STATUS_MOVED_OUT, on(11, 20));
    const v1::RuleSet rules = defaultRules();
    QVERIFY(!inCareOn(elder, day(11, 4), rules));
    QVERIFY(inCareOn(elder, day(11, 5), rules));
    QVERIFY(!inCareOn(elder, day(11, 20), rules));
    QVERIFY(firstDayInCare(elder, day(11, 1), day(11, 30), rules) == day(11, 5));
    QVERIFY(firstDayOutOfCare(elder, day(11, 5), day(11, 30), rules) == day(11, 20));
    QVERIFY(!firstDayOutOfCare(elder, day(11, 5), day(11, 19), rules).has_value());
    QVERIFY(!firstDayInCare(elder, day(11, 20), day(12, 31), rules).has_value());
  }

  void rulesByDayWithDefaults() {
    v1::DistrictRules rules;
    v1::RuleSet& set = *rules.add_rule_sets();
    *set.mutable_from_on() = on(11, 10);
    set.add_priority_kinds(v1::ELDER_KIND_DEMENTIA);
    set.set_same_contact_minutes(45);
    QCOMPARE(rulesOn(rules, day(11, 9)).priority_kinds_size(), 8);
    QCOMPARE(rulesOn(rules, day(11, 9)).same_contact_minutes(), 30U);
    QCOMPARE(rulesOn(rules, day(11, 10)).priority_kinds_size(), 1);
    QCOMPARE(rulesOn(rules, day(11, 10)).same_contact_minutes(), 45U);
    QCOMPARE(rulesOn(rules, day(11, 10)).away_expires_days(), 60U);
    v1::Elder elder;
    v1::KindsSpan& kinds = *elder.add_kinds();
    kinds.add_kinds(v1::ELDER_KIND_DEMENTIA);
    *kinds.mutable_from_on() = on(1, 1);
    QVERIFY(!hasPriorityKind(elder, day(11, 9), rulesOn(rules, day(11, 9))));
    QVERIFY(hasPriorityKind(elder, day(11, 10), rulesOn(rules, day(11, 10))));
  }

  void nobodyFallsOutOfEveryArea() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    const auto area_of = [](const std::string& household) { return "area of " + household; };
    const std::string expected = "area of " + elder.residences(0).household_id();
    QVERIFY(areaOn(elder, day(1, 1) - 100, area_of) == expected);
    QVERIFY(areaOn(elder, day(11, 1), area_of) == expected);
    QVERIFY(areaOn(v1::Elder(), day(11, 1), area_of).empty());
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::ElderHistory)
#include "test_elder_history.moc"
