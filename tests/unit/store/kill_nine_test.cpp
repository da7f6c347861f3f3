// P1: a program that saves visits is killed at random moments, 200 times; what it said was saved is
// there afterwards, whole, with its outgoing changes in an unbroken chain.

#include <QProcess>
#include <chrono>
#include <random>
#include <set>

#include "sync/outside/identifier.h"
#include "sync/replication/chain.h"
#include "tests/unit/store/tablet.h"

namespace doorstep::store {
namespace {

constexpr int kRounds = 200;
constexpr int kRoundsInOnePlace = 10;

void waitMicroseconds(int microseconds) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::microseconds(microseconds);
  while (std::chrono::steady_clock::now() < until) {
  }
}

// Runs the child until it has said so many ids and a moment more, kills it, and gives what it said.
std::set<std::string> saveAndKill(const std::string& path, int lines, int microseconds) {
  QProcess child;
  child.start(SAVING_CHILD, {QString::fromStdString(path)});
  QByteArray said;
  while (said.count('\n') < lines && child.waitForReadyRead(20'000)) {
    said += child.readAllStandardOutput();
  }
  waitMicroseconds(microseconds);
  child.kill();
  child.waitForFinished();
  said += child.readAllStandardOutput();
  std::set<std::string> ids;
  if (child.exitStatus() != QProcess::CrashExit) {
    return ids;  // it ended by itself: the caller misses the lines it asked for
  }
  QList<QByteArray> whole = said.split('\n');
  whole.removeLast();
  for (const QByteArray& line : whole) {
    ids.insert(outside::identifierFromHex(line.toStdString()).value_or("unreadable"));
  }
  return ids;
}

std::set<std::string> idsIn(const Tablet& tablet, const char* sql) {
  std::set<std::string> ids;
  sqlite::OpenOptions options;
  options.key = testKey();
  options.read_only = true;
  absl::StatusOr<sqlite::Database> database = sqlite::Database::open(tablet.path(), options);
  absl::StatusOr<sqlite::Statement> select = database->prepare(sql);
  for (absl::StatusOr<bool> row = select->step(); row.ok() && *row; row = select->step()) {
    ids.insert(std::string(select->blob(0)));
  }
  return ids;
}

}  // namespace

class KillNineTest : public QObject {
  Q_OBJECT

 private slots:
  void whatWasSavedIsThere() {
    std::mt19937 chance(20261120);
    std::unique_ptr<Tablet> tablet;
    std::set<std::string> said;
    std::size_t said_in_all = 0;
    for (int round = 0; round < kRounds; ++round) {
      if (round % kRoundsInOnePlace == 0) {  // killed also while the file is made
        tablet = std::make_unique<Tablet>();
        said.clear();
      }
      const int lines = static_cast<int>(chance() % 8);
      const std::set<std::string> now = saveAndKill(tablet->path(), lines, static_cast<int>(chance() % 6'000));
      QVERIFY2(now.size() >= static_cast<std::size_t>(lines), "the child ended by itself");
      said.insert(now.begin(), now.end());
      said_in_all += now.size();
      VERIFY_OK(tablet->open());
      checkAll(*tablet, said);
      if (QTest::currentTestFailed()) {
        return;
      }
      tablet->close();
    }
    QVERIFY(said_in_all > kRounds);
  }

 private:
  static void checkAll(Tablet& tablet, const std::set<std::string>& said) {
    const std::set<std::string> kept = idsIn(tablet, "SELECT id FROM record WHERE kind = 10");
    const std::set<std::string> queued = idsIn(tablet, "SELECT record FROM outgoing WHERE kind = 10");
    QVERIFY(std::includes(kept.begin(), kept.end(), said.begin(), said.end()));
    QVERIFY(kept == queued);

    std::string before = replication::chainStart();
    std::size_t changes = 0;
    for (const v1::Change& change : tablet.waiting()) {
      QCOMPARE(change.sequence(), std::uint64_t{++changes});
      QVERIFY(change.predecessor() == before);
      before = replication::sha256(replication::encode(change));
    }
    QCOMPARE(changes, 3 * kept.size());
    for (const char* kind : {"11", "13"}) {  // the service and the flag of each
      const std::int64_t parts = tablet.number(std::string("SELECT count(*) FROM record WHERE kind = ") + kind);
      QCOMPARE(static_cast<std::size_t>(parts), kept.size());
    }
    QCOMPARE(tablet.store().state()->waiting, std::uint64_t{changes});
  }
};

}  // namespace doorstep::store

QTEST_GUILESS_MAIN(doorstep::store::KillNineTest)
#include "kill_nine_test.moc"
