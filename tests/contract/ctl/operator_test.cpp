#include <QtTest>

#include <QRegularExpression>
#include <QTcpServer>
#include <nlohmann/json.hpp>

#include "operator_desk.h"
#include "sync/ctl/file.h"
#include "sync/ctl/operator_commands.h"
#include "sync/ctl/report_commands.h"
#include "sync/ctl/settle_command.h"

using namespace doorstep::ctl;
using doorstep::tests::OperatorDesk;

namespace {

CoverageOptions coverageOf(const std::string& area, Output output, int month = 11) {
  CoverageOptions options{area, {}, output};
  options.month.set_year(2026);
  options.month.set_month(month);
  return options;
}

constexpr char kRoster[] =
    "file_number,household_number,name,birth_year,gender,area_code,kinds,tier,care_from_on,contacts\n"
    "F1,H1,One,1940,female,22021100100101,living alone,C,2026-03-01,2026-11-03|in person|seen|V1|30\n"
    "F2,H2,Two,1941,male,22021100100101,advanced age,C,2026-03-01,2026-11-04|phone|spoke_remote|V1|10\n"
    "F3,H3,Three,1942,male,22021100100101,empty nest,C,2026-03-01,2026-11-05|in person|no_reply|V1|5\n";

}  // namespace

class OperatorTest : public QObject {
  Q_OBJECT

 private slots:
  void coverageCountsWhatWasImported() {
    OperatorDesk desk;
    desk.fillDistrict();
    QCOMPARE(desk.import(FileKind::kRoster, kRoster), kExitDone);
    QCOMPARE(coverageCommand(desk.console(), desk.connection(), coverageOf("220211", Output::kJson)), kExitDone);
    const auto json = nlohmann::json::parse(desk.printed().toStdString());
    QCOMPARE(json["area"]["area_code"].get<std::string>(), std::string("220211"));
    QCOMPARE(json["area"]["monthly_visit_rate"]["n"].get<int>(), 2);
    QCOMPARE(json["area"]["monthly_visit_rate"]["d"].get<int>(), 3);
    QCOMPARE(json["area"]["in_person_rate"]["n"].get<int>(), 1);
    QCOMPARE(json["area"]["person_times"]["total"].get<int>(), 2);
    QCOMPARE(json["area"]["provisional"].get<bool>(), true);
    QCOMPARE(json["children"].size(), std::size_t{1});
    QCOMPARE(json["evaluated_on"].get<std::string>(), std::string("2026-11-20"));
    QCOMPARE(coverageCommand(desk.console(), desk.connection(), coverageOf("220211", Output::kTable)), kExitDone);
    QVERIFY(desk.printed().contains("66.7 %"));
  }

  void theMissedAreNamedWithTheirReason() {
    OperatorDesk desk;
    desk.fillDistrict();
    QCOMPARE(desk.import(FileKind::kRoster, kRoster), kExitDone);
    QCOMPARE(desk.import(FileKind::kAssignments, "staff_number,household_number,from_on\nV1,H3,2026-09-01\n"),
             kExitDone);
    QCOMPARE(missedCommand(desk.console(), desk.connection(), coverageOf("220211", Output::kJson)), kExitDone);
    const auto json = nlohmann::json::parse(desk.printed().toStdString());
    QCOMPARE(json["total"].get<int>(), 1);
    QCOMPARE(json["elders"][0]["file_number"].get<std::string>(), std::string("F3"));
    QCOMPARE(json["elders"][0]["reason"].get<std::string>(), std::string("no_reply"));
    QVERIFY(json["elders"][0]["last_contact_on"].is_null());
  }

  void csvHasItsColumnsWithoutRowsToo() {
    OperatorDesk desk;
    desk.fillDistrict();
    QCOMPARE(missedCommand(desk.console(), desk.connection(), coverageOf("220211", Output::kCsv)), kExitDone);
    QCOMPARE(desk.printed(), QString("area_code,area_name,file_number,name,address,tier,reason,worker_name,"
                                     "last_contact_on\r\n"));
    QCOMPARE(coverageCommand(desk.console(), desk.connection(), coverageOf("220211", Output::kCsv)), kExitDone);
    QCOMPARE(desk.printed().count("\r\n"), 3);  // columns, the district, its subdistrict
    QVERIFY(desk.printed().contains(",frozen.monthly_visit_rate.percent,"));
  }

  void aMonthWithoutAnythingSaysSo() {
    OperatorDesk desk;
    desk.fillDistrict();
    QCOMPARE(coverageCommand(desk.console(), desk.connection(), coverageOf("220211", Output::kTable, 10)), kExitDone);
    QVERIFY(desk.said().contains("There is nothing in this month"));
  }

  void recountFindsNoDifference() {
    OperatorDesk desk;
    desk.fillDistrict();
    QCOMPARE(desk.import(FileKind::kRoster, kRoster), kExitDone);
    QCOMPARE(recountCommand(desk.console(), desk.connection(), false), kExitDone);
    QVERIFY2(desk.printed().startsWith("no difference: recomputed "), qPrintable(desk.printed()));
    QCOMPARE(recountCommand(desk.console(), desk.connection(), true), kExitDone);
    QCOMPARE(nlohmann::json::parse(desk.printed().toStdString())["recount_differences"].get<int>(), 0);
  }

