// One SQLite in every program, and it is ours: SQLCipher. Another one wins silently and writes plaintext.

#include <dlfcn.h>
#include <sqlite3.h>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QQuickView>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>
#include <array>

#include "link_map.h"
#include "sync/sqlite/database.h"
#include "sync/sqlite/files.h"

using namespace doorstep;
using doorstep::tests::readLinkMap;
using doorstep::tests::SqliteLinkage;

namespace {

constexpr std::string_view kOtherSqlite = "libsqlite3.so.0";

SqliteLinkage linkageOf(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    return {0, false, {"there is no map " + QFileInfo(path).fileName()}};
  }
  QTextStream map(&file);
  return readLinkMap(map);
}

QStringList loadedSqliteLibraries() {
  QFile maps("/proc/self/maps");
  QStringList found;
  if (maps.open(QIODevice::ReadOnly)) {
    for (const QByteArray& line : maps.readAll().split('\n')) {
      const QString path = QString::fromUtf8(line.mid(line.lastIndexOf(' ') + 1));
      if (tests::isSqliteLibrary(path)) {
        found << path;
      }
    }
  }
  return found;
}

absl::Status writeEncrypted(const std::string& path) {
  std::array<std::uint8_t, sqlite::Key::kSize> bytes{};
  bytes.fill(9);
  sqlite::OpenOptions options;
  options.key = sqlite::Key(bytes);
  absl::StatusOr<sqlite::Database> database = sqlite::Database::open(path, options);
  return database.ok() ? database->runScript("CREATE TABLE visit(id); INSERT INTO visit VALUES (1)")
                       : database.status();
}

}  // namespace

class LinkageTest : public QObject {
  Q_OBJECT

 private slots:
  void programs_data() {
    QTest::addColumn<QString>("name");
    QStringList names = QString(DOORSTEP_PROGRAMS).split(',', Qt::SkipEmptyParts);
    names << "test_linkage";
    for (const QString& name : names) {
      QTest::newRow(qPrintable(name)) << name;
    }
  }
  void programs() {
    QFETCH(QString, name);
    const SqliteLinkage linkage = linkageOf(DOORSTEP_MAPS "/" + name + ".map");
    QVERIFY2(linkage.foreign.isEmpty(), qPrintable(linkage.foreign.join('\n')));
    QVERIFY(linkage.opens_databases);
    QVERIFY(linkage.symbols > 200);
  }

  // Whatever else was linked here has ours or none.
  void everyOtherMap() {
    for (const QString& name : QDir(DOORSTEP_MAPS).entryList({"*.map"}, QDir::Files)) {
      const SqliteLinkage linkage = linkageOf(DOORSTEP_MAPS "/" + name);
      QVERIFY2(linkage.foreign.isEmpty(), qPrintable(name + ": " + linkage.foreign.join('\n')));
    }
  }

  void foreignSqliteIsSeen_data() {
    QTest::addColumn<QString>("map");
    QTest::addColumn<bool>("foreign");
    const QString text = " .text          0x0000000000001000     0x2000 ";
    const QString symbol = "\n                0x0000000000001010                sqlite3_open_v2\n";
    QTest::newRow("object") << text + "a/CMakeFiles/sqlcipher.dir/b/sqlite3.c.o" + symbol << false;
    QTest::newRow("packed") << text + "a/libstore.a(sqlite3.c.o)" + symbol << true;
    QTest::newRow("archive") << text + "/usr/lib/libsqlite3.a(sqlite3.o)" + symbol << true;
    QTest::newRow("long section") << " .text.unlikely_and_long\n                0x1000     0x2000 b/other.o" + symbol
                                  << true;
    QTest::newRow("shared") << QString("LOAD /usr/lib/libsqlite3.so\n") << true;
    QTest::newRow("shared, versioned") << QString("LOAD /lib/libsqlite3.so.0.8.6\n") << true;
    QTest::newRow("another cipher") << QString("LOAD /usr/lib/libsqlcipher.so.0\n") << true;
    QTest::newRow("our wrapper") << QString("LOAD sync/sqlite/libdoorstep_sqlite.a\n") << false;
  }
  void foreignSqliteIsSeen() {
    QFETCH(QString, map);
    QFETCH(bool, foreign);
    QTextStream stream(&map);
    const SqliteLinkage linkage = readLinkMap(stream);
    QCOMPARE(!linkage.foreign.isEmpty(), foreign);
  }

  void oursRuns() {
    QCOMPARE(QString(sqlite3_libversion()), QString(SQLITE_VERSION));
    QCOMPARE(QString(sqlite3_sourceid()), QString(SQLITE_SOURCE_ID));
    QVERIFY(sqlite::Database::cipherVersion().starts_with("4.19.0"));
  }

  // With widgets and Quick up, as in the app.
  void noOtherIsLoaded() {
    QWidget widget;
    widget.show();
    QQuickView view;
    view.show();
    QCoreApplication::processEvents();
    QCOMPARE(loadedSqliteLibraries(), QStringList());
  }

  void encryptsInThisProgram() {
    const QTemporaryDir folder;
    const std::string path = folder.filePath("store.db").toStdString();
    const absl::Status written = writeEncrypted(path);
    QVERIFY2(written.ok(), std::string(written.message()).c_str());
    QVERIFY(!*sqlite::isPlaintext(path));
  }

  // A desktop's own libraries may bring SQLite along at run time. Last, since it cannot be undone.
  void encryptsBesideAnotherSqlite() {
    if (dlopen(kOtherSqlite.data(), RTLD_NOW | RTLD_GLOBAL) == nullptr) {
      QSKIP("no other SQLite is installed here");
    }
    QVERIFY(!loadedSqliteLibraries().isEmpty());
    oursRuns();
    encryptsInThisProgram();
  }
};

QTEST_MAIN(LinkageTest)
#include "linkage_test.moc"
