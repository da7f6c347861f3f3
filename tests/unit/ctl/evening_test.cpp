#include <QtTest>

#include <nlohmann/json.hpp>

#include "sync/ctl/evening_json.h"
#include "sync/ctl/evening_text.h"
#include "sync/ctl/export_rows.h"
#include "sync/ctl/values.h"

using namespace doorstep::ctl;
namespace v1 = doorstep::v1;

namespace {

v1::DeviceDay device(const std::string& name, std::uint64_t waiting) {
  v1::DeviceDay made;
  made.set_device_name(name);
  made.set_staff_number("V1");
  made.set_worker_name("王芳");
  made.set_replica_id(std::string(16, '\x11'));
  made.set_waiting(waiting);
  made.set_received(74);
  made.set_applied(74);
  return made;
}

void addTarget(v1::EndOfDay& day, v1::Indicator indicator, std::int64_t verified, std::int64_t value) {
  v1::TargetProgress& progress = *day.add_targets();
  progress.mutable_target()->set_indicator(indicator);
  progress.mutable_target()->set_value(value);
  *progress.mutable_target()->mutable_from_on() = *dateFrom("2026-01-01");
  *progress.mutable_target()->mutable_until_on() = *dateFrom("2026-12-31");
  progress.set_area_name("丰满区");
  progress.set_verified(verified);
  progress.set_elapsed_per_mille(888);
}

v1::EndOfDay goodDay() {
  v1::EndOfDay day;
  *day.mutable_on() = *dateFrom("2026-11-20");
  day.set_district_code("220211");
  day.set_district_name("丰满区");
  *day.add_devices() = device("tablet one", 0);
  day.set_received(148);
  day.set_applied(148);
  day.set_visits_received(52);
  day.set_visits_standing(52);
  day.set_reconciles(true);
  day.mutable_coverage()->mutable_month()->set_year(2026);
  day.mutable_coverage()->mutable_month()->set_month(11);
  day.mutable_coverage()->set_provisional(true);
  day.mutable_coverage()->mutable_figures()->set_denominator(2000);
  day.mutable_coverage()->mutable_figures()->set_contacted(1999);
  addTarget(day, v1::INDICATOR_MEAL_POINTS, 202, 430);
  addTarget(day, v1::INDICATOR_SERVICE_MINUTES, 626220, 1200000);
  return day;
}

v1::EndOfDay badDay() {
  v1::EndOfDay day = goodDay();
  *day.add_devices() = device("tablet two", 3);
  day.set_quarantined(1);
  day.set_devices_holding(1);
  day.set_reconciles(false);
  v1::ParkedChange& change = *day.add_parked();
  change.set_kind(v1::RECORD_KIND_VISIT);
  change.set_device_name("tablet two");
  v1::Problem& problem = *change.add_problems();
  problem.set_code(v1::PROBLEM_CODE_OUT_OF_SCOPE);
  problem.set_field("contacts[0].outcome");
  return day;
}

QString text(const v1::EndOfDay& day, Language language) {
  return QString::fromStdString(endOfDayText(day, language));
}

}  // namespace

class EveningTest : public QObject {
  Q_OBJECT

 private slots:
  void aDayThatReconcilesSaysSo() {
    const QString zh = text(goodDay(), Language::kChinese);
    QVERIFY2(zh.startsWith("丰满区（220211） 2026-11-20 日终"), qPrintable(zh));
    QVERIFY(zh.contains("对账：已对平。\n"));
    QVERIFY2(zh.contains("变更：收到 148 = 记入 148 + 隔离 0\n"), qPrintable(zh));
    QVERIFY(zh.contains("探访：收到 52 = 在册 52 + 隔离 0\n"));
    const QString en = text(goodDay(), Language::kEnglish);
    QVERIFY(en.contains("It reconciles.\n"));
    QVERIFY(en.contains("changes: received 148 = applied 148 + quarantined 0\n"));
    QVERIFY(!en.contains("Changes put aside"));
  }

  void silentDevicesStandBesideTheVerdict() {
    v1::EndOfDay day = goodDay();
    day.set_devices_silent(2);
    QVERIFY(text(day, Language::kChinese).contains("对账：已对平；2 台设备当天没有联系"));
    QVERIFY(text(day, Language::kEnglish).contains("It reconciles; devices not heard from that day: 2; what"));
    day.set_reconciles(false);
    QVERIFY(text(day, Language::kEnglish).contains("It does NOT reconcile; devices not heard from that day: 2"));
  }

  void aRevokedDeviceThatHoldsSomethingIsNamed() {
    v1::EndOfDay day = badDay();
    day.mutable_devices(1)->set_revoked(true);
    QVERIFY(text(day, Language::kEnglish).contains("revoked, still holding: lost or to be handed in"));
    QVERIFY(text(day, Language::kChinese).contains("已吊销，仍有未传"));
  }

  void whatADeviceHoldsStandsBesideWhatItShould() {
    v1::EndOfDay day = goodDay();
    QVERIFY(text(day, Language::kEnglish).contains("not counted"));
    v1::DeviceDay& device = *day.mutable_devices(0);
    device.mutable_compared_at()->set_seconds(1795190400);
    device.set_records_held(148);
    device.set_records_due(148);
    QVERIFY(text(day, Language::kChinese).contains("148 = 148"));
    device.set_records_due(108);
    device.set_records_differing(40);
    QVERIFY(text(day, Language::kEnglish).contains("148 ≠ 108, put right: 40"));
    QCOMPARE(endOfDayJson(day)["devices"][0]["records_differing"].get<int>(), 40);
  }

