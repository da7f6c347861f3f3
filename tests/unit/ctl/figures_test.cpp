#include <QtTest>

#include <nlohmann/json.hpp>

#include "sync/ctl/coverage_standing.h"
#include "sync/ctl/coverage_table.h"
#include "sync/ctl/figures_json.h"
#include "sync/ctl/missed_json.h"

using namespace doorstep::ctl;
namespace v1 = doorstep::v1;

namespace {

v1::AreaCoverage area(const std::string& code, const std::string& name, std::int64_t denominator) {
  v1::AreaCoverage made;
  made.set_area_code(code);
  made.set_area_name(name);
  v1::CoverageRow& row = *made.mutable_row();
  row.mutable_month()->set_year(2026);
  row.mutable_month()->set_month(11);
  row.set_provisional(true);
  v1::Figures& figures = *row.mutable_figures();
  figures.set_denominator(denominator);
  figures.set_contacted(denominator == 0 ? 0 : denominator - 1);
  figures.set_contacted_in_person(denominator / 2);
  figures.set_proxy_only(1);
  figures.set_missed_no_reply(1);
  figures.set_person_times_in_person(7);
  figures.set_person_times_phone(5);
  figures.set_worker_minutes_provisional(95);
  figures.set_delivered_minutes_provisional(63);
  figures.set_slots_due(4);
  figures.set_slots_satisfied(2);
  figures.set_risks_opened(3);
  return made;
}

v1::GetCoverageReply reply() {
  v1::GetCoverageReply made;
  *made.mutable_area() = area("220211", "丰满区", 2000);
  *made.add_children() = area("220211001", "泰山街道", 0);
  made.mutable_evaluated_on()->set_year(2026);
  made.mutable_evaluated_on()->set_month(11);
  made.mutable_evaluated_on()->set_day(20);
  made.set_waiting(2);
  return made;
}

// A month that was frozen with 1,990 of 2,000 and restated since.
v1::GetCoverageReply frozen() {
  v1::GetCoverageReply made = reply();
  v1::CoverageRow& row = *made.mutable_area()->mutable_row();
  row.set_provisional(false);
  *row.mutable_frozen() = row.figures();
  row.mutable_frozen()->set_contacted(1990);
  row.mutable_frozen_at()->set_seconds(1796493600);  // 2026-12-05T18:00:00Z
  row.set_frozen_sequence(42);
  return made;
}

}  // namespace

class FiguresTest : public QObject {
  Q_OBJECT

 private slots:
  void namesAreThoseOfTheFigures() {
    const auto json = areaJson(reply().area());
    std::vector<std::string> names;
    for (const auto& [name, value] : json.items()) {
      names.push_back(name);
    }
    QCOMPARE(names, (std::vector<std::string>{"area_code", "area_name", "month", "provisional", "partial",
                                              "monthly_visit_rate", "in_person_rate", "proxy_share", "refusals",
                                              "missed", "person_times", "unduplicated_elders", "service_hours",
                                              "cadence_fulfilment", "exits", "risks", "frozen", "restated"}));
    QVERIFY(json["frozen"].is_null() && json["restated"].is_null());
    QCOMPARE(json["month"].get<std::string>(), std::string("2026-11"));
    QCOMPARE(json["monthly_visit_rate"].dump(), std::string(R"({"n":1999,"d":2000,"percent":99.9})"));
    QCOMPARE(json["proxy_share"].dump(), std::string(R"({"n":1,"d":1999,"percent":0.1})"));
    QCOMPARE(json["person_times"]["total"].get<int>(), 12);
    QCOMPARE(json["service_hours"]["worker"].get<double>(), 1.6);
    QCOMPARE(json["service_hours"]["delivered"].get<double>(), 1.1);
    QCOMPARE(json["service_hours"]["minutes"]["worker_provisional"].get<int>(), 95);
    QCOMPARE(json["missed"]["no_reply"].get<int>(), 1);
  }

  void nobodyDueIsNoRate() {
    const auto json = areaJson(reply().children(0));
    QVERIFY(json["monthly_visit_rate"]["percent"].is_null());
    QVERIFY(QString::fromStdString(coverageText(reply(), Language::kEnglish)).contains("—"));
  }

