#include <QtTest>

#include "absl/strings/str_cat.h"
#include "operator_desk.h"
#include "sync/ctl/csv.h"
#include "sync/ctl/demo/roster.h"
#include "sync/ctl/encoding.h"
#include "sync/ctl/import_stream.h"

using namespace doorstep::ctl;
using doorstep::tests::OperatorDesk;

namespace {

constexpr char kElders[] = "file_number,household_number,name,id_number,area_code,kinds,tier,care_from_on,contacts\n";
// Made-up numbers with right check digits: nobody has a running number from 996 on.
constexpr char kNumber[] = "220211195012029972";
constexpr char kOtherNumber[] = "220211194604099988";

// "line: reason" of the refused rows: the last cell of each.
QStringList reasons(const std::string& file) {
  QStringList list;
  const auto records = parseCsv(file);
  for (std::size_t index = 1; records.ok() && index < records->size(); ++index) {
    list << QString::fromStdString(records->at(index).fields.front() + ": " + records->at(index).fields.back());
  }
  return list;
}

}  // namespace

class ImportTest : public QObject {
  Q_OBJECT

 private slots:
  void theWholeAreaTreeIsTakenOnce() {
    OperatorDesk desk;
    QCOMPARE(desk.importFile(FileKind::kAreas, DOORSTEP_AREAS_FILE), kExitDone);
    QCOMPARE(desk.printed(), QString("created 8391, updated 0, unchanged 0, refused 0\n"));
    QCOMPARE(desk.importFile(FileKind::kAreas, DOORSTEP_AREAS_FILE), kExitDone);
    QCOMPARE(desk.printed(), QString("created 0, updated 0, unchanged 8391, refused 0\n"));
  }

  void orphansAndCirclesAreRefusedAndTheRestIsTaken() {
    OperatorDesk desk;
    QCOMPARE(desk.import(FileKind::kAreas,
                         "code,parent_code,kind,name\n"
                         "220211,2202,district,D\n"      // its parent comes later
                         "2202,22,city,C\n"              //
                         "22,,province,P\n"              //
                         "330101,3301,district,O\n"      // orphan
                         "440201,440202,district,X\n"    // circle
                         "440202,440201,district,Y\n"),  // circle
             kExitSomeRefused);
    QCOMPARE(desk.printed(), QString("created 3, updated 0, unchanged 0, refused 3\n"));
    const QStringList refused = reasons(desk.refused());
    QCOMPARE(refused.size(), 3);
    QVERIFY2(refused[0].contains("330101") && refused[0].contains("neither in the file nor known"),
             qPrintable(refused[0]));
    QVERIFY2(refused[1].contains("440201") && refused[1].contains("comes back to itself"), qPrintable(refused[1]));
    QVERIFY2(refused[2].contains("440202") && refused[2].contains("comes back to itself"), qPrintable(refused[2]));
    QVERIFY(desk.said().contains("line 5  ") && desk.said().contains("line 6  ") && desk.said().contains("line 7  "));
  }

  void aRosterIsTakenButForItsBadRows() {
    OperatorDesk desk;
    desk.fillDistrict();
    const std::string content = absl::StrCat(
        kElders, "F1,H1,One,", kNumber,
        ",22021100100101,living alone,C,2026-03-01,2026-11-03|in person|seen|V1|30\n",            //
        "F2,H1,Two,", kNumber, ",22021100100101,living alone,C,2026-03-01,\n",                    // same ID number
        "F3,H2,Three,,99,living alone,C,2026-03-01,\n",                                           // unknown area
        "F4,H2,Four,220211194604099989,22021100100101,living alone,C,2026-03-01,\n",              // check digit
        "F5,H2,Five,,22021100100101,living alone,C,someday,\n",                                   // no date
        "F6,H2,Six,,22021100100101,living alone,C,2026-03-01,2026-11-03|in person|seen|V9|30\n",  // unknown worker
        "F7,H2,Seven,", kOtherNumber,
        ",22021100100101,living alone,C,2026-03-01,2026-11-03|phone|seen|V1|9\n",  // no pair
        "F8,H3,Eight,,22021100100101,living alone,C,2026-03-01,\n");
    QCOMPARE(desk.import(FileKind::kRoster, content), kExitSomeRefused);
    const QStringList refused = reasons(desk.refused());
    QCOMPARE(refused.size(), 6);
    const char* expected[][2] = {{"F2", "stands twice; see also line 2"},
                                 {"F3", "no area has this code"},
                                 {"F4", "check digit"},
                                 {"F5", "is no date"},
                                 {"F6", "no worker has this staff number"},
                                 {"F7", "does not go with the mode"}};
    for (int index = 0; index < 6; ++index) {
      QVERIFY2(refused[index].startsWith(expected[index][0]) && refused[index].contains(expected[index][1]),
               qPrintable(refused[index]));
      QVERIFY(desk.said().contains(QString("line %1  ").arg(index + 3)));
    }
    QCOMPARE(desk.printed(), QString("created 2, updated 0, unchanged 0, refused 6\n"));
  }

