#include "app/vault/sealed_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/vault/durable_file.h"
#include "expect.h"
#include "memory_disk.h"
#include "tests/support/fake_device_secret.h"

using namespace doorstep;
using namespace doorstep::tests;
using vault::SealedFiles;

class SealedFilesTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    disk_ = MemoryDisk();
    device_ = FakeDeviceSecret();
  }

  void comesBackWithoutAPin_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("-----BEGIN PRIVATE KEY-----");
    QTest::newRow("zeros") << QByteArray(5000, '\0');
  }
  void comesBackWithoutAPin() {
    QFETCH(QByteArray, bytes);
    VERIFY_OK(files().seal("device-key", bytes.toStdString()));
    QVERIFY(files().unseal("device-key").value() == bytes.toStdString());
  }

  void standsNowhereInPlaintext() {
    VERIFY_OK(files().seal("device-key", "CANARY-4711"));
    for (const auto& [path, content] : disk_.files) {
      QVERIFY(content.find("CANARY") == std::string::npos);
    }
    QCOMPARE(disk_.files.size(), 1U);
  }

  void replacingKeepsOneOfBoth() {
    for (int steps = 0; steps < 5; ++steps) {
      disk_ = MemoryDisk();
      VERIFY_OK(files().seal("certificate", "old"));
      disk_.dieAfter(steps);
      const bool told = files().seal("certificate", "new").ok();
      disk_.revive();
      const std::string found = files().unseal("certificate").value();
      QVERIFY(found == "new" || (found == "old" && !told));
    }
  }

  void errors() {
    COMPARE_CODE(files().unseal("absent").status(), kNotFound);
    for (const char* name : {"", "../vault", "Key", "a.b", "a/b"}) {
      COMPARE_CODE(files().seal(name, "x"), kInvalidArgument);
      COMPARE_CODE(files().unseal(name).status(), kInvalidArgument);
    }
  }

  void boundToItsName() {
    VERIFY_OK(files().seal("one", "x"));
    disk_.files["/profile/two.sealed"] = disk_.files.at("/profile/one.sealed");
    COMPARE_CODE(files().unseal("two").status(), kFailedPrecondition);
  }

  void lostKeyStore() {
    VERIFY_OK(files().seal("one", "x"));
    device_.setAnswers(false);
    COMPARE_CODE(files().unseal("one").status(), kUnavailable);
    device_.setAnswers(true);
    device_.lose();
    COMPARE_CODE(files().unseal("one").status(), kFailedPrecondition);
    QVERIFY(!device_.holdsSomething());
  }

  void damaged() {
    VERIFY_OK(files().seal("one", "x"));
    disk_.files.at("/profile/one.sealed").back() ^= 1;
    COMPARE_CODE(files().unseal("one").status(), kDataLoss);
  }

  void onARealDisk() {
    const QTemporaryDir folder;
    vault::SystemDisk disk;
    SealedFiles files(folder.path().toStdString(), disk, device_);
    VERIFY_OK(files.seal("one", "first"));
    VERIFY_OK(files.seal("one", "second"));
    QVERIFY(files.unseal("one").value() == "second");
    const QDir::Filters every = QDir::Files | QDir::Hidden;
    QCOMPARE(QDir(folder.path()).entryList(every), QStringList{"one.sealed"});
    QCOMPARE(QFile::permissions(folder.filePath("one.sealed")) &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions{});
    COMPARE_CODE(disk.read(folder.filePath("absent").toStdString()).status(), kNotFound);
    COMPARE_CODE(disk.write(folder.filePath("absent/file").toStdString(), "x"), kNotFound);
    VERIFY_OK(disk.remove(folder.filePath("absent").toStdString()));
  }

 private:
  SealedFiles files() { return {kFolder, disk_, device_}; }

  MemoryDisk disk_;
  FakeDeviceSecret device_;
};

QTEST_GUILESS_MAIN(SealedFilesTest)
#include "sealed_files_test.moc"
