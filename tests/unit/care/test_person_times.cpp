#include <QTest>

#include "district.h"
#include "sync/care/elder_month.h"

namespace doorstep::care::testing {
namespace {

v1::ElderMonth november(const District& district, absl::CivilDay today = absl::CivilDay(2026, 12, 6)) {
  return districtMonth(district.records(), absl::CivilMonth(2026, 11), today).elder_months.front();
}

std::uint32_t timesBy(const v1::ElderMonth& fact, v1::ContactMode mode) {
  std::uint32_t count = 0;
  for (const v1::PersonTimes& line : fact.person_times()) {
    count += line.mode() == mode ? line.count() : 0;
  }
  return count;
}

}  // namespace

// person_times and the facts about people that no worked row shows (domain.md §6).
class PersonTimesOfAMonth : public QObject {
  Q_OBJECT

 private slots:
  void closerThanThirtyMinutesIsTheSame_data() {
    QTest::addColumn<QList<int>>("minutes_after_nine");
    QTest::addColumn<unsigned>("count");
    QTest::newRow("29 apart") << QList<int>{0, 29} << 1U;
    QTest::newRow("30 apart") << QList<int>{0, 30} << 2U;
    QTest::newRow("measured from the last counted one") << QList<int>{0, 20, 40} << 2U;
    QTest::newRow("in any order") << QList<int>{40, 0, 20} << 2U;
  }

  void closerThanThirtyMinutesIsTheSame() {
    QFETCH(QList<int>, minutes_after_nine);
    QFETCH(unsigned, count);
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    for (const int minutes : minutes_after_nine) {
      d.visit(elder, at(11, 12, 9, minutes), 5);
    }
    QCOMPARE(timesBy(november(d), v1::CONTACT_MODE_IN_PERSON), count);
  }

  void modesAreCountedApart() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    d.visit(elder, at(11, 12, 9), 5);
    d.visit(elder, at(11, 12, 9, 10), 5, v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SPOKE_REMOTE);
    QCOMPARE(timesBy(november(d), v1::CONTACT_MODE_IN_PERSON), 1U);
    QCOMPARE(timesBy(november(d), v1::CONTACT_MODE_PHONE), 1U);
  }