  void anIdNumberBelongsToOneElder() {
    OperatorDesk desk;
    desk.fillDistrict();
    const std::string end = absl::StrCat(",", kNumber, ",22021100100101,living alone,C,2026-03-01,\n");
    QCOMPARE(desk.import(FileKind::kRoster, kElders + ("F1,H1,One" + end)), kExitDone);
    QCOMPARE(desk.import(FileKind::kRoster, kElders + ("F2,H2,Two" + end)), kExitSomeRefused);
    QCOMPARE(reasons(desk.refused()),
             QStringList("F2: input.csv, line 2: ID number: this ID number belongs to another elder"));
  }

  void sayingItAgainChangesNothing() {
    OperatorDesk desk;
    desk.fillDistrict();
    const std::string roster = absl::StrCat(
        kElders, "F1,H1,One,", kNumber, ",22021100100101,living alone,C,2026-03-01,2026-11-03|in person|seen|V1|30\n");
    const std::string assignment = "staff_number,household_number,from_on,until_on\nV1,H1,2026-09-01,\n";
    for (const char* expected :
         {"created 1, updated 0, unchanged 0, refused 0\n", "created 0, updated 0, unchanged 1, refused 0\n"}) {
      QCOMPARE(desk.import(FileKind::kRoster, roster), kExitDone);
      QCOMPARE(desk.printed(), QString(expected));
      QCOMPARE(desk.import(FileKind::kAssignments, assignment), kExitDone);
      QCOMPARE(desk.printed(), QString(expected));
    }
  }

  void aCorrectedRowUpdatesItsElder() {
    OperatorDesk desk;
    desk.fillDistrict();
    const std::string start = absl::StrCat(kElders, "F1,H1,One,", kNumber, ",22021100100101,living alone,");
    QCOMPARE(desk.import(FileKind::kRoster, start + "C,2026-03-01,\n"), kExitDone);
    QCOMPARE(desk.import(FileKind::kRoster, start + "A,2026-03-01,\n"), kExitDone);
    QCOMPARE(desk.printed(), QString("created 0, updated 1, unchanged 0, refused 0\n"));
  }

  void theMadeUpRosterIsTakenWhole() {
    OperatorDesk desk;
    QCOMPARE(desk.importFile(FileKind::kAreas, DOORSTEP_AREAS_FILE), kExitDone);
    const auto roster = demo::makeRoster(*demo::areasFromFile(DOORSTEP_AREAS_FILE));
    QVERIFY(demo::writeRoster(roster, desk.path("").toStdString()).ok());
    const std::pair<FileKind, const char*> files[] = {{FileKind::kAreas, "grids.csv"},
                                                      {FileKind::kWorkers, "workers.csv"},
                                                      {FileKind::kRoster, "roster.csv"},
                                                      {FileKind::kAssignments, "assignments.csv"}};
    for (const auto& [kind, name] : files) {
      QCOMPARE(desk.importFile(kind, desk.path(name).toStdString()), kExitDone);
    }
  }

  void whatWasTakenBeforeCtrlCStays() {
    OperatorDesk desk;
    desk.fillDistrict();
    auto connection = Connection::open(desk.connection());
    QVERIFY(connection.ok());
    const auto importWhile = [&](auto keep_going) {
      std::size_t made = 0;
      const NextBatch next = [&](doorstep::v1::ImportRequest& batch) -> absl::StatusOr<bool> {
        for (; made < 3 * kRowsInBatch && static_cast<std::size_t>(batch.rows_size()) < kRowsInBatch; ++made) {
          doorstep::v1::ImportRow& row = *batch.add_rows();
          row.set_line(static_cast<std::uint32_t>(made + 2));
          row.mutable_worker()->set_staff_number("W" + std::to_string(made));
          row.mutable_worker()->set_name("Worker");
          row.mutable_worker()->add_roles(doorstep::v1::ROLE_VISITOR);
          row.mutable_worker()->set_supervisor_staff_number("S1");
        }
        return batch.rows_size() > 0;
      };
      ImportAnswers answers;
      [&] {
        QVERIFY(importRows(
                    *connection, next, keep_going, [](std::size_t) {}, answers)
                    .ok());
      }();
      return answers;
    };
    int asked = 0;
    const ImportAnswers first = importWhile([&] { return asked++ < 2; });
    QVERIFY(first.stopped);
    QCOMPARE(first.answered, 2 * kRowsInBatch);
    QCOMPARE(first.counts[doorstep::v1::IMPORT_OUTCOME_CREATED], 2 * kRowsInBatch);
    const ImportAnswers second = importWhile([] { return true; });
    QVERIFY(!second.stopped);
    QCOMPARE(second.counts[doorstep::v1::IMPORT_OUTCOME_UNCHANGED], 2 * kRowsInBatch);
    QCOMPARE(second.counts[doorstep::v1::IMPORT_OUTCOME_CREATED], kRowsInBatch);
  }

