#include <QTest>
#include <atomic>
#include <future>

#include "tests/scenario/field.h"
#include "tests/scenario/stories.h"

namespace doorstep::tests {
namespace {

using client::Trouble;

constexpr absl::CivilMonth kMonth(2026, 11);
constexpr int kVisitors = 16;
constexpr int kVisitsEach = 8;

// Elsewhere the figures are right once the server has indexed what came, which takes longest at the end of the day,
// when everybody sends at once. Here they belong to the commit: whoever has a receipt is in them.
class SyncAtDaysEndTest : public QObject {
  Q_OBJECT
 private slots:
  void theFiguresAreRightWithTheLastReceipt();

 private:
  static std::string nameOf(int number) { return "v" + std::to_string(number); }
};

void SyncAtDaysEndTest::theFiguresAreRightWithTheLastReceipt() {
  Field field;
  std::vector<FieldTablet*> tablets;
  std::set<std::string> made;
  for (int number = 0; number < kVisitors; ++number) {
    field.addVisitor(nameOf(number));
    field.addDoor("door of " + nameOf(number), nameOf(number));
    FieldTablet& tablet = *tablets.emplace_back(&field.tablet(nameOf(number)));
    const v1::Elder elder = tablet.elder("door of " + nameOf(number));
    for (int visit = 0; visit < kVisitsEach; ++visit) {
      made.insert(tablet.visit(elder, elder.residences(0).household_id()));
    }
  }
  QCOMPARE(field.coverage(kMonth).area().row().figures().contacted(), std::int64_t{0});

  std::atomic<std::int64_t> received = 0;
  std::vector<std::future<bool>> exchanges;
  for (FieldTablet* tablet : tablets) {
    exchanges.push_back(std::async(std::launch::async, [&field, &received, tablet] {
      const client::SyncStatus status = tablet->sync();
      // All that had their receipts before the question are in the answer.
      const std::int64_t before = ++received;
      const v1::Figures figures = field.coverage(kMonth).area().row().figures();
      return status.trouble == Trouble::kNone && status.waiting == 0 && figures.contacted() >= before &&
             figures.person_times_in_person() >= before;
    }));
  }
  for (std::future<bool>& exchange : exchanges) {
    QVERIFY(exchange.get());
  }
  const v1::Figures figures = field.coverage(kMonth).area().row().figures();
  QCOMPARE(figures.contacted(), std::int64_t{kVisitors});
  QCOMPARE(figures.person_times_in_person(), std::int64_t{kVisitors});  // within minutes: one time each

  // The desk has them with its next exchange, and the records that they are made of.
  FieldTablet& desk = field.tablet("desk");
  QCOMPARE(desk.syncThrough().trouble, Trouble::kNone);
  QCOMPARE(visitsOn(desk), made);
  const auto shown = desk.queries()->coverage({}, kMonth);
  QVERIFY(shown.ok());
  QCOMPARE(shown->area.row.figures().SerializeAsString(), figures.SerializeAsString());
  QCOMPARE(field.differencesOfRecount(), std::size_t{0});
  QCOMPARE(field.quarantined(), std::size_t{0});
}

const Tells<SyncAtDaysEndTest> kSyncAtDaysEnd("sync_at_days_end");

}  // namespace
}  // namespace doorstep::tests

#include "sync_at_days_end_test.moc"
