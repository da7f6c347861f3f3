#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <functional>

#include "tests/torture/books.h"
#include "tests/torture/playground.h"
#include "tests/torture/torture.h"

namespace doorstep::torture {
namespace {

// Thirty rounds of ./run torture (promises P1 to P3, over real programs); and that its checks would notice.
class TortureTest : public QObject {
  Q_OBJECT
 private slots:
  void theBooksNotice_data();
  void theBooksNotice();
  void aVisitThatNobodySpokeOf();
  void whatADiskLostIsNoticed();
  void nothingIsLostInThirtyRounds();
};

// One tablet whose visit "a" was taken and whose visit "b" waits; and the end, when both were taken.
struct Case {
  Said said{{"a", "b"}, {"a"}, {}};
  Stored stored{{"a", "b"}, {"b"}, {"a"}, {}};
  Ids at_service{"a"};
  Stored stored_at_end{{"a", "b"}, {}, {"a", "b"}, {}};
  Served served{{"a", "b"}, {{"a", 1}, {"b", 1}}};

  std::size_t complaints() const {
    return complaintsAboutStore("li", said, stored).size() +
           complaintsAboutAcknowledged("the ledger", said.acknowledged, at_service).size() +
           complaintsAboutEnd({stored_at_end}, served).size();
  }
};

void TortureTest::theBooksNotice_data() {
  QTest::addColumn<std::function<void(Case&)>>("go_wrong");
  QTest::addColumn<int>("complaints");
  const auto row = [](const char* name, int complaints, const std::function<void(Case&)>& go_wrong) {
    QTest::newRow(name) << go_wrong << complaints;
  };
  row("nothing", 0, [](Case&) {});
  row("a saved visit is not in the store", 1, [](Case& c) { c.stored.records.erase("b"); });
  row("a saved visit is not in the queue", 1, [](Case& c) { c.stored.waiting.erase("b"); });
  row("a receipt was not kept", 1, [](Case& c) { c.said.acknowledged.insert("b"), c.at_service.insert("b"); });
  row("a visit was put aside", 1, [](Case& c) { c.stored.untaken.insert("c"); });
  row("a tablet said that one was put aside", 1, [](Case& c) { c.said.aside.insert("c"); });
  row("the service lost what it acknowledged", 1, [](Case& c) { c.at_service.erase("a"); });
  row("one waits for ever", 1, [](Case& c) { c.stored_at_end.waiting.insert("b"); });
  row("one never arrived", 1, [](Case& c) { c.served.records.erase("b"), c.served.created.erase("b"); });
  row("one came from nowhere", 1, [](Case& c) { c.served.records.insert("c"), c.served.created["c"] = 1; });
  row("one was made twice", 1, [](Case& c) { c.served.created["a"] = 2; });
  row("one was made by nothing", 1, [](Case& c) { c.served.created.erase("a"); });
  row("one was made and is gone", 2, [](Case& c) { c.served.records.erase("a"); });
}

void TortureTest::theBooksNotice() {
  QFETCH(std::function<void(Case&)>, go_wrong);
  QFETCH(int, complaints);
  Case books;
  go_wrong(books);
  QCOMPARE(books.complaints(), static_cast<std::size_t>(complaints));
}

// Killed between a save and its word it may have more than it said: one visit a life.
void TortureTest::aVisitThatNobodySpokeOf() {
  Case books;
  books.said.saved.erase("b");
  QCOMPARE(complaintsAboutUnsaid("li", books.said, books.stored, 1).size(), 0U);
  books.said.saved.erase("a");
  QCOMPARE(complaintsAboutUnsaid("li", books.said, books.stored, 1).size(), 1U);
}

// The disks of the service and of a tablet are set back behind what was said, while both are dead.
void TortureTest::whatADiskLostIsNoticed() {
  namespace fs = std::filesystem;
  Playground playground;
  Playground::Tablet& li = playground.tablets().front();
  const std::vector<std::string> disks{li.process->folder(), playground.serviceFolder()};
  const QTemporaryDir images;
  const auto imageOf = [&](std::size_t disk) { return images.path().toStdString() + "/" + std::to_string(disk); };
  playground.service().stop();
  for (std::size_t disk = 0; disk < disks.size(); ++disk) {
    fs::copy(disks[disk], imageOf(disk), fs::copy_options::recursive);
  }
  QVERIFY(playground.restartService().ok());
  playground.start(li);
  QVERIFY(playground.until([&] { return !li.process->said().acknowledged.empty(); }, absl::Minutes(1)));
  playground.service().kill();
  playground.service().waitUntilGone();
  li.process->kill();
  QVERIFY(playground.checkStore(li).empty());
  QVERIFY(playground.checkLedger().empty());

  for (std::size_t disk = 0; disk < disks.size(); ++disk) {
    fs::remove_all(disks[disk]);
    fs::copy(imageOf(disk), disks[disk], fs::copy_options::recursive);
  }
  // Neither kept nor waiting nor taken: saved visits, and receipts that were said to be kept.
  QCOMPARE(playground.checkStore(li).size(), 3U);
  QCOMPARE(playground.checkLedger().size(), 1U);
}

void TortureTest::nothingIsLostInThirtyRounds() {
  const TortureOptions options{20261120, 30, {}};
  const TortureOutcome outcome = torture(options);
  QVERIFY2(outcome.broken.empty(), storyOf(options, outcome).c_str());
  QCOMPARE(outcome.rounds, 30);
  QVERIFY(outcome.tablets_killed > 0);
  QVERIFY(outcome.services_killed > 0);
  QVERIFY(outcome.lines_disturbed > 0);
  QVERIFY(outcome.saved >= 30);
  QVERIFY(outcome.acknowledged > 0);
  QVERIFY(outcome.at_service >= outcome.saved);
}

}  // namespace
}  // namespace doorstep::torture

Q_DECLARE_METATYPE(std::function<void(doorstep::torture::Case&)>)

QTEST_GUILESS_MAIN(doorstep::torture::TortureTest)
#include "torture_test.moc"