  void whatWasFrozenComesFirst() {
    v1::EndOfDay day = goodDay();
    day.mutable_coverage()->set_provisional(false);
    day.mutable_coverage()->set_frozen_sequence(9);
    day.mutable_coverage()->mutable_frozen_at()->set_seconds(1796486400);  // 2026-12-06 08:00 in China
    day.mutable_coverage()->mutable_frozen()->set_denominator(2000);
    day.mutable_coverage()->mutable_frozen()->set_contacted(1000);
    const QString en = text(day, Language::kEnglish);
    QVERIFY2(en.contains("visit rate frozen 50.0 % (1000/2000), restated 99.9 % (1999/2000)"), qPrintable(en));
    QVERIFY2(en.contains("frozen at 2026-12-0"), qPrintable(en));
  }

  void aDayThatDoesNotSaysWhereItBreaks() {
    const QString en = text(badDay(), Language::kEnglish);
    QVERIFY(en.contains("It does NOT reconcile.\n"));
    QVERIFY2(en.contains("changes: received 148 ≠ applied 148 + quarantined 1\n"), qPrintable(en));
    QVERIFY(en.contains("devices that still hold something: 1"));
    QVERIFY(en.contains("still holding"));
    QVERIFY2(en.contains("visit: contacts[0]") || en.contains("the household is not this worker's"), qPrintable(en));
    QVERIFY(text(badDay(), Language::kChinese).contains("这一户不在其负责范围内"));
  }

  void targetsStandBesideTheElapsedShare() {
    const QString zh = text(goodDay(), Language::kChinese);
    QVERIFY2(zh.contains("202/430") && zh.contains("47.0 %") && zh.contains("88.8 %"), qPrintable(zh));
    QVERIFY2(zh.contains("10,437.0/20,000.0"), qPrintable(zh));
  }

  void jsonHasTheSameFacts() {
    const auto json = endOfDayJson(badDay());
    QCOMPARE(json["reconciles"].get<bool>(), false);
    QCOMPARE(json["sums"]["received"].get<int>(), 148);
    QCOMPARE(json["sums"]["parked"].get<int>(), 1);
    QCOMPARE(json["devices"][1]["waiting"].get<int>(), 3);
    QVERIFY(json["devices"][0]["last_hello_at"].is_null());
    QCOMPARE(json["parked"][0]["kind"].get<std::string>(), std::string("VISIT"));
    QCOMPARE(json["parked"][0]["problems"][0]["code"].get<std::string>(), std::string("OUT_OF_SCOPE"));
    QCOMPARE(json["coverage"]["monthly_visit_rate"]["n"].get<int>(), 1999);
    QCOMPARE(json["targets"][0]["progress"].dump(), std::string(R"({"n":202,"d":430,"percent":47.0})"));
    QCOMPARE(json["targets"][0]["elapsed_percent"].get<double>(), 88.8);
  }

  void everyRowOfAnExportHasItsColumns() {
    v1::ExportReply reply;
    v1::VisitExportRow& visit = *reply.add_visits();
    *visit.mutable_on() = *dateFrom("2026-11-20");
    visit.set_mode("IN_PERSON");
    visit.add_staff_numbers("V1");
    visit.add_staff_numbers("V2");
    reply.add_hours();
    reply.add_risks();
    reply.add_coverage()->set_area_kind("district");
    const v1::ExportKind kinds[] = {v1::EXPORT_KIND_VISITS, v1::EXPORT_KIND_HOURS, v1::EXPORT_KIND_RISKS,
                                    v1::EXPORT_KIND_COVERAGE};
    std::vector<FlatRow> rows;
    forEachFlatRow(reply, [&](const FlatRow& row) { rows.push_back(row); });
    QCOMPARE(rows.size(), std::size_t{4});
    for (std::size_t index = 0; index < rows.size(); ++index) {
      QCOMPARE(rows[index].names, exportColumns(kinds[index]));
      QCOMPARE(rows[index].values.size(), rows[index].names.size());
    }
    const auto cell = [&](std::string_view name) {
      const auto& names = rows[0].names;
      return rows[0].values.at(static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin()));
    };
    QCOMPARE(cell("staff_numbers"), std::string("V1;V2"));
    QCOMPARE(cell("mode"), std::string("in_person"));
    QCOMPARE(cell("started_at"), std::string());
    QCOMPARE(cell("qualifying"), std::string("false"));
  }

  // exports.md is the contract: every column of every export stands there.
  void everyColumnIsDocumented() {
    QFile file(DOORSTEP_EXPORTS_DOCUMENT);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString document = QString::fromUtf8(file.readAll());
    for (const v1::ExportKind kind : {v1::EXPORT_KIND_VISITS, v1::EXPORT_KIND_HOURS, v1::EXPORT_KIND_RISKS}) {
      for (const std::string& column : exportColumns(kind)) {
        QVERIFY2(document.contains("`" + QString::fromStdString(column) + "`"), column.c_str());
      }
    }
  }
};

QTEST_APPLESS_MAIN(EveningTest)
#include "evening_test.moc"