  void oneRowPerAreaForSpreadsheets() {
    const FlatRow row = flatArea(reply().area());
    QCOMPARE(row.names.size(), row.values.size());
    const auto at = std::find(row.names.begin(), row.names.end(), "monthly_visit_rate.percent") - row.names.begin();
    QCOMPARE(row.values.at(static_cast<std::size_t>(at)), std::string("99.9"));
    const FlatRow empty = flatArea(reply().children(0));
    QCOMPARE(empty.values.at(static_cast<std::size_t>(at)), std::string());
    QCOMPARE(empty.names, row.names);
    const FlatRow with_frozen = flatArea(frozen().area());
    QCOMPARE(with_frozen.names, row.names);
    const auto then = std::find(row.names.begin(), row.names.end(), "frozen.monthly_visit_rate.n") - row.names.begin();
    QCOMPARE(row.values.at(static_cast<std::size_t>(then)), std::string());
    QCOMPARE(with_frozen.values.at(static_cast<std::size_t>(then)), std::string("1990"));
  }

  void titleSaysHowFarTheMonthIs() {
    const QString zh = QString::fromStdString(coverageText(reply(), Language::kChinese));
    QVERIFY(zh.startsWith("丰满区 2026-11；暂计，截至 2026-11-20；另有 2 条待处理\n"));
    QVERIFY(zh.contains("漏访原因：无人应答 1"));
    const QString en = QString::fromStdString(coverageText(reply(), Language::kEnglish));
    QVERIFY(en.startsWith("丰满区 2026-11; provisional, as of 2026-11-20; 2 waiting to be settled\n"));
  }

  void frozenAndRestatedStandSideBySide() {
    const auto json = areaJson(frozen().area());
    QCOMPARE(json["frozen"]["monthly_visit_rate"]["n"].get<int>(), 1990);
    QCOMPARE(json["frozen"]["sequence"].get<int>(), 42);
    QCOMPARE(json["frozen"]["at"].get<std::string>(), std::string("2026-12-06T02:00:00+08:00"));
    QCOMPARE(json["restated"]["monthly_visit_rate"]["n"].get<int>(), 1999);
    const QString zh = QString::fromStdString(coverageText(frozen(), Language::kChinese));
    QVERIFY2(zh.startsWith("丰满区 2026-11；已于 2026-12-06 02:00 冻结（序号 42），此后为重述；另有 2 条待处理\n"),
             qPrintable(zh));
    QVERIFY(zh.contains("月探访率 冻结") && zh.contains("1990/2000  1999/2000"));
    const QString en = QString::fromStdString(missedTitle(frozen(), Language::kEnglish));
    QVERIFY2(en.endsWith("missed: frozen 10, restated 1"), qPrintable(en));
  }

  void theMonthOfGoingLiveIsPartial() {
    v1::GetCoverageReply partial = reply();
    partial.mutable_area()->mutable_row()->set_partial(true);
    QVERIFY(QString::fromStdString(coverageText(partial, Language::kEnglish)).contains("PARTIAL"));
  }

  void beforeAndAfterStandSideBySide() {
    v1::GetCoverageReply after = reply();
    after.mutable_area()->mutable_row()->mutable_figures()->set_contacted(2000);
    const QString text = QString::fromStdString(comparisonText(reply(), after, Language::kEnglish));
    const QStringList lines = text.split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.last().contains("99.9 %") && lines.last().contains("100.0 %"));
    QVERIFY(lines.last().contains("1999/2000") && lines.last().contains("2000/2000"));
  }

  void theMissedHaveReasons() {
    v1::MissedElder elder;
    elder.set_area_code("220211001");
    elder.set_tier(v1::TIER_B);
    elder.set_reason(v1::MISSED_REASON_UNASSIGNED);
    const auto json = missedJson(v1::GetCoverageReply(), {elder});
    QCOMPARE(json["total"].get<int>(), 1);
    QCOMPARE(json["elders"][0]["reason"].get<std::string>(), std::string("unassigned"));
    QCOMPARE(json["elders"][0]["tier"].get<std::string>(), std::string("B"));
    QVERIFY(json["elders"][0]["last_contact_on"].is_null());
    const QString unnamed = QString::fromStdString(missedText({elder}, Language::kEnglish));
    QVERIFY(unnamed.contains("nobody assigned") && !unnamed.contains("name"));
    elder.set_name("王桂兰");
    QVERIFY(QString::fromStdString(missedText({elder}, Language::kEnglish)).contains("王桂兰"));
  }
};

QTEST_APPLESS_MAIN(FiguresTest)
#include "figures_test.moc"