  void aCodeIsIssuedToAKnownWorkerOnly() {
    OperatorDesk desk;
    desk.fillDistrict();
    QCOMPARE(enrolCommand(desk.console(), desk.connection(), {"V1", absl::Hours(1), true}), kExitDone);
    const std::string code = nlohmann::json::parse(desk.printed().toStdString())["code"];
    QVERIFY(QRegularExpression("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$")
                .match(QString::fromStdString(code))
                .hasMatch());
    QCOMPARE(enrolCommand(desk.console(), desk.connection(), {"V9", absl::Hours(1), true}), kExitInput);
    QVERIFY2(desk.said().startsWith("The service does not know the staff number V9."), qPrintable(desk.said()));
  }

  void withoutRulesNothingIsCounted() {
    OperatorDesk desk;
    QCOMPARE(coverageCommand(desk.console(), desk.connection(), coverageOf("", Output::kTable)), kExitInput);
    QVERIFY2(desk.said().contains("has no rules yet"), qPrintable(desk.said()));
  }

  void unknownAreasAreToldByName() {
    OperatorDesk desk;
    desk.fillDistrict();
    QCOMPARE(coverageCommand(desk.console(), desk.connection(), coverageOf("999", Output::kTable)), kExitInput);
    QVERIFY2(desk.said().startsWith("The service does not know the area 999."), qPrintable(desk.said()));
    RulesOptions rules;
    rules.district = "999";
    rules.go_live_on.set_year(2026);
    rules.go_live_on.set_month(10);
    rules.go_live_on.set_day(1);
    QCOMPARE(rulesCommand(desk.console(), desk.connection(), rules), kExitInput);
  }

  void theListsAreEmptyAtFirst() {
    OperatorDesk desk;
    desk.fillDistrict();
    for (const auto list : {devicesCommand, conflictsCommand, quarantinedCommand}) {
      QCOMPARE(list(desk.console(), desk.connection(), Output::kTable), kExitDone);
      QCOMPARE(desk.printed(), QString("None.\n"));
      QCOMPARE(list(desk.console(), desk.connection(), Output::kJson), kExitDone);
      QCOMPARE(desk.printed(), QString("[]\n"));
    }
  }

  void twoFilesOfOnePersonAreListedMergedAndTakenApart() {
    OperatorDesk desk;
    desk.fillDistrict();
    std::string roster = kRoster;
    roster += "F4,H4,O ne,1940,female,22021100100101,living alone,C,2026-03-01,\n";
    QCOMPARE(desk.import(FileKind::kRoster, roster), kExitDone);
    const auto listed = [&desk](bool settled) {
      DuplicatesShown shown;
      shown.settled = settled;
      shown.output = Output::kJson;
      duplicatesCommand(desk.console(), desk.connection(), shown);
      return nlohmann::json::parse(desk.printed().toStdString());
    };
    const auto json = listed(false);
    QCOMPARE(json.size(), std::size_t{1});
    QCOMPARE(json[0]["file_number"].get<std::string>(), std::string("F1"));
    QCOMPARE(json[0]["other_file_number"].get<std::string>(), std::string("F4"));
    QCOMPARE(json[0]["name"].get<std::string>(), std::string());  // the operator sees no elder
    const auto number = json[0]["duplicate_id"].get<std::string>();
    const auto carryOut = [&](DuplicateDeed deed) {
      return settleDuplicateCommand(desk.console(), desk.connection(), number, deed);
    };
    QCOMPARE(carryOut(DuplicateDeed::kMerge), kExitDone);
    QVERIFY(listed(false).empty());
    QCOMPARE(listed(true)[0]["state"].get<std::string>(), std::string("merged"));
    QCOMPARE(carryOut(DuplicateDeed::kUndo), kExitDone);
    QCOMPARE(listed(false).size(), std::size_t{1});
    QCOMPARE(carryOut(DuplicateDeed::kSeparate), kExitDone);
    QCOMPARE(listed(true)[0]["state"].get<std::string>(), std::string("separate"));
    QVERIFY(settleDuplicateCommand(desk.console(), desk.connection(), "f00d", DuplicateDeed::kMerge) != kExitDone);
    QVERIFY2(desk.said().contains("f00d"), qPrintable(desk.said()));
    QVERIFY(settleConflictCommand(desk.console(), desk.connection(), {"f00d", true, false}) != kExitDone);
  }

  void aServiceThatIsDownIsToldApartFromARefusal() {
    OperatorDesk desk;
    OperatorDesk other;
    desk.useCredentials(other.service().operatorCredentials());
    QCOMPARE(recountCommand(desk.console(), desk.connection(), false), kExitNotAllowed);
    QVERIFY2(desk.said().contains("did not accept this certificate"), qPrintable(desk.said()));
    desk.useCredentials(desk.service().operatorCredentials());
    desk.service().stop();
    QCOMPARE(recountCommand(desk.console(), desk.connection(), false), kExitService);
    QVERIFY2(desk.said().contains("cannot be reached"), qPrintable(desk.said()));
  }

  void aSilentServiceIsToldToBeSlow() {
    OperatorDesk desk;
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    ConnectionOptions connection = desk.connection();
    connection.address = "127.0.0.1:" + std::to_string(silent.serverPort());
    connection.timeout = absl::Milliseconds(300);
    QCOMPARE(devicesCommand(desk.console(), connection, Output::kTable), kExitService);
    QVERIFY2(desk.said().contains("did not answer within"), qPrintable(desk.said()));
  }
};

QTEST_GUILESS_MAIN(OperatorTest)
#include "operator_test.moc"