  void gb18030IsTakenAsItIs() {
    OperatorDesk desk;
    desk.fillDistrict();
    const TextCodec codec(Encoding::kGb18030);
    const std::string roster =
        "档案号,姓名,区域代码,老人类别,分级,纳入日期\r\nF1,王桂兰,22021100100101,独居,C,2026-03-01\r\n"
        "F2,㐂𠮷,22021100100101,独居;高龄,丁,2026-03-01\r\n";
    QCOMPARE(desk.import(FileKind::kRoster, codec.encoded(roster)), kExitSomeRefused);
    QCOMPARE(desk.printed(), QString("created 1, updated 0, unchanged 0, refused 1\n"));
    const auto refused = codec.decoded(desk.refused());
    QVERIFY(refused.has_value());
    QVERIFY2(refused->find("F2,㐂𠮷,") != std::string::npos, refused->c_str());
    QCOMPARE(desk.import(FileKind::kRoster, roster), kExitSomeRefused);
    QCOMPARE(desk.printed(), QString("created 0, updated 0, unchanged 1, refused 1\n"));
  }

  void rowsInAnotherEncodingAreRefusedAndTheRestIsTaken() {
    OperatorDesk desk;
    desk.fillDistrict();
    const std::string head = "档案号,姓名,区域代码,老人类别,分级,纳入日期\n";
    const std::string first = "F1,王桂兰,22021100100101,独居,C,2026-03-01\n";
    const std::string second = "F2,李秀英,22021100100101,独居,C,2026-03-01\n";
    const std::string third = "F3,\xE5\xB8\xFF,22021100100101,living alone,C,2026-03-01\n";
    const std::string other = TextCodec(Encoding::kGb18030).encoded(second);
    QCOMPARE(desk.import(FileKind::kRoster, head + first + other + third), kExitSomeRefused);
    QCOMPARE(desk.printed(), QString("created 1, updated 0, unchanged 0, refused 2\n"));
    QVERIFY2(desk.said().contains("input.csv, line 3  encoding: this row is not in UTF-8 but in GB18030"),
             qPrintable(desk.said()));
    QVERIFY2(desk.said().contains("input.csv, line 4  encoding: what stands in the column “姓名” is not in UTF-8"),
             qPrintable(desk.said()));
    const std::string refused = desk.refused();
    QVERIFY(refused.find("F2,李秀英,") != std::string::npos);
  }

  // 1,000 of 100,000 rows are wrong in three ways; nothing is sent of the rest's memory.
  void aHundredThousandRowsWithOnePercentBad() {
    OperatorDesk desk;
    desk.fillDistrict();
    std::string content = "工号,姓名,角色,督导工号\n";
    for (int index = 0; index < 100'000; ++index) {
      const bool no_name = index % 300 == 50;
      const bool no_role = index % 300 == 150;
      const bool broken = index % 300 == 250;
      absl::StrAppend(&content, "W", index, ",", no_name ? "" : "\"张,\n三\"", broken ? "\xFF" : "", ",",
                      no_role ? "皇帝" : "探访人员", ",S1\n");
    }
    QCOMPARE(desk.import(FileKind::kWorkers, content), kExitSomeRefused);
    const int bad = 334 + 333 + 333;
    QCOMPARE(desk.printed(), QString("created %1, updated 0, unchanged 0, refused %2\n").arg(100'000 - bad).arg(bad));
    const QStringList refused = reasons(desk.refused());
    QCOMPARE(refused.size(), bad);
    QVERIFY2(refused[0].startsWith("W50: input.csv, line 102: name: is empty"), qPrintable(refused[0]));
    QVERIFY2(refused[1].startsWith("W150: ") && refused[1].contains("roles: names a role that is not known"),
             qPrintable(refused[1]));
    QVERIFY2(refused[2].startsWith("W250: ") && refused[2].contains("“姓名” is not in UTF-8"), qPrintable(refused[2]));
    QCOMPARE(desk.import(FileKind::kWorkers, content), kExitSomeRefused);
    QCOMPARE(desk.printed(), QString("created 0, updated 0, unchanged %1, refused %2\n").arg(100'000 - bad).arg(bad));
  }

  void ctrlCBeforeTheFirstBatchTakesNothing() {
    OperatorDesk desk;
    desk.interrupt();
    QCOMPARE(desk.importFile(FileKind::kAreas, DOORSTEP_AREAS_FILE), kExitInterrupted);
    QCOMPARE(desk.printed(), QString("created 0, updated 0, unchanged 0, refused 0\n"));
  }
};

QTEST_GUILESS_MAIN(ImportTest)
#include "import_test.moc"
