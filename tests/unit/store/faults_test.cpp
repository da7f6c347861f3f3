// A full disk, a torn write, a damaged file, a file of a newer program: nothing saved is lost.

#include <QDir>
#include <QFile>

#include "sync/replication/chain.h"
#include "tests/support/fault_vfs.h"
#include "tests/unit/store/tablet.h"

namespace doorstep::store {

using tests::FaultVfs;

class FaultsTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    prepared_ = std::make_unique<Tablet>();
    VERIFY_OK(prepared_->settle());
    VERIFY_OK(prepared_->store().saveVisit(draft("v0")).status());
    VERIFY_OK(prepared_->store().keepDraft(draft("v1")));
    prepared_->close();
  }

  // The disk fails at each write of a save in turn.
  void aSaveIsWholeOrNotAtAll_data() {
    QTest::addColumn<int>("fault");
    QTest::newRow("full disk") << static_cast<int>(FaultVfs::Fault::DiskFull);
    QTest::newRow("broken disk") << static_cast<int>(FaultVfs::Fault::InputOutput);
    QTest::newRow("torn write") << static_cast<int>(FaultVfs::Fault::Torn);
  }
  void aSaveIsWholeOrNotAtAll() {
    QFETCH(int, fault);
    int failures = 0;
    for (int healthy = 0;; ++healthy) {
      FaultVfs disk;
      Tablet tablet(disk.name());
      QVERIFY(startFromPrepared(tablet));
      VERIFY_OK(tablet.open());
      disk.failAfter(healthy, static_cast<FaultVfs::Fault>(fault));
      const auto saved = tablet.store().saveVisit(draft("v1"));
      const bool failed = disk.hasFailed();
      if (fault == static_cast<int>(FaultVfs::Fault::DiskFull) && !saved.ok()) {
        COMPARE_CODE(saved.status(), kResourceExhausted);
      }
      tablet.close();  // as it is: the disk still fails
      disk.heal();
      VERIFY_OK(tablet.open());
      const bool there = isWhole(tablet);
      QVERIFY(there || !saved.ok());
      QCOMPARE(tablet.queries().draft(id("h1")).value().has_value(), !there);
      VERIFY_OK(tablet.store().saveVisit(draft("v1")).status());  // a person tries again
      QVERIFY(isWhole(tablet));
      tablet.close();
      if (!failed) {
        break;
      }
      ++failures;
    }
    QVERIFY(failures > 3);
  }

  void goesOnAfterTheDiskHasRoomAgain() {
    FaultVfs disk;
    Tablet tablet(disk.name());
    QVERIFY(startFromPrepared(tablet));
    VERIFY_OK(tablet.open());
    disk.failAfter(1, FaultVfs::Fault::DiskFull);
    COMPARE_CODE(tablet.store().saveVisit(draft("v1")).status(), kResourceExhausted);
    COMPARE_CODE(tablet.store().keepPage(page(smallDistrict(), 100)), kResourceExhausted);
    QCOMPARE(tablet.store().state()->cursor.sequence(), std::uint64_t{15});
    disk.heal();
    QVERIFY(tablet.queries().draft(id("h1")).value().has_value());
    VERIFY_OK(tablet.store().saveVisit(draft("v1")).status());
    VERIFY_OK(tablet.store().keepPage(page(smallDistrict(), 100)));
    QVERIFY(isWhole(tablet));
    tablet.close();
  }

  void aDamagedFileIsSetAside_data() {
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("length");
    QTest::newRow("first page") << 0 << 100;
    QTest::newRow("behind the header") << 1000 << 100;
    QTest::newRow("everything behind the first page") << 4096 << 1'000'000;
  }
  void aDamagedFileIsSetAside() {
    QFETCH(int, from);
    QFETCH(int, length);
    Tablet tablet;
    QVERIFY(startFromPrepared(tablet));
    overwrite(tablet.path(), from, length);
    const QByteArray damaged = contentOf(tablet.path());

    COMPARE_CODE(tablet.open(), kDataLoss);
    tablet.close();
    QCOMPARE(contentOf(tablet.path()), damaged);  // left as it was

    const auto aside = setAside(tablet.path(), at(kToday, 9));
    VERIFY_OK(aside.status());
    QVERIFY(QString::fromStdString(*aside).endsWith("store.db.damaged-20261120T010000Z"));
    QCOMPARE(contentOf(*aside), damaged);
    VERIFY_OK(tablet.settle());
    QVERIFY(tablet.waiting().empty());
    tablet.close();
    const auto second = setAside(tablet.path(), at(kToday, 9));
    VERIFY_OK(second.status());
    QVERIFY(*second != *aside);
    QCOMPARE(contentOf(*aside), damaged);
  }

  void findsDamageInAPageThatNobodyReads() {
    Tablet tablet;
    QVERIFY(startFromPrepared(tablet));
    const int pages = static_cast<int>(contentOf(tablet.path()).size() / 4096);
    overwrite(tablet.path(), (pages - 1) * 4096 + 100, 16);
    const absl::Status opened = tablet.open();
    COMPARE_CODE(opened.ok() ? tablet.store().checkIntegrity() : opened, kDataLoss);
  }

  void refusesWhatANewerProgramWrote() {
    Tablet tablet;
    QVERIFY(startFromPrepared(tablet));
    {
      sqlite::OpenOptions options;
      options.key = testKey();
      absl::StatusOr<sqlite::Database> database = sqlite::Database::open(tablet.path(), options);
      VERIFY_OK(database->runScript("PRAGMA user_version = 99"));
    }
    const QByteArray before = contentOf(tablet.path());
    COMPARE_CODE(tablet.open(), kFailedPrecondition);
    tablet.close();
    QCOMPARE(contentOf(tablet.path()), before);
  }

  void refusesAFileInPlaintext() {
    Tablet tablet;
    {
      absl::StatusOr<sqlite::Database> database = sqlite::Database::open(tablet.path(), sqlite::OpenOptions());
      VERIFY_OK(database->runScript("CREATE TABLE t(a)"));
    }
    COMPARE_CODE(tablet.open(), kFailedPrecondition);
  }

  void nameTheFolderThatIsMissing() {
    tests::ManualClock clock;
    tests::ManualRandom random;
    QTemporaryDir folder;
    const StoreFile file{folder.filePath("none/store.db").toStdString(), testKey(), {}};
    COMPARE_CODE(Store::open(file, clock, random).status(), kNotFound);
    COMPARE_CODE(openQueries(file).status(), kNotFound);
  }

 private:
  static v1::VisitDraft draft(const std::string& name) {
    v1::VisitDraft draft = draftOf(visited(name, "h1", "wang", at(kToday, 8)));
    *draft.add_services() = service("s" + name, "h1", "wang", name).service_entry();
    *draft.add_risks() = flag("r" + name, "h1", "wang", v1::RISK_LEVEL_RED).risk_flag();
    return draft;
  }

  bool startFromPrepared(const Tablet& tablet) const {
    return QFile::copy(QString::fromStdString(prepared_->path()), QString::fromStdString(tablet.path()));
  }

  // v0 is there wholly, v1 wholly or not at all, and the chain has no break; gives whether v1 is there.
  static bool isWhole(Tablet& tablet) {
    const std::int64_t visits = tablet.number("SELECT count(*) FROM record WHERE kind = 10");
    const std::vector<v1::Change> waiting = tablet.waiting();
    bool whole = (visits == 1 || visits == 2) && waiting.size() == 3 * static_cast<std::size_t>(visits);
    for (const char* table : {"record WHERE kind = 11", "record WHERE kind = 13", "risk", "visit", "elder_contact"}) {
      whole = whole && tablet.number(std::string("SELECT count(*) FROM ") + table) == visits;
    }
    std::string before = replication::chainStart();
    for (const v1::Change& change : waiting) {
      whole = whole && change.predecessor() == before;
      before = replication::sha256(replication::encode(change));
    }
    if (!whole) {
      QTest::qFail("half a visit", __FILE__, __LINE__);
    }
    return visits == 2;
  }

  static QByteArray contentOf(const std::string& path) {
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
  static void overwrite(const std::string& path, int from, int length) {
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 size = std::min<qint64>(length, file.size() - from);
    QVERIFY(file.seek(from));
    file.write(QByteArray(static_cast<int>(size), '\x5a'));
  }

  std::unique_ptr<Tablet> prepared_;
};

}  // namespace doorstep::store

QTEST_GUILESS_MAIN(doorstep::store::FaultsTest)
#include "faults_test.moc"
