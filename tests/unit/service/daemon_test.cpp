#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "sync/service/daemon/config.h"
#include "sync/service/daemon/start_failure.h"
#include "sync/service/identity/private_file.h"

using namespace doorstep;

// The program doorstepd as a person meets it: its file, its flags, what it says when it cannot start.
class DaemonTest : public QObject {
  Q_OBJECT

 private slots:
  void aConfigurationFileIsRead();
  void whatIsWrongInAFileIsNamedWithItsLine_data();
  void whatIsWrongInAFileIsNamedWithItsLine();
  void startTimes_data();
  void startTimes();
  void everyFailureHasThreePartsInBothLanguages_data();
  void everyFailureHasThreePartsInBothLanguages();
  void itStartsSaysWhereItListensAndEndsOnSigterm();
  void itSaysWhyItCannotStart_data();
  void itSaysWhyItCannotStart();
  void nothingReadableIsOnTheDisk();
};

namespace {

std::string fileWith(QTemporaryDir& folder, const char* content) {
  const std::string path = folder.filePath("doorstepd.toml").toStdString();
  return service::writePrivateFile(path, content).ok() ? path : std::string();
}

struct Run {
  QProcess process;
  QByteArray ready;

  void start(QStringList flags) {
    process.start(DOORSTEPD_PROGRAM, flags);
    if (process.waitForStarted() && process.waitForReadyRead(30'000)) {
      ready = process.readLine();
    }
  }
};

QStringList usualFlags(const QTemporaryDir& folder) {
  return {"--data-dir",     folder.filePath("data"), "--listen",   "127.0.0.1:0",
          "--enrol-listen", "127.0.0.1:0",           "--log-file", folder.filePath("log")};
}

}  // namespace

void DaemonTest::aConfigurationFileIsRead() {
  QTemporaryDir folder;
  service::Config config;
  const absl::Status read = service::readConfigFile(fileWith(folder, R"(# a district
data_dir = "/srv/doorstep"
listen = "0.0.0.0:7443"
enrol_listen = "0.0.0.0:7444"
log_level = "warning"
at = "2026-11-20T09:00+08:00"
)"),
                                                    config);
  QVERIFY2(read.ok(), std::string(read.message()).c_str());
  QCOMPARE(config.data_dir, std::string("/srv/doorstep"));
  QCOMPARE(config.enrol_listen, std::string("0.0.0.0:7444"));
  QVERIFY(config.log_level == service::Journal::Level::kWarning);
  QCOMPARE(absl::ToUnixSeconds(*config.at), std::int64_t{1795136400});
}

void DaemonTest::whatIsWrongInAFileIsNamedWithItsLine_data() {
  QTest::addColumn<QByteArray>("content");
  QTest::addColumn<QByteArray>("line");
  QTest::newRow("unknown key") << QByteArray("listen = \"a:1\"\nlissten = \"b:1\"\n")
                               << QByteArray("2: unknown key lissten");
  QTest::newRow("unknown table") << QByteArray("\n[server]\nlisten = \"a:1\"\n") << QByteArray("2: unknown key server");
  QTest::newRow("not text") << QByteArray("listen = 7443\n") << QByteArray("1: listen must be text");
  QTest::newRow("no level") << QByteArray("\n\nlog_level = \"loud\"\n") << QByteArray("3: log_level");
  QTest::newRow("no TOML") << QByteArray("listen = \"a:1\"\n= 4\n") << QByteArray("2: ");
}

void DaemonTest::whatIsWrongInAFileIsNamedWithItsLine() {
  QFETCH(QByteArray, content);
  QFETCH(QByteArray, line);
  QTemporaryDir folder;
  service::Config config;
  const absl::Status read = service::readConfigFile(fileWith(folder, content.constData()), config);
  QCOMPARE(read.code(), absl::StatusCode::kInvalidArgument);
  QVERIFY2(QByteArray(std::string(read.message()).c_str()).startsWith(line), std::string(read.message()).c_str());
}

void DaemonTest::startTimes_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<bool>("ok");
  QTest::newRow("minutes") << QByteArray("2026-11-20T09:00+08:00") << true;
  QTest::newRow("seconds") << QByteArray("2026-11-20T09:00:00+08:00") << true;
  QTest::newRow("UTC") << QByteArray("2026-11-20T01:00:00Z") << true;
  QTest::newRow("no zone") << QByteArray("2026-11-20T09:00") << false;
  QTest::newRow("a day") << QByteArray("2026-11-20") << false;
}

void DaemonTest::startTimes() {
  QFETCH(QByteArray, text);
  QFETCH(bool, ok);
  const auto time = service::startTime(text.toStdString());
  QCOMPARE(time.ok(), ok);
  QVERIFY(!ok || absl::ToUnixSeconds(*time) == 1795136400);
}

void DaemonTest::everyFailureHasThreePartsInBothLanguages_data() {
  QTest::addColumn<int>("step");
  QTest::addColumn<int>("code");
  for (int step = 0; step <= static_cast<int>(service::StartStep::kListen); ++step) {
    for (const absl::StatusCode code :
         {absl::StatusCode::kResourceExhausted, absl::StatusCode::kPermissionDenied, absl::StatusCode::kDataLoss,
          absl::StatusCode::kFailedPrecondition, absl::StatusCode::kInternal}) {
      QTest::addRow("step %d, code %d", step, static_cast<int>(code)) << step << static_cast<int>(code);
    }
  }
}