  void dayPrecisionIsOneADayAndNoneBesideAnExactOne() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    for (const int hour : {8, 14}) {
      d.visit(elder, at(11, 12, hour)).set_precision(v1::PRECISION_DAY);
      d.visit(elder, at(11, 13, hour)).set_precision(v1::PRECISION_DAY);
    }
    QCOMPARE(timesBy(november(d), v1::CONTACT_MODE_IN_PERSON), 2U);
    d.visit(elder, at(11, 13, 18));
    QCOMPARE(timesBy(november(d), v1::CONTACT_MODE_IN_PERSON), 2U);
  }

  void midnightBetweenMonthsMakesNoSecondOne() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    d.visit(elder, at(10, 31, 23, 50), 30);
    d.visit(elder, at(11, 1, 0, 5), 10);
    QCOMPARE(timesBy(november(d), v1::CONTACT_MODE_IN_PERSON), 0U);
    QVERIFY(november(d).contacted());
  }

  void failedAttemptsAreNone() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    for (const v1::ContactOutcome outcome : {v1::CONTACT_OUTCOME_NO_REPLY, v1::CONTACT_OUTCOME_NOT_SEEN_SAFE,
                                             v1::CONTACT_OUTCOME_ABORTED_UNSAFE, v1::CONTACT_OUTCOME_CANCELLED}) {
      d.visit(elder, at(11, 12, 9), 5, v1::CONTACT_MODE_IN_PERSON, outcome);
    }
    QCOMPARE(november(d).person_times_size(), 0);
    QVERIFY(!november(d).any_contact());
  }

  void invalidPairsNeverQualify() {
    District d;
    d.visit(d.elder(d.area_a()), at(11, 12, 9), 5, v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SEEN);
    QVERIFY(!november(d).contacted());
  }

  void proxyNeedsAConfirmedAbsenceAndSomebodyOnFile_data() {
    QTest::addColumn<bool>("confirmed");
    QTest::addColumn<bool>("on_file");
    QTest::addColumn<bool>("counts");
    QTest::newRow("confirmed, on file") << true << true << true;
    QTest::newRow("not confirmed") << false << true << false;
    QTest::newRow("nobody on file") << true << false << false;
  }

  void proxyNeedsAConfirmedAbsenceAndSomebodyOnFile() {
    QFETCH(bool, confirmed);
    QFETCH(bool, on_file);
    QFETCH(bool, counts);
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    setStatus(elder, v1::CARE_STATUS_HOSPITALISED, on(11, 2), confirmed ? d.another_worker() : "");
    v1::Visit& visit = d.visit(elder, at(11, 12, 9), 5, v1::CONTACT_MODE_PROXY, v1::CONTACT_OUTCOME_PROXY_CONFIRMED);
    visit.mutable_contacts(0)->set_proxy_contact_id(on_file ? d.contact(elder, v1::CONTACT_RELATION_WARD).id()
                                                            : d.nextId());
    QCOMPARE(november(d).contacted(), counts);
    QCOMPARE(november(d).proxy_only(), counts);
  }

  void refusedOnlyWhenRefusedEachTime() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    d.visit(elder, at(11, 3, 9), 5, v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_SEEN_REFUSED);
    QVERIFY(november(d).contacted());
    QVERIFY(november(d).refused_only());
    d.visit(elder, at(11, 9, 9), 5, v1::CONTACT_MODE_PHONE, v1::CONTACT_OUTCOME_SPOKE_REMOTE);
    QVERIFY(!november(d).refused_only());
  }

  void missedReason_data() {
    QTest::addColumn<bool>("assigned");
    QTest::addColumn<QList<int>>("outcomes");
    QTest::addColumn<bool>("away");
    QTest::addColumn<int>("reason");
    const int no_reply = v1::CONTACT_OUTCOME_NO_REPLY;
    const int safe = v1::CONTACT_OUTCOME_NOT_SEEN_SAFE;
    const int unsafe = v1::CONTACT_OUTCOME_ABORTED_UNSAFE;
    const int cancelled = v1::CONTACT_OUTCOME_CANCELLED;
    QTest::newRow("unassigned comes first")
        << false << QList<int>{no_reply} << true << int{v1::MISSED_REASON_UNASSIGNED};
    QTest::newRow("no reply") << true << QList<int>{unsafe, safe, no_reply} << true << int{v1::MISSED_REASON_NO_REPLY};
    QTest::newRow("not seen but safe") << true << QList<int>{unsafe, safe} << true
                                       << int{v1::MISSED_REASON_NOT_SEEN_SAFE};
    QTest::newRow("somebody vouched who does not count")
        << true << QList<int>{v1::CONTACT_OUTCOME_PROXY_CONFIRMED} << true << int{v1::MISSED_REASON_NOT_SEEN_SAFE};
    QTest::newRow("aborted") << true << QList<int>{unsafe} << true << int{v1::MISSED_REASON_ABORTED_UNSAFE};
    QTest::newRow("away") << true << QList<int>{} << true << int{v1::MISSED_REASON_AWAY};
    QTest::newRow("cancelled is not tried")
        << true << QList<int>{cancelled} << false << int{v1::MISSED_REASON_NOT_TRIED};
  }

  void missedReason() {
    QFETCH(bool, assigned);
    QFETCH(QList<int>, outcomes);
    QFETCH(bool, away);
    QFETCH(int, reason);
    District d;
    v1::Elder& elder = d.elder(d.area_a(), assigned);
    if (away) {
      setStatus(elder, v1::CARE_STATUS_AWAY, on(11, 2));
    }
    for (const int outcome : outcomes) {
      d.visit(elder, at(11, 12, 9), 5, v1::CONTACT_MODE_IN_PERSON, static_cast<v1::ContactOutcome>(outcome));
    }
    QCOMPARE(int{november(d).missed_reason()}, reason);
  }

  // Until S has passed, today stands in its place.
  void runningMonthUsesToday() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    *elder.mutable_care_from_on() = on(11, 8);
    moveTo(elder, d.household(d.area_b()), on(11, 12));
    QVERIFY(!november(d, absl::CivilDay(2026, 11, 7)).in_denominator());
    QVERIFY(november(d, absl::CivilDay(2026, 11, 8)).in_denominator());
    QVERIFY(november(d, absl::CivilDay(2026, 11, 11)).area_id() == d.area_a());
    QVERIFY(november(d, absl::CivilDay(2026, 11, 12)).area_id() == d.area_b());
  }

  void exits_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("day");
    QTest::addColumn<int>("reason");
    QTest::newRow("moved out on the 1st") << int{v1::CARE_STATUS_MOVED_OUT} << 1 << int{v1::EXIT_REASON_MOVED_OUT};
    QTest::newRow("institution on the 16th")
        << int{v1::CARE_STATUS_INSTITUTIONALISED} << 16 << int{v1::EXIT_REASON_INSTITUTIONALISED};
    QTest::newRow("died on the 30th") << int{v1::CARE_STATUS_DECEASED} << 30 << int{v1::EXIT_REASON_DECEASED};
    QTest::newRow("in hospital") << int{v1::CARE_STATUS_HOSPITALISED} << 20 << int{v1::EXIT_REASON_NONE};
  }

  void exits() {
    QFETCH(int, status);
    QFETCH(int, day);
    QFETCH(int, reason);
    District d;
    setStatus(d.elder(d.area_a()), static_cast<v1::CareStatus>(status), on(11, day));
    const v1::ElderMonth fact = november(d);
    QCOMPARE(int{fact.exit_reason()}, reason);
    QCOMPARE(fact.in_denominator(), reason == v1::EXIT_REASON_NONE);
  }

  void exitBelongsToItsMonthAndReturningBeforeSIsNone() {
    District d;
    v1::Elder& left_before = d.elder(d.area_a());
    setStatus(left_before, v1::CARE_STATUS_MOVED_OUT, on(10, 31));
    QCOMPARE(november(d).exit_reason(), v1::EXIT_REASON_NONE);
    QVERIFY(!november(d).in_denominator());
    District other;
    v1::Elder& back = other.elder(other.area_a());
    setStatus(back, v1::CARE_STATUS_MOVED_OUT, on(11, 2));
    setStatus(back, v1::CARE_STATUS_AT_HOME, on(11, 9));
    QCOMPARE(november(other).exit_reason(), v1::EXIT_REASON_NONE);
    QVERIFY(november(other).in_denominator());
    setStatus(back, v1::CARE_STATUS_MOVED_OUT, on(11, 20));
    QCOMPARE(november(other).exit_reason(), v1::EXIT_REASON_MOVED_OUT);
  }

  void nobodyIsOwedAVisitBeforeTheMonthOfGoingLive() {
    District d;
    d.visit(d.elder(d.area_a()), at(11, 12, 9));
    *d.rules.mutable_go_live_on() = on(12, 1);
    QVERIFY(!november(d).in_denominator());
    QCOMPARE(november(d).slots_due(), 0U);
    QCOMPARE(timesBy(november(d), v1::CONTACT_MODE_IN_PERSON), 1U);
    *d.rules.mutable_go_live_on() = on(11, 30);
    QVERIFY(november(d).in_denominator());
  }

  void lastExitUpToSIsTheOne() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    setStatus(elder, v1::CARE_STATUS_MOVED_OUT, on(11, 2));
    setStatus(elder, v1::CARE_STATUS_AT_HOME, on(11, 9));
    setStatus(elder, v1::CARE_STATUS_DECEASED, on(11, 16));
    QCOMPARE(november(d).exit_reason(), v1::EXIT_REASON_DECEASED);
  }

  void whoNeverCountedIsNoExit() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    elder.clear_kinds();
    setStatus(elder, v1::CARE_STATUS_MOVED_OUT, on(11, 20));
    QCOMPARE(november(d).exit_reason(), v1::EXIT_REASON_NONE);
  }

  void contactsThroughAChainOfMergesCount() {
    District d;
    v1::Elder& survivor = d.elder(d.area_a());
    v1::Elder& middle = d.elder(d.area_a());
    v1::Elder& last = d.elder(d.area_b());
    middle.set_merged_into(survivor.id());
    last.set_merged_into(middle.id());
    d.visit(last, at(11, 12, 9));
    const DistrictMonth month = districtMonth(d.records(), absl::CivilMonth(2026, 11), absl::CivilDay(2026, 12, 6));
    QCOMPARE(month.elder_months.size(), std::size_t{1});
    QVERIFY(month.elder_months.front().contacted());
    QVERIFY(month.elder_months.front().elder_id() == survivor.id());
  }

  void circleOfMergesLeavesEverybodyStanding() {
    District d;
    v1::Elder& one = d.elder(d.area_a());
    v1::Elder& other = d.elder(d.area_a());
    one.set_merged_into(other.id());
    other.set_merged_into(one.id());
    QCOMPARE(districtMonth(d.records(), absl::CivilMonth(2026, 11), absl::CivilDay(2026, 12, 6)).elder_months.size(),
             std::size_t{2});
  }

  void correctionReplacesAndVoidRemoves() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    const std::string first =
        d.visit(elder, at(11, 12, 9), 5, v1::CONTACT_MODE_IN_PERSON, v1::CONTACT_OUTCOME_NO_REPLY).id();
    v1::Visit& correction = d.visit(elder, at(11, 12, 9), 5);
    correction.set_corrects_id(first);
    QVERIFY(november(d).contacted());
    v1::Visit& withdrawn = d.visit(elder, at(11, 12, 9), 5);
    withdrawn.set_corrects_id(correction.id());
    withdrawn.set_voided(true);
    QVERIFY(!november(d).contacted());
    QCOMPARE(november(d).missed_reason(), v1::MISSED_REASON_NOT_TRIED);
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::PersonTimesOfAMonth)
#include "test_person_times.moc"
