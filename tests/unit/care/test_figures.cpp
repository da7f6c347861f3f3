#include <QTest>
#include <limits>

#include "district.h"
#include "sync/care/area_tree.h"
#include "sync/care/figures.h"

namespace doorstep::care::testing {
namespace {

v1::MinutesLine line(v1::ServiceEntryState state, v1::HoursSource source, std::uint32_t minutes) {
  v1::MinutesLine made;
  made.set_area_id("area");
  made.set_state(state);
  made.set_source(source);
  made.set_minutes(minutes);
  return made;
}

}  // namespace

class FiguresOfAnArea : public QObject {
  Q_OBJECT

 private slots:
  void percent_data() {
    QTest::addColumn<qint64>("n");
    QTest::addColumn<qint64>("d");
    QTest::addColumn<QString>("text");
    QTest::newRow("1,999 of 2,000") << qint64{1999} << qint64{2000} << "99.9 %";
    QTest::newRow("all") << qint64{2000} << qint64{2000} << "100.0 %";
    QTest::newRow("nobody to visit") << qint64{0} << qint64{0} << "—";
    QTest::newRow("none") << qint64{0} << qint64{7} << "0.0 %";
    QTest::newRow("202 of 430 meal points") << qint64{202} << qint64{430} << "47.0 %";
    QTest::newRow("half goes up") << qint64{1} << qint64{16} << "6.3 %";  // 6.25
    QTest::newRow("below half goes down") << qint64{1} << qint64{3} << "33.3 %";
    QTest::newRow("one of very many") << qint64{1} << qint64{100000} << "0.0 %";
    QTest::newRow("all but one of very many") << qint64{999999} << qint64{1000000} << "99.9 %";
    QTest::newRow("more than the target") << qint64{3} << qint64{2} << "150.0 %";
  }

  void percent() {
    QFETCH(qint64, n);
    QFETCH(qint64, d);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(percentText(n, d)), text);
  }

  void perMilleOfNothingIsNothing() {
    QVERIFY(!perMille(0, 0).has_value());
    QVERIFY(perMille(1999, 2000) == 999);
    QVERIFY(perMille(2000, 2000) == 1000);
  }

  void hours_data() {
    QTest::addColumn<qint64>("minutes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64{0} << "0.0";
    QTest::newRow("2 min") << qint64{2} << "0.0";
    QTest::newRow("3 min, half up") << qint64{3} << "0.1";
    QTest::newRow("45 min") << qint64{45} << "0.8";
    QTest::newRow("an hour") << qint64{60} << "1.0";
    QTest::newRow("999.9 h") << qint64{59994} << "999.9";
    QTest::newRow("grouped") << qint64{72390} << "1,206.5";
    QTest::newRow("10,437 h") << qint64{626220} << "10,437.0";
    QTest::newRow("millions") << qint64{74074080} << "1,234,568.0";
    QTest::newRow("taken back") << qint64{-45} << "-0.8";
  }

  void hours() {
    QFETCH(qint64, minutes);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(hoursText(minutes)), text);
  }

  void elderMonthGoesToItsAreas() {
    v1::ElderMonth fact;
    fact.set_area_id("at S");
    fact.set_in_denominator(true);
    fact.set_missed_reason(v1::MISSED_REASON_NO_REPLY);
    fact.set_slots_due(4);
    fact.set_slots_satisfied(2);
    v1::PersonTimes& times = *fact.add_person_times();
    times.set_area_id("at the contact");
    times.set_mode(v1::CONTACT_MODE_VIDEO);
    times.set_count(3);
    Contributions sums;
    addElderMonth(sums, fact);
    QCOMPARE(sums["at S"].denominator(), 1);
    QCOMPARE(sums["at S"].missed_no_reply(), 1);
    QCOMPARE(sums["at S"].slots_due(), 4);
    QCOMPARE(sums["at S"].slots_satisfied(), 2);
    QCOMPARE(sums["at S"].unduplicated_elders(), 1);
    QCOMPARE(sums["at S"].person_times_video(), 0);
    QCOMPARE(sums["at the contact"].person_times_video(), 3);
    addElderMonth(sums, fact, -1);
    QVERIFY(isZero(sums["at S"]));
    QVERIFY(isZero(sums["at the contact"]));
  }

