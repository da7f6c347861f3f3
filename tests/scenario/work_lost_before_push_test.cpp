#include <QTest>
#include <filesystem>

#include "tests/scenario/field.h"
#include "tests/scenario/mishaps.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Phase;
using client::SyncStatus;
using client::Trouble;

constexpr int kVisits = 60;

// Elsewhere a day's work is gone because it was lost before it was sent. Here a saved visit outlives the app that is
// killed at any moment, and the tablet itself: what waits also lies there as a sealed file that others can send
// (promises P1, P2; architecture decision 11).
class WorkLostBeforePushTest : public QObject {
  Q_OBJECT
 private slots:
  void theAppIsKilled_data();
  void theAppIsKilled();
  void theTabletNeverOpensAgain();
  void theSealedFileWasSentAndTheTabletLives();

 private:
  static std::set<std::string> aDaysWork(Field& field, FieldTablet& tablet);
  static void compareWithTheDesk(Field& field, const std::set<std::string>& made);
};

std::set<std::string> WorkLostBeforePushTest::aDaysWork(Field& field, FieldTablet& tablet) {
  const v1::Elder elder = field.elder("shared");
  const std::string household = field.household("shared");
  std::set<std::string> made;
  for (int i = 0; i < kVisits; ++i) {
    made.insert(tablet.visit(elder, household));
  }
  return made;
}

void WorkLostBeforePushTest::compareWithTheDesk(Field& field, const std::set<std::string>& made) {
  QCOMPARE(field.tablet("desk").syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(field.tablet("desk")), made);
  QCOMPARE(field.coverage(absl::CivilMonth(2026, 11)).area().row().figures().contacted(), std::int64_t{1});
  QCOMPARE(field.quarantined(), std::size_t{0});
  QCOMPARE(field.differencesOfRecount(), std::size_t{0});
}

void WorkLostBeforePushTest::theAppIsKilled_data() {
  QTest::addColumn<int>("phase");
  QTest::addColumn<int>("pushed");
  QTest::newRow("before it says hello") << int{static_cast<int>(Phase::kHello)} << 0;
  QTest::newRow("as the push begins") << int{static_cast<int>(Phase::kPushing)} << 0;
  QTest::newRow("in the middle of the push") << int{static_cast<int>(Phase::kPushing)} << 20;
  QTest::newRow("after the last receipt") << int{static_cast<int>(Phase::kPushing)} << kVisits;
}

void WorkLostBeforePushTest::theAppIsKilled() {
  QFETCH(int, phase);
  QFETCH(int, pushed);
  Field field;
  FieldTablet& li = field.tablet("li");
  const std::set<std::string> made = aDaysWork(field, li);
  // What lies on the disk at that moment; whatever the app did afterwards never was.
  const std::string found = field.folder("found");
  li.sync([&](const SyncStatus& status) {
    if (!std::filesystem::exists(found) && status.phase == static_cast<Phase>(phase) &&
        status.pushed >= static_cast<std::uint64_t>(pushed)) {
      std::filesystem::copy(field.folder("li"), found);
      field.line("li").refuse();
    }
  });
  QVERIFY(std::filesystem::exists(found));
  field.line("li").pass();
  const auto again = FieldTablet::again(found, field.clock(), li.identity());
  QCOMPARE(visitsOn(*again), made);
  QCOMPARE(again->syncThrough().trouble, Trouble::kNone);
  QCOMPARE(again->overview().waiting_changes, std::uint64_t{0});
  QCOMPARE(again->wire().hellos.back().replica_id(), li.wire().hellos.front().replica_id());
  compareWithTheDesk(field, made);
}

void WorkLostBeforePushTest::theTabletNeverOpensAgain() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const std::set<std::string> made = aDaysWork(field, li);
  const std::string sealed = li.sealed();  // left on lock and on exit
  QVERIFY(sealed.find(li.workerId()) == std::string::npos);
  QVERIFY(!carry(field, sealed).empty());
  compareWithTheDesk(field, made);
}

void WorkLostBeforePushTest::theSealedFileWasSentAndTheTabletLives() {
  Field field;
  FieldTablet& li = field.tablet("li");
  const std::set<std::string> made = aDaysWork(field, li);
  const std::string receipts = carry(field, li.sealed());
  // It goes its own way as well, or hears of it by the receipts: nothing counts twice.
  const auto other = field.twinOf("li");
  QCOMPARE(other->takeReceipts(receipts), std::uint64_t{kVisits});
  QCOMPARE(other->overview().waiting_changes, std::uint64_t{0});
  QCOMPARE(other->overview().waiting_visits, std::uint64_t{0});
  QVERIFY(other->sealed().empty());
  QCOMPARE(li.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(li.overview().waiting_changes, std::uint64_t{0});
  QCOMPARE(li.takeReceipts(receipts), std::uint64_t{0});
  compareWithTheDesk(field, made);
}

const Tells<WorkLostBeforePushTest> kWorkLostBeforePush("work_lost_before_push");

}  // namespace
}  // namespace doorstep::tests

#include "work_lost_before_push_test.moc"
