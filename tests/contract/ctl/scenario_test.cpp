#include <QtTest>

#include <QProcess>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>

using Json = nlohmann::json;

// Both scenarios as a person runs them, with a real service and simulated tablets; each is played once and looked at
// by several checks. What they print is read back from the service, so a change of a rule shows here.
class ScenarioTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QVERIFY(folder_.isValid());
    play("xinxiang-2024h1", half_year_);
    play("fengman-month", month_);
  }

  void theHalfYearHasTheReportedFigures() {
    QCOMPARE(half_year_["person_times"].get<int>(), 20874);
    QCOMPARE(half_year_["service_hours"].get<double>(), 10437.0);
    QCOMPARE(half_year_["meal_points_verified"].get<int>(), 202);
    QCOMPARE(half_year_["meal_points_target"].get<int>(), 430);
    QCOMPARE(half_year_["meal_points"]["percent"].get<double>(), 47.0);
    QCOMPARE(half_year_["elapsed_percent"].get<double>(), 66.4);
    QCOMPARE(half_year_["waiting"].get<int>(), 0);
  }

  // Two ways through the service to the same figures: sums of months, and rows of each programme.
  void noProgrammesFigureComesFromTheOther() {
    const Json& visits = half_year_["programmes"][0];
    const Json& services = half_year_["programmes"][1];
    QCOMPARE(half_year_["programme_person_times"].get<int>(), 20874);
    QCOMPARE(visits["qualifying_contacts"].get<int>(), 20874);
    QCOMPARE(visits["elders_contacted"].get<int>(), 3600);
    QCOMPARE(visits["services"].get<int>(), 0);
    QCOMPARE(services["qualifying_contacts"].get<int>(), 0);
    QCOMPARE(services["services"].get<int>(), 512 * 3 * 6);
    QCOMPARE(services["service_hours"].get<double>(), 10437.0);
    QVERIFY(half_year_["delivered_hours_of_all_programmes"].get<double>() > 10437.0);
  }

  void everyMonthOfTheHalfYearIsFrozenAndStands_data() {
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("month");
    QTest::addColumn<int>("reached");
    QTest::newRow("January") << 0 << "2024-01" << 3405;
    QTest::newRow("February") << 1 << "2024-02" << 3377;
    QTest::newRow("March") << 2 << "2024-03" << 3489;
    QTest::newRow("April") << 3 << "2024-04" << 3514;
    QTest::newRow("May") << 4 << "2024-05" << 3533;
    QTest::newRow("June") << 5 << "2024-06" << 3556;
  }
  void everyMonthOfTheHalfYearIsFrozenAndStands() {
    QFETCH(int, index);
    QFETCH(QString, month);
    QFETCH(int, reached);
    const Json& row = half_year_["months"][static_cast<std::size_t>(index)];
    QCOMPARE(QString::fromStdString(row["month"].get<std::string>()), month);
    QCOMPARE(row["monthly_visit_rate"]["n"].get<int>(), reached);
    QCOMPARE(row["monthly_visit_rate"]["d"].get<int>(), 3600);
    QCOMPARE(row["person_times"].get<int>(), reached);
    QVERIFY(row["frozen"].get<bool>());
    QVERIFY(!row["restated"].get<bool>());
  }

  void countiesMealPointsSumUpToTheCitys() {
    int verified = 0;
    int target = 0;
    for (const Json& county : half_year_["meal_points_by_county"]) {
      verified += county["verified"].get<int>();
      target += county["target"].get<int>();
    }
    QCOMPARE(half_year_["meal_points_by_county"].size(), std::size_t{15});
    QCOMPARE(verified, 202);
    QCOMPARE(target, 430);
  }

  // Late visits, corrections, paper, a death reported late and a merge stand beside what was frozen.
  void theMonthIsFrozenAndRestated_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("frozen_n");
    QTest::addColumn<int>("frozen_d");
    QTest::addColumn<int>("restated_n");
    QTest::addColumn<int>("restated_d");
    QTest::addColumn<int>("frozen_person_times");
    QTest::addColumn<int>("restated_person_times");
    QTest::newRow("220211") << "丰满区" << 1801 << 1980 << 1860 << 1976 << 2514 << 2620;
    QTest::newRow("220211001") << "泰山街道" << 193 << 205 << 195 << 205 << 301 << 303;
    QTest::newRow("220211002") << "江南街道" << 238 << 257 << 242 << 257 << 327 << 331;
    QTest::newRow("220211003") << "石井街道" << 74 << 78 << 74 << 78 << 112 << 112;
    QTest::newRow("220211004") << "沿丰街道" << 73 << 79 << 74 << 79 << 108 << 109;
    QTest::newRow("220211005, the late tablet's") << "丰满街道" << 57 << 103 << 99 << 103 << 72 << 160;
    QTest::newRow("220211008") << "建华街道" << 173 << 183 << 174 << 182 << 216 << 217;
    QTest::newRow("220211071") << "红旗街道" << 286 << 313 << 290 << 311 << 371 << 376;
    QTest::newRow("220211100") << "旺起镇" << 191 << 203 << 192 << 202 << 274 << 275;
    QTest::newRow("220211200") << "江南乡" << 202 << 219 << 204 << 219 << 286 << 288;
    QTest::newRow("220211201") << "前二道乡" << 164 << 183 << 165 << 183 << 237 << 238;
    QTest::newRow("220211270") << "小白山乡" << 150 << 157 << 151 << 157 << 210 << 211;
  }
  void theMonthIsFrozenAndRestated() {
    QFETCH(QString, name);
    const Json* area = nullptr;
    for (const Json& one : month_["areas"]) {
      area = one["area_name"].get<std::string>() == name.toStdString() ? &one : area;
    }
    QVERIFY(area != nullptr);
    const Json& frozen = (*area)["frozen"];
    const Json& restated = (*area)["restated"];
    QTEST(frozen["monthly_visit_rate"]["n"].get<int>(), "frozen_n");
    QTEST(frozen["monthly_visit_rate"]["d"].get<int>(), "frozen_d");
    QTEST(restated["monthly_visit_rate"]["n"].get<int>(), "restated_n");
    QTEST(restated["monthly_visit_rate"]["d"].get<int>(), "restated_d");
    QTEST(frozen["person_times"].get<int>(), "frozen_person_times");
    QTEST(restated["person_times"].get<int>(), "restated_person_times");
  }

  void whatWasFrozenIsNeverRewritten() {
    QVERIFY(month_["frozen_figures_unchanged"].get<bool>());
    QCOMPARE(month_["frozen_at"].get<std::string>(), std::string("2026-12-08 09:00"));
    QCOMPARE(month_["areas"].size(), std::size_t{12});
    QCOMPARE(month_["areas"][0]["frozen"]["exits"].get<int>(), 18);
    QCOMPARE(month_["areas"][0]["restated"]["exits"].get<int>(), 19);
  }

  void theMonthHasItsGridsAndItsLatecomers() {
    QCOMPARE(month_["grids"].get<int>(), 943);
    QCOMPARE(month_["visits_in_time"].get<int>(), 2148);
    QCOMPARE(month_["late_visits"].get<int>(), 81);
    QCOMPARE(month_["corrections"].get<int>(), 14);
    QCOMPARE(month_["paper_visits"].get<int>(), 20);
    QCOMPARE(month_["merged"].get<int>(), 3);
    QCOMPARE(month_["waiting"].get<int>(), 0);
  }

  void recountsFindNoDifference() {
    QCOMPARE(half_year_["recount_differences"].get<int>(), 0);
    QCOMPARE(month_["recount_differences"].get<int>(), 0);
  }

 private:
  void play(const char* name, Json& figures) {
    QProcess demo;
    demo.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    demo.start(DOORSTEPCTL_PROGRAM,
               {"demo", "run", "--scenario", name, "--json", "--lang", "en", "--dir", folder_.filePath(name)});
    QVERIFY(demo.waitForFinished(600'000));
    QCOMPARE(demo.exitStatus(), QProcess::NormalExit);
    QCOMPARE(demo.exitCode(), 0);
    figures = Json::parse(demo.readAllStandardOutput().toStdString(), nullptr, false);
    QVERIFY2(figures.is_object(), "standard output holds one JSON object and nothing else");
  }

  QTemporaryDir folder_;
  Json half_year_;
  Json month_;
};

QTEST_GUILESS_MAIN(ScenarioTest)
#include "scenario_test.moc"