  void minutesByStanding_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("source");
    QTest::addColumn<int>("certified");
    QTest::addColumn<int>("provisional");
    const auto row = [](v1::ServiceEntryState state, v1::HoursSource source, int certified, int provisional) {
      QTest::newRow((v1::ServiceEntryState_Name(state) + " " + v1::HoursSource_Name(source)).c_str())
          << int{state} << int{source} << certified << provisional;
    };
    row(v1::SERVICE_ENTRY_STATE_CONFIRMED, v1::HOURS_SOURCE_MEASURED, 40, 0);
    row(v1::SERVICE_ENTRY_STATE_CONFIRMED, v1::HOURS_SOURCE_ENTERED, 40, 0);
    row(v1::SERVICE_ENTRY_STATE_CONFIRMED, v1::HOURS_SOURCE_IMPUTED, 0, 40);  // imputed is never certified
    row(v1::SERVICE_ENTRY_STATE_SUBMITTED, v1::HOURS_SOURCE_MEASURED, 0, 40);
    row(v1::SERVICE_ENTRY_STATE_SUBMITTED, v1::HOURS_SOURCE_IMPUTED, 0, 40);
    row(v1::SERVICE_ENTRY_STATE_DRAFT, v1::HOURS_SOURCE_MEASURED, 0, 0);
    row(v1::SERVICE_ENTRY_STATE_DISPUTED, v1::HOURS_SOURCE_MEASURED, 0, 0);
    row(v1::SERVICE_ENTRY_STATE_CORRECTED, v1::HOURS_SOURCE_MEASURED, 0, 0);
    row(v1::SERVICE_ENTRY_STATE_VOIDED, v1::HOURS_SOURCE_MEASURED, 0, 0);
  }

  void minutesByStanding() {
    QFETCH(int, state);
    QFETCH(int, source);
    QFETCH(int, certified);
    QFETCH(int, provisional);
    const v1::MinutesLine minutes =
        line(static_cast<v1::ServiceEntryState>(state), static_cast<v1::HoursSource>(source), 40);
    Contributions sums;
    addWorkerMinutes(sums, minutes);
    addDeliveredMinutes(sums, minutes);
    const v1::Figures& figures = sums["area"];
    QCOMPARE(figures.worker_minutes_certified(), certified);
    QCOMPARE(figures.worker_minutes_provisional(), provisional);
    QCOMPARE(figures.delivered_minutes_certified(), certified);
    QCOMPARE(figures.delivered_minutes_provisional(), provisional);
    const std::int64_t by_source = figures.delivered_minutes_measured() + figures.delivered_minutes_entered() +
                                   figures.delivered_minutes_imputed();
    QCOMPARE(by_source, certified + provisional);
    QCOMPARE(figures.delivered_minutes_imputed() > 0, source == v1::HOURS_SOURCE_IMPUTED && by_source > 0);
  }

  void risksOfTheMonthTheyWereOpened() {
    District d;
    v1::Elder& elder = d.elder(d.area_a());
    const auto close = [&d](const v1::RiskFlag& flag, int resolved_on) {
      d.riskEvent(flag, v1::RISK_STATE_ACKNOWLEDGED, at(11, resolved_on, 9));
      d.riskEvent(flag, v1::RISK_STATE_IN_ACTION, at(11, resolved_on, 10));
      d.riskEvent(flag, v1::RISK_STATE_RESOLVED, at(11, resolved_on, 11));
      d.riskEvent(flag, v1::RISK_STATE_RECHECKED, at(12, 1, 9));
      d.riskEvent(flag, v1::RISK_STATE_CLOSED, at(12, 1, 10));
    };
    d.risk(elder, v1::RISK_LEVEL_YELLOW, at(11, 2, 9));
    close(d.risk(elder, v1::RISK_LEVEL_ORANGE, at(11, 2, 9)), 5);
    close(d.risk(elder, v1::RISK_LEVEL_ORANGE, at(11, 2, 9)), 20);
    d.riskEvent(d.risk(elder, v1::RISK_LEVEL_YELLOW, at(11, 3, 9)), v1::RISK_STATE_DUPLICATE, at(11, 4, 9));
    d.riskEvent(d.risk(elder, v1::RISK_LEVEL_YELLOW, at(11, 3, 9)), v1::RISK_STATE_DISMISSED, at(11, 4, 9));
    d.risk(elder, v1::RISK_LEVEL_RED, at(10, 31, 9));
    const v1::Figures figures =
        districtMonth(d.records(), absl::CivilMonth(2026, 11), absl::CivilDay(2026, 12, 6)).own[d.area_a()];
    QCOMPARE(figures.risks_opened(), 3);
    QCOMPARE(figures.risks_closed(), 2);
    QCOMPARE(figures.risks_closed_on_time(), 1);
  }

  void sumsGoUpTheTree() {
    District d;
    d.elder(d.area_a());
    d.elder(d.area_b());
    d.elder(d.area_b());
    DistrictMonth month = districtMonth(d.records(), absl::CivilMonth(2026, 11), absl::CivilDay(2026, 12, 6));
    QCOMPARE(month.summed[d.area_a()].denominator(), 1);
    QCOMPARE(month.summed[d.area_b()].denominator(), 2);
    QCOMPARE(month.summed[d.district()].denominator(), 3);
    QCOMPARE(month.own[d.district()].denominator(), 0);
  }

  void circleOfAreasEnds() {
    v1::Area one;
    one.set_id("one");
    one.set_parent_id("two");
    v1::Area two;
    two.set_id("two");
    two.set_parent_id("one");
    const std::vector<const v1::Area*> areas = {&one, &two};
    const AreaTree tree(areas);
    QVERIFY(tree.upwards("one") == (std::vector<std::string>{"one", "two"}));
    QVERIFY(tree.upwards("elsewhere") == (std::vector<std::string>{"elsewhere"}));
  }
};

}  // namespace doorstep::care::testing

QTEST_APPLESS_MAIN(doorstep::care::testing::FiguresOfAnArea)
#include "test_figures.moc"
