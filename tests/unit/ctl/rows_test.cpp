#include <QtTest>

#include "sync/ctl/columns.h"
#include "sync/ctl/csv.h"
#include "sync/ctl/failure.h"
#include "sync/ctl/rows.h"
#include "sync/ctl/values.h"

using namespace doorstep::ctl;
namespace v1 = doorstep::v1;

namespace {

// The second line of a file under its first.
ParsedRow parsed(FileKind kind, const std::string& content) {
  const auto records = parseCsv(content);
  const auto columns = ColumnMap::fromHeader(kind, records->front().fields);
  return parseRow(kind, *columns, records->at(1));
}

// "line:field:CODE", one a problem.
QString places(const ParsedRow& row) {
  QStringList list;
  for (const v1::Problem& problem : row.problems) {
    list << QString("%1:%2:%3")
                .arg(problem.line())
                .arg(QString::fromStdString(problem.field()))
                .arg(QString::fromStdString(v1::ProblemCode_Name(problem.code())).mid(13));
  }
  return list.join(' ');
}

}  // namespace

class RowsTest : public QObject {
  Q_OBJECT

 private slots:
  void readsHeadingsOfBothLanguages() {
    for (const FileKind kind :
         {FileKind::kAreas, FileKind::kWorkers, FileKind::kRoster, FileKind::kAssignments, FileKind::kDuty,
          FileKind::kFacilities, FileKind::kTargets, FileKind::kProgrammes, FileKind::kPaperVisits}) {
      std::vector<std::string> chinese;
      std::vector<std::string> english;
      for (const Column& column : columnsOf(kind)) {
        chinese.emplace_back(column.zh);
        english.emplace_back(
            QString::fromUtf8(column.name.data(), int(column.name.size())).toUpper().replace('_', ' ').toStdString());
      }
      for (const auto& header : {chinese, english}) {
        const auto columns = ColumnMap::fromHeader(kind, header);
        QVERIFY(columns.ok());
        QVERIFY(columns->unknown().empty());
        for (std::size_t index = 0; index < header.size(); ++index) {
          QCOMPARE(columns->indexOf(columnsOf(kind)[index].name), std::optional(index));
        }
      }
    }
  }

  // The README is the contract: every heading that is read stands there, in both languages.
  void everyColumnIsDocumented() {
    QFile file(DOORSTEP_CTL_README);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString document = QString::fromUtf8(file.readAll());
    for (const FileKind kind :
         {FileKind::kAreas, FileKind::kWorkers, FileKind::kRoster, FileKind::kAssignments, FileKind::kDuty,
          FileKind::kFacilities, FileKind::kTargets, FileKind::kProgrammes, FileKind::kPaperVisits}) {
      for (const Column& column : columnsOf(kind)) {
        const QString name = QString::fromUtf8(column.name.data(), static_cast<qsizetype>(column.name.size()));
        const QString zh = QString::fromUtf8(column.zh.data(), static_cast<qsizetype>(column.zh.size()));
        QVERIFY2(document.contains("`" + name + "`") && document.contains(zh), qPrintable(name));
      }
    }
  }

  void namesUnknownAndMissingAndDoubleColumns() {
    const auto unknown = ColumnMap::fromHeader(FileKind::kAreas, {"code", "parent", "级别", "name", "面积", "原因"});
    QVERIFY(unknown.ok());
    QCOMPARE(unknown->unknown(), std::vector<std::string>{"面积"});
    const auto missing = ColumnMap::fromHeader(FileKind::kAreas, {"code", "kind", "name"});
    QCOMPARE(failureOf(missing.status()), std::optional(Failure::kColumnMissing));
    const auto twice = ColumnMap::fromHeader(FileKind::kAreas, {"code", "代码", "parent_code", "kind", "name"});
    QCOMPARE(failureOf(twice.status()), std::optional(Failure::kColumnTwice));
  }

  void readsAnArea() {
    const ParsedRow row = parsed(FileKind::kAreas, "code,parent_code,kind,name\n 220211 ,2202,区县,丰满区\n");
    QVERIFY(row.problems.empty());
    QCOMPARE(row.row.line(), 2u);
    QCOMPARE(row.row.area().code(), std::string("220211"));
    QCOMPARE(row.row.area().kind(), std::string("district"));
  }

  void readsAnElder() {
    const ParsedRow row = parsed(
        FileKind::kRoster,
        "档案号,姓名,身份证号,区域代码,类别,分级,状态,状态起始日,纳入日期,家属,此前探访\r\n"
        "F1,王桂兰,220211193803079961,22021100100101,独居；高龄,a,外出,2026/11/2,2026年3月1日,"
        "\"王芳|子女|15400000001;李平|邻居\",\"2026-11-01|上门|见到|V001|35；2026-11-09|phone|no_reply|V001\"\r\n");
    QCOMPARE(places(row), QString());
    const v1::ElderRow& elder = row.row.elder();
    QCOMPARE(elder.kinds_size(), 2);
    QCOMPARE(elder.kinds(1), v1::ELDER_KIND_ADVANCED_AGE);
    QCOMPARE(elder.tier(), v1::TIER_A);
    QCOMPARE(elder.status(), v1::CARE_STATUS_AWAY);
    QCOMPARE(dateText(elder.status_from_on()), std::string("2026-11-02"));
    QCOMPARE(dateText(elder.care_from_on()), std::string("2026-03-01"));
    QCOMPARE(elder.family_size(), 2);
    QCOMPARE(elder.family(0).phone(), std::string("15400000001"));
    QCOMPARE(elder.contacts_size(), 2);
    QCOMPARE(elder.contacts(0).minutes(), 35u);
    QCOMPARE(elder.contacts(1).outcome(), v1::CONTACT_OUTCOME_NO_REPLY);
  }