void DaemonTest::everyFailureHasThreePartsInBothLanguages() {
  QFETCH(int, step);
  QFETCH(int, code);
  const QString text = QString::fromStdString(service::startFailureText(
      {static_cast<service::StartStep>(step), absl::Status(static_cast<absl::StatusCode>(code), "why"), "PLACE"}));
  const QStringList lines = text.split('\n', Qt::SkipEmptyParts);
  QCOMPARE(lines.size(), 2);
  QVERIFY(lines[0].count(u'。') >= 3);
  QVERIFY(lines[1].count(". ") >= 2 && lines[1].endsWith('.'));
  QVERIFY(!text.contains('$'));
}

void DaemonTest::itStartsSaysWhereItListensAndEndsOnSigterm() {
  QTemporaryDir folder;
  Run run;
  run.start(usualFlags(folder) << "--at"
                               << "2026-11-20T09:00+08:00");
  QVERIFY(run.ready.contains("\"listening\": \"127.0.0.1:"));
  QVERIFY(run.ready.contains("\"enrolment\": \"127.0.0.1:"));
  QCOMPARE(QFile::permissions(folder.filePath("data/operator.pem")) & (QFile::ReadGroup | QFile::ReadOther),
           QFile::Permissions());
  QCOMPARE(QFile::permissions(folder.filePath("data/ledger.key")) & (QFile::ReadGroup | QFile::ReadOther),
           QFile::Permissions());
  run.process.terminate();
  QVERIFY(run.process.waitForFinished(30'000));
  QCOMPARE(run.process.exitStatus(), QProcess::NormalExit);
  QCOMPARE(run.process.exitCode(), 0);
  const auto log = service::readFile(folder.filePath("log").toStdString());
  QVERIFY(log->find("\"event\":\"stopped\"") != std::string::npos);
}

void DaemonTest::itSaysWhyItCannotStart_data() {
  QTest::addColumn<QByteArray>("what");
  QTest::addColumn<QByteArray>("says");
  const auto row = [](const char* what, const char* says) {
    QTest::newRow(what) << QByteArray(what) << QByteArray(says);
  };
  row("unknown flag", "The command line is wrong");
  row("unknown key", "line 1: unknown key port");
  row("folder in use", "in use by another doorstepd");
  row("folder is a file", "cannot be written");
  row("address in use", "cannot be listened on");
  row("damaged ledger", "is damaged");
  row("another key", "is damaged, or");
  row("key is gone", "ledger's key");
}

void DaemonTest::itSaysWhyItCannotStart() {
  QFETCH(QByteArray, what);
  QFETCH(QByteArray, says);
  QTemporaryDir folder;
  Run first;
  first.start(usualFlags(folder));
  const QByteArray listening = first.ready.split('"').value(3);
  QStringList flags = usualFlags(folder);
  const bool keeps_running = what == "folder in use" || what == "address in use";
  if (!keeps_running) {
    first.process.terminate();
    QVERIFY(first.process.waitForFinished(30'000));
  }
  const QString ledger = folder.filePath("data/ledger.db");
  if (what == "unknown flag") {
    flags << "--port"
          << "7443";
  } else if (what == "unknown key") {
    flags << "--config" << QString::fromStdString(fileWith(folder, "port = \"7443\"\n"));
  } else if (what == "folder is a file") {
    flags[1] = folder.filePath("log");
  } else if (what == "address in use") {
    flags[1] = folder.filePath("other");
    flags[3] = QString::fromUtf8(listening);
  } else if (what == "damaged ledger") {
    QFile file(ledger);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(100);
    file.write(QByteArray(2000, 'x'));
  } else if (what == "another key") {
    QVERIFY(service::writePrivateFile(folder.filePath("data/ledger.key").toStdString(), std::string(32, 'k')).ok());
  } else if (what == "key is gone") {
    QVERIFY(QFile::remove(folder.filePath("data/ledger.key")));
  }
  const QByteArray before = [&ledger] {
    QFile file(ledger);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }();
  QProcess second;
  second.start(DOORSTEPD_PROGRAM, flags);
  QVERIFY(second.waitForFinished(30'000));
  QCOMPARE(second.exitCode(), 1);
  const QByteArray said = second.readAllStandardError();
  QVERIFY2(said.contains(says), said.constData());
  if (!keeps_running) {
    QFile file(ledger);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);  // a damaged file is left as it is
  }
  first.process.kill();
  first.process.waitForFinished(30'000);
}

void DaemonTest::nothingReadableIsOnTheDisk() {
  QTemporaryDir folder;
  Run run;
  run.start(usualFlags(folder));
  run.process.terminate();
  QVERIFY(run.process.waitForFinished(30'000));
  const auto ledger = service::readFile(folder.filePath("data/ledger.db").toStdString());
  QVERIFY(ledger.ok() && !ledger->empty());
  QVERIFY(ledger->compare(0, 6, "SQLite") != 0);
  QVERIFY(ledger->find("CREATE TABLE") == std::string::npos);
}

QTEST_GUILESS_MAIN(DaemonTest)
#include "daemon_test.moc"
