#include <QtTest>

#include "operator_desk.h"

using namespace doorstep::ctl;
using doorstep::tests::OperatorDesk;

namespace {

constexpr char kElder[] =
    "file_number,household_number,name,area_code,kinds,tier,care_from_on\n"
    "F1,H1,One,22021100100101,living alone,C,2026-03-01\n";
constexpr char kCreated[] = "created 1, updated 0, unchanged 0, refused 0\n";
constexpr char kUnchanged[] = "created 0, updated 0, unchanged 1, refused 0\n";
constexpr char kUpdated[] = "created 0, updated 1, unchanged 0, refused 0\n";
constexpr char kRefused[] = "created 0, updated 0, unchanged 0, refused 1\n";

}  // namespace

class WorkImportTest : public QObject {
  Q_OBJECT

 private slots:
  void eachKindOfFileIsTakenOnceAndUpdated_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("changed");
    QTest::newRow("duty") << int(FileKind::kDuty) << QByteArray("区域代码,值守类别,名称,电话,星期,时段\n")
                          << QByteArray("220211001,社区,值班室,15400000001,周一至周五,08:00-18:00\n")
                          << QByteArray("220211001,社区,值班室,15400000002,每天,全天\n");
    QTest::newRow("facilities") << int(FileKind::kFacilities) << QByteArray("设施编号,类别,名称,区域代码,核验日期\n")
                                << QByteArray("M1,助餐点,食堂,220211001,\n")
                                << QByteArray("M1,助餐点,食堂,220211001,2026-11-02\n");
    QTest::newRow("targets") << int(FileKind::kTargets) << QByteArray("indicator,area,from,until,value,document\n")
                             << QByteArray("meal points,220211,2026-01-01,2026-12-31,430,A 1\n")
                             << QByteArray("meal points,220211,2026-01-01,2026-12-31,431,A 2\n");
    QTest::newRow("programmes") << int(FileKind::kProgrammes)
                                << QByteArray("code,name,contractor_code,contractor,from\n")
                                << QByteArray("P1,Visits,O1,Agency,2026-01-01\n")
                                << QByteArray("P1,More visits,O1,Agency,2026-01-01\n");
  }
  void eachKindOfFileIsTakenOnceAndUpdated() {
    QFETCH(int, kind);
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, changed);
    OperatorDesk desk;
    desk.fillDistrict();
    const auto import = [&](const QByteArray& line) {
      desk.import(static_cast<FileKind>(kind), (head + line).toStdString());
      return desk.printed();
    };
    QCOMPARE(import(row), QString(kCreated));
    QCOMPARE(import(row), QString(kUnchanged));
    QCOMPARE(import(changed), QString(kUpdated));
  }

  void unknownPlacesAreRefused_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("duty") << int(FileKind::kDuty) << QByteArray("area,kind,name,phone\n999,community,N,15400000001\n");
    QTest::newRow("facilities") << int(FileKind::kFacilities)
                                << QByteArray("code,kind,name,area\nM1,meal point,N,999\n");
    QTest::newRow("targets") << int(FileKind::kTargets)
                             << QByteArray(
                                    "indicator,area,from,until,value\nmeal points,999,2026-01-01,2026-12-31,1\n");
  }
  void unknownPlacesAreRefused() {
    QFETCH(int, kind);
    QFETCH(QByteArray, content);
    OperatorDesk desk;
    desk.fillDistrict();
    QCOMPARE(desk.import(static_cast<FileKind>(kind), content.toStdString()), kExitSomeRefused);
    QVERIFY2(desk.said().contains("no area has this code"), qPrintable(desk.said()));
  }

  void paperVisitsAreTakenOnce() {
    OperatorDesk desk;
    desk.fillDistrict();
    QCOMPARE(desk.import(FileKind::kRoster, kElder), kExitDone);
    const std::string file = "档案号,工号,日期,开始时间,分钟,方式,结果\nF1,V1,2026-11-18,9:30,25,上门,见到\n";
    QCOMPARE(desk.import(FileKind::kPaperVisits, file), kExitDone);
    QCOMPARE(desk.printed(), QString(kCreated));
    QCOMPARE(desk.import(FileKind::kPaperVisits, file), kExitDone);
    QCOMPARE(desk.printed(), QString(kUnchanged));
  }

  void aLatePaperVisitNeedsItsReason() {
    OperatorDesk desk;
    desk.fillDistrict();
    QCOMPARE(desk.import(FileKind::kRoster, kElder), kExitDone);
    const std::string head = "file_number,staff_number,on,minutes,mode,outcome,late_reason\n";
    QCOMPARE(desk.import(FileKind::kPaperVisits, head + "F1,V1,2026-11-02,25,in person,seen,\n"), kExitSomeRefused);
    QCOMPARE(desk.printed(), QString(kRefused));
    QVERIFY2(desk.said().contains("is entered too late"), qPrintable(desk.said()));
    QCOMPARE(desk.import(FileKind::kPaperVisits, head + "F1,V1,2026-11-02,25,in person,seen,list found\n"), kExitDone);
    QCOMPARE(desk.printed(), QString(kCreated));
  }

  void aPaperVisitOfNobodyKnownIsRefused() {
    OperatorDesk desk;
    desk.fillDistrict();
    QCOMPARE(desk.import(FileKind::kPaperVisits,
                         "file_number,staff_number,on,mode,outcome\nF9,V1,2026-11-18,in person,seen\n"),
             kExitSomeRefused);
    QVERIFY2(desk.said().contains("no elder has this file number"), qPrintable(desk.said()));
  }
};

QTEST_GUILESS_MAIN(WorkImportTest)
#include "work_import_test.moc"