  void saysWhereARowIsWrong_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("expected");
    const int areas = static_cast<int>(FileKind::kAreas);
    const int workers = static_cast<int>(FileKind::kWorkers);
    const int roster = static_cast<int>(FileKind::kRoster);
    const int assignments = static_cast<int>(FileKind::kAssignments);
    const QByteArray area_head = "code,parent_code,kind,name\n";
    const QByteArray elder_head = "file_number,name,area_code,kinds,tier,care_from_on,birth_year,family,contacts\n";
    QTest::newRow("too few fields") << areas << area_head + "1,2,city\n"
                                    << "2:row:MALFORMED";
    QTest::newRow("too many fields") << areas << area_head + "1,2,city,a,b\n"
                                     << "2:row:MALFORMED";
    QTest::newRow("unknown kind of area") << areas << area_head + "1,2,planet,a\n"
                                          << "2:kind:MALFORMED";
    QTest::newRow("empty name") << areas << area_head + "1,2,city,\u3000\n"
                                << "2:name:MISSING";
    QTest::newRow("no code, no kind") << areas << area_head + ",2,,a\n"
                                      << "2:code:MISSING 2:kind:MISSING";
    QTest::newRow("unknown role") << workers << QByteArray("staff_number,name,roles\nV1,N,督导;皇帝\n")
                                  << "2:roles:MALFORMED";
    QTest::newRow("impossible date") << roster << elder_head + "F,N,1,独居,C,2026-02-30,1940,,\n"
                                     << "2:care_from_on:MALFORMED";
    QTest::newRow("unknown tier and kind") << roster << elder_head + "F,N,1,独居;富裕,D,2026-02-03,1940,,\n"
                                           << "2:kinds:MALFORMED 2:tier:MALFORMED";
    QTest::newRow("year in words") << roster << elder_head + "F,N,1,独居,C,2026-02-03,四十,,\n"
                                   << "2:birth_year:MALFORMED";
    QTest::newRow("second relative") << roster << elder_head + "F,N,1,独居,C,2026-02-03,1940,甲|子女;乙,\n"
                                     << "2:family[1]:MALFORMED";
    QTest::newRow("contacts") << roster
                              << elder_head +
                                     "F,N,1,独居,C,2026-02-03,1940,,2026-11-01|上门|见到|V1;昨天|上门|见到|V1;"
                                     "2026-11-01|上门|见到|V1|-5\n"
                              << "2:contacts[1]:MALFORMED 2:contacts[2]:MALFORMED";
    QTest::newRow("assignment") << assignments << QByteArray("staff_number,household_number,from_on,until_on\nV1,,,x\n")
                                << "2:household_number:MISSING 2:from_on:MISSING 2:until_on:MALFORMED";
  }
  void saysWhereARowIsWrong() {
    QFETCH(int, kind);
    QFETCH(QByteArray, content);
    QFETCH(QString, expected);
    QCOMPARE(places(parsed(static_cast<FileKind>(kind), content.toStdString())), expected);
  }

  void readsDates_data() {
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    QTest::newRow("ISO") << "2026-03-01"
                         << "2026-03-01";
    QTest::newRow("slashes") << "2026/3/1"
                             << "2026-03-01";
    QTest::newRow("dots") << "2026.3.1"
                          << "2026-03-01";
    QTest::newRow("compact") << "20260301"
                             << "2026-03-01";
    QTest::newRow("Chinese") << "2026年3月1日"
                             << "2026-03-01";
    QTest::newRow("leap day") << "2024-02-29"
                              << "2024-02-29";
    QTest::newRow("no leap day") << "2026-02-29"
                                 << "";
    QTest::newRow("month only") << "2026-03"
                                << "";
    QTest::newRow("a time") << "2026-03-01 08:00"
                            << "";
    QTest::newRow("sign") << "+2026-03-01"
                          << "";
    QTest::newRow("year 99999") << "99999-01-01"
                                << "";
  }
  void readsDates() {
    QFETCH(QString, written);
    QFETCH(QString, expected);
    const auto date = dateFrom(written.toStdString());
    QCOMPARE(date.has_value() ? QString::fromStdString(dateText(*date)) : QString(), expected);
  }

  void readsMonths() {
    for (const char* written : {"2026-11", "2026/11", "202611", "2026年11月"}) {
      const auto month = monthFrom(written);
      QVERIFY(month.has_value());
      QCOMPARE(monthText(*month), std::string("2026-11"));
    }
    for (const char* written : {"2026-13", "2026", "11-2026", "November", ""}) {
      QVERIFY(!monthFrom(written).has_value());
    }
  }
};

QTEST_APPLESS_MAIN(RowsTest)
#include "rows_test.moc"
