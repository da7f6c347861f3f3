#include <QtTest>
#include <algorithm>
#include <cstdlib>

#include "tests/fuzz/mutator.h"
#include "tests/fuzz/target.h"

using namespace doorstep;

// Every message from outside, changed in 2,000 ways: refused or taken, never a fault of ours, never a crash.
class FuzzTest : public QObject {
  Q_OBJECT

 private slots:
  void everyMessageFromOutside_data();
  void everyMessageFromOutside();
};

void FuzzTest::everyMessageFromOutside_data() {
  QTest::addColumn<int>("index");
  int index = 0;
  for (const fuzz::Target& target : fuzz::targets()) {
    QTest::newRow(target.name) << index++;
  }
}

void FuzzTest::everyMessageFromOutside() {
  QFETCH(int, index);
  const fuzz::Target& target = fuzz::targets()[static_cast<std::size_t>(index)];
  const std::vector<std::string> seeds = target.seeds();
  QVERIFY(!seeds.empty());
  for (const std::string& seed : seeds) {
    const fuzz::Outcome outcome = target.run(seed);
    QVERIFY2(outcome.empty(), outcome.c_str());
  }
  constexpr std::uint64_t kRuns = 2'000;
  for (std::uint64_t number = 0; number < kRuns; ++number) {
    const std::string bytes = fuzz::Mutator(seeds, number).next();
    const fuzz::Outcome outcome = target.run(bytes);
    QVERIFY2(outcome.empty(), qPrintable(QString("number %1: %2").arg(number).arg(QString::fromStdString(outcome))));
  }
}

QTEST_GUILESS_MAIN(FuzzTest)
#include "fuzz_test.moc"
