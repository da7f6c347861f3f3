#include <QtTest>

#include "sync/ctl/columns.h"
#include "sync/ctl/csv.h"
#include "sync/ctl/rows.h"
#include "sync/ctl/values.h"

using namespace doorstep::ctl;
namespace v1 = doorstep::v1;

namespace {

ParsedRow parsed(FileKind kind, const QByteArray& content) {
  const auto records = parseCsv(content.toStdString());
  const auto columns = ColumnMap::fromHeader(kind, records->front().fields);
  return parseRow(kind, *columns, records->at(1));
}

QString places(const ParsedRow& row) {
  QStringList list;
  for (const v1::Problem& problem : row.problems) {
    list << QString("%1:%2")
                .arg(QString::fromStdString(problem.field()))
                .arg(QString::fromStdString(v1::ProblemCode_Name(problem.code())).mid(13));
  }
  return list.join(' ');
}

QString flat(const std::optional<std::vector<std::uint32_t>>& days) {
  QStringList list;
  for (const std::uint32_t day : days.value_or(std::vector<std::uint32_t>())) {
    list << QString::number(day);
  }
  return days.has_value() ? list.join(',') : QString("-");
}

}  // namespace

class WorkRowsTest : public QObject {
  Q_OBJECT

 private slots:
  void readsHours_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("until");
    QTest::newRow("plain") << "08:00-18:00" << 480 << 1080;
    QTest::newRow("one digit") << "8:00-18:30" << 480 << 1110;
    QTest::newRow("Chinese dash") << "08:00—18:00" << 480 << 1080;
    QTest::newRow("Chinese words") << "8时30分至18时" << 510 << 1080;
    QTest::newRow("full width") << "08：00～18：00" << 480 << 1080;
    QTest::newRow("over midnight") << "18:00-08:00" << 1080 << 480;
    QTest::newRow("to the day's end") << "18:00-24:00" << 1080 << 1440;
    QTest::newRow("all day") << "全天" << 0 << 0;
    QTest::newRow("all day in English") << "All day" << 0 << 0;
    QTest::newRow("no end") << "08:00-" << -1 << -1;
    QTest::newRow("no range") << "08:00" << -1 << -1;
    QTest::newRow("hour 25") << "08:00-25:00" << -1 << -1;
    QTest::newRow("minute 60") << "08:60-09:00" << -1 << -1;
    QTest::newRow("nothing in between") << "08:00-08:00" << -1 << -1;
    QTest::newRow("words") << "morning" << -1 << -1;
  }
  void readsHours() {
    QFETCH(QString, written);
    QFETCH(int, from);
    QFETCH(int, until);
    const auto hours = hoursFrom(written.toStdString());
    QCOMPARE(hours.has_value(), from >= 0);
    QCOMPARE(hours.has_value() ? static_cast<int>(hours->from_minute) : -1, from);
    QCOMPARE(hours.has_value() ? static_cast<int>(hours->until_minute) : -1, until);
  }

  void readsWeekdays_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    QTest::newRow("numbers") << "1-5"
                             << "1,2,3,4,5";
    QTest::newRow("Chinese range") << "周一至周五"
                                   << "1,2,3,4,5";
    QTest::newRow("English range") << "Mon-Fri"
                                   << "1,2,3,4,5";
    QTest::newRow("list") << "1,3,5"
                          << "1,3,5";
    QTest::newRow("Chinese list") << "周一、星期三、周日"
                                  << "1,3,7";
    QTest::newRow("list of ranges") << "1-2;6-7"
                                    << "1,2,6,7";
    QTest::newRow("over Sunday") << "周六到周一"
                                 << "1,6,7";
    QTest::newRow("weekend") << "周末"
                             << "6,7";
    QTest::newRow("working days") << "工作日"
                                  << "1,2,3,4,5";
    QTest::newRow("every day is the empty list") << "每天"
                                                 << "";
    QTest::newRow("all seven are every day") << "1-7"
                                             << "";
    QTest::newRow("day 8") << "1-8"
                           << "-";
    QTest::newRow("a word") << "sometimes"
                            << "-";
  }
  void readsWeekdays() {
    QFETCH(QString, written);
    QFETCH(QString, expected);
    QCOMPARE(flat(weekdaysFrom(written.toStdString())), expected);
  }

  void readsDuty() {
    const ParsedRow row = parsed(FileKind::kDuty,
                                 "区域代码,值守类别,名称,电话,星期,时段,起始日\n"
                                 "220211,督导,王芳,15400000001,周一至周五,08:00-18:00,2026-11-01\n");
    QCOMPARE(places(row), QString());
    QCOMPARE(row.row.duty().kind(), v1::DUTY_KIND_SUPERVISOR);
    QCOMPARE(row.row.duty().weekdays_size(), 5);
    QCOMPARE(row.row.duty().from_minute(), 480u);
    QCOMPARE(row.row.duty().until_minute(), 1080u);
    QCOMPARE(dateText(row.row.duty().from_on()), std::string("2026-11-01"));
    QVERIFY(!row.row.duty().has_until_on());
  }

  void readsFacility() {
    const ParsedRow row = parsed(FileKind::kFacilities,
                                 "code,kind,name,area_code,verified_on,signed_on,closed_on\n"
                                 "M1,meal point,Canteen,220211,2026-05-01,2026-05-02,\n");
    QCOMPARE(places(row), QString());
    QCOMPARE(row.row.facility().kind(), v1::FACILITY_KIND_MEAL_POINT);
    QCOMPARE(dateText(row.row.facility().verified_on()), std::string("2026-05-01"));
    QVERIFY(!row.row.facility().has_closed_on());
  }

  void readsTarget_data() {
    QTest::addColumn<QByteArray>("indicator");
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<int>("value");
    QTest::newRow("meal points") << QByteArray("助餐设施") << QByteArray("430") << 430;
    QTest::newRow("hours") << QByteArray("服务时长") << QByteArray("10437小时") << 626220;
    QTest::newRow("hours in English") << QByteArray("service hours") << QByteArray("10437 h") << 626220;
    QTest::newRow("minutes") << QByteArray("service hours") << QByteArray("90min") << 90;
  }
  void readsTarget() {
    QFETCH(QByteArray, indicator);
    QFETCH(QByteArray, written);
    QFETCH(int, value);
    const ParsedRow row = parsed(FileKind::kTargets, "指标,区域代码,起始日,截止日,目标值,依据文件\n" + indicator +
                                                         ",220211,2026-01-01,2026-12-31," + written + ",A\n");
    QCOMPARE(places(row), QString());
    QCOMPARE(row.row.target().value(), std::int64_t{value});
    QCOMPARE(row.row.target().document(), std::string("A"));
  }

  void readsProgramme() {
    const ParsedRow row = parsed(FileKind::kProgrammes,
                                 "项目代码,项目名称,承接机构代码,承接机构,起始日\nP1,Visits,O1,Agency,2026-01-01\n");
    QCOMPARE(places(row), QString());
    QCOMPARE(row.row.programme().contractor_name(), std::string("Agency"));
  }

  void readsPaperVisit() {
    const char head[] = "档案号,工号,日期,开始时间,分钟,方式,结果,补录原因\n";
    const ParsedRow timed = parsed(FileKind::kPaperVisits, QByteArray(head) + "F1,V1,2026-11-03,9:30,25,上门,见到,\n");
    QCOMPARE(places(timed), QString());
    QCOMPARE(timed.row.paper_visit().start_minute(), 570);
    QCOMPARE(timed.row.paper_visit().minutes(), 25u);
    QCOMPARE(timed.row.paper_visit().mode(), v1::CONTACT_MODE_IN_PERSON);
    const ParsedRow dayed =
        parsed(FileKind::kPaperVisits, QByteArray(head) + "F1,V1,2026-11-03,,,电话,无人应答,住院\n");
    QCOMPARE(places(dayed), QString());
    QCOMPARE(dayed.row.paper_visit().start_minute(), -1);
    QCOMPARE(dayed.row.paper_visit().late_reason(), std::string("住院"));
  }

  void saysWhereARowIsWrong_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("expected");
    QTest::newRow("duty") << static_cast<int>(FileKind::kDuty)
                          << QByteArray("area,kind,name,phone,days,time\n,king,,,noday,never\n")
                          << "area_code:MISSING name:MISSING phone:MISSING duty_kind:MALFORMED weekdays:MALFORMED "
                             "hours:MALFORMED";
    QTest::newRow("facility") << static_cast<int>(FileKind::kFacilities)
                              << QByteArray("code,kind,name,area,verified\n1,palace,N,2,soon\n")
                              << "facility_kind:MALFORMED verified_on:MALFORMED";
    QTest::newRow("hours need a unit") << static_cast<int>(FileKind::kTargets)
                                       << QByteArray(
                                              "indicator,area,from,until,value\n服务时长,1,2026-01-01,"
                                              "2026-12-31,10437\n")
                                       << "hours_value:MALFORMED";
    QTest::newRow("target of nothing") << static_cast<int>(FileKind::kTargets)
                                       << QByteArray("indicator,area,from,until,value\n助餐设施,1,2026-01-01,,0\n")
                                       << "until_on:MISSING value:MALFORMED";
    QTest::newRow("paper visit") << static_cast<int>(FileKind::kPaperVisits)
                                 << QByteArray(
                                        "file_number,staff_number,on,start,minutes,mode,outcome\n"
                                        "F1,V1,,24:00,1441,walking,\n")
                                 << "on:MISSING start:MALFORMED minutes:OUT_OF_RANGE mode:MALFORMED outcome:MISSING";
  }
  void saysWhereARowIsWrong() {
    QFETCH(int, kind);
    QFETCH(QByteArray, content);
    QFETCH(QString, expected);
    QCOMPARE(places(parsed(static_cast<FileKind>(kind), content)), expected);
  }
};

QTEST_APPLESS_MAIN(WorkRowsTest)
#include "work_rows_test.moc"
