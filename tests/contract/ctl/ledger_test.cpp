#include <QDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include "operator_desk.h"
#include "sync/care/calendar.h"
#include "sync/ctl/file.h"
#include "sync/ctl/ledger_commands.h"
#include "sync/ctl/operator_commands.h"
#include "sync/ctl/report_commands.h"
#include "tests/scenario/field.h"

using namespace doorstep::ctl;
using doorstep::tests::Field;
using doorstep::tests::OperatorDesk;

namespace {

constexpr std::size_t kLargest = std::size_t{64} << 20;

constexpr char kElder[] =
    "file_number,household_number,name,area_code,kinds,tier,care_from_on\n"
    "F1,H1,One,22021100100101,living alone,C,2026-03-01\n";

void startService(OperatorDesk& desk) {
  desk.service().start(absl::FromCivil(absl::CivilSecond(2026, 11, 20, 9, 0, 0), doorstep::care::districtZone()));
}

}  // namespace

class LedgerTest : public QObject {
  Q_OBJECT

 private slots:
  void aBackupBringsBackWhatItHolds() {
    OperatorDesk desk;
    desk.fillDistrict();
    QCOMPARE(desk.import(FileKind::kRoster, kElder), kExitDone);
    const std::string backup = desk.path("backup.db").toStdString();
    QCOMPARE(backupCommand(desk.console(), desk.connection(), backup), kExitDone);
    QVERIFY2(desk.printed().contains("SHA-256 "), qPrintable(desk.printed()));
    QVERIFY(!QFile::exists(desk.path("backup.db.part")));
    QVERIFY(readFile(backup, kLargest)->find("living") == std::string::npos);
    QCOMPARE(desk.import(FileKind::kAssignments, "staff_number,household_number,from_on\nV1,H1,2026-09-01\n"),
             kExitDone);
    const std::string folder = desk.path("service").toStdString();
    QCOMPARE(restoreCommand(desk.console(), {backup, folder}), kExitOther);
    QVERIFY2(desk.said().contains("is still running"), qPrintable(desk.said()));
    desk.service().stop();
    QCOMPARE(restoreCommand(desk.console(), {backup, folder}), kExitDone);
    QVERIFY2(desk.printed().contains("The ledger that stood there is now "), qPrintable(desk.printed()));
    QCOMPARE(QDir(desk.path("service")).entryList({"ledger.db.2*"}).size(), 1);
    startService(desk);
    QCOMPARE(desk.import(FileKind::kRoster, kElder), kExitDone);
    QCOMPARE(desk.printed(), QString("created 0, updated 0, unchanged 1, refused 0\n"));
    QCOMPARE(desk.import(FileKind::kAssignments, "staff_number,household_number,from_on\nV1,H1,2026-09-01\n"),
             kExitDone);
    QCOMPARE(desk.printed(), QString("created 1, updated 0, unchanged 0, refused 0\n"));
    QCOMPARE(recountCommand(desk.console(), desk.connection(), false), kExitDone);
  }

  void aDamagedBackupChangesNothing() {
    OperatorDesk desk;
    desk.fillDistrict();
    const std::string path = desk.path("backup.db").toStdString();
    QCOMPARE(backupCommand(desk.console(), desk.connection(), path), kExitDone);
    desk.service().stop();
    std::string bytes = *readFile(path, kLargest);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    QVERIFY(writeFile(path, bytes).ok());
    const std::string before = *readFile(desk.path("service/ledger.db").toStdString(), kLargest);
    QCOMPARE(restoreCommand(desk.console(), {path, desk.path("service").toStdString()}), kExitInput);
    QVERIFY2(desk.said().contains("cannot be restored: the file is damaged"), qPrintable(desk.said()));
    QVERIFY(*readFile(desk.path("service/ledger.db").toStdString(), kLargest) == before);
    QCOMPARE(restoreCommand(desk.console(), {path + "x", desk.path("service").toStdString()}), kExitInput);
    QVERIFY2(desk.said().contains("no such file"), qPrintable(desk.said()));
  }

  void ctrlCLeavesNoBackup() {
    OperatorDesk desk;
    desk.fillDistrict();
    desk.interrupt();
    QCOMPARE(backupCommand(desk.console(), desk.connection(), desk.path("backup.db").toStdString()), kExitInterrupted);
    QVERIFY(!QFile::exists(desk.path("backup.db")) && !QFile::exists(desk.path("backup.db.part")));
  }

  void aBackupThatCannotBeWrittenSaysSo() {
    OperatorDesk desk;
    QCOMPARE(backupCommand(desk.console(), desk.connection(), desk.path("nowhere/b").toStdString()), kExitInput);
    QVERIFY2(desk.said().contains("cannot be written"), qPrintable(desk.said()));
  }

  void aRevokedDeviceIsWithdrawn() {
    Field field;
    QCOMPARE(field.tablet("li").sync().trouble, doorstep::client::Trouble::kNone);
    OperatorDesk desk;
    const ConnectionOptions connection{field.service().syncAddress(), field.service().operatorCredentials()};
    QCOMPARE(devicesCommand(desk.console(), connection, Output::kJson), kExitDone);
    const std::string replica = nlohmann::json::parse(desk.printed().toStdString())[0]["replica_id"];
    QCOMPARE(revokeCommand(desk.console(), connection, {"", "no such device", "lost"}), kExitInput);
    QVERIFY2(desk.said().startsWith("There is no device “no such device”."), qPrintable(desk.said()));
    QCOMPARE(revokeCommand(desk.console(), connection, {"", replica.substr(0, 8), "lost"}), kExitDone);
    QCOMPARE(desk.printed(), QString("devices revoked: 1\n"));
    QCOMPARE(field.tablet("li").sync().trouble, doorstep::client::Trouble::kRevoked);
    QCOMPARE(revokeCommand(desk.console(), connection, {"li", "", "lost"}), kExitDone);
    QCOMPARE(desk.printed(), QString("devices revoked: 0\n"));
    QCOMPARE(revokeCommand(desk.console(), connection, {"nobody", "", "lost"}), kExitInput);
    QVERIFY2(desk.said().startsWith("The service does not know the staff number nobody."), qPrintable(desk.said()));
  }
};

QTEST_GUILESS_MAIN(LedgerTest)
#include "ledger_test.moc"
