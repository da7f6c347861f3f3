#include <QElapsedTimer>
#include <QTest>

#include "tests/simulation/playground.h"
#include "tests/simulation/world.h"

namespace doorstep::simulation {
namespace {

constexpr std::uint64_t kSeeds = 200;
constexpr qint64 kLongest = 180'000;  // milliseconds; on a slow machine fewer seeds are tried

class SimulationTest : public QObject {
  Q_OBJECT
 private slots:
  void theSameSeedGivesTheSameHistory();
  void whatWasFoundOnceStaysMended_data();
  void whatWasFoundOnceStaysMended();
  void promisesHold();

 private:
  std::string brokenIn(std::uint64_t seed);
  Playground playground_;
};

void SimulationTest::theSameSeedGivesTheSameHistory() {
  std::string first;
  for (int time = 0; time < 2; ++time) {
    World world({7, playground_.folder()});
    world.run();
    if (time == 0) {
      first = world.history().text();
    } else {
      QCOMPARE(world.history().text(), first);
    }
  }
}

// The history goes to the log when something is broken.
std::string SimulationTest::brokenIn(std::uint64_t seed) {
  World world({seed, playground_.folder()});
  const auto& broken = world.run();
  if (broken.empty()) {
    return {};
  }
  qWarning("%s", world.history().text().c_str());
  return "seed " + std::to_string(seed) + ": " + broken.front();
}

// Their stories: README.md.
void SimulationTest::whatWasFoundOnceStaysMended_data() {
  QTest::addColumn<qulonglong>("seed");
  for (const qulonglong seed : {16ULL, 17ULL, 22ULL, 24ULL, 25ULL, 35ULL, 49ULL, 70ULL, 79ULL, 180ULL, 365ULL, 383ULL,
                                433ULL, 640ULL, 968ULL, 1215ULL, 3398ULL}) {
    QTest::newRow(std::to_string(seed).c_str()) << seed;
  }
}

void SimulationTest::whatWasFoundOnceStaysMended() {
  QFETCH(qulonglong, seed);
  QCOMPARE(brokenIn(seed), std::string());
}

void SimulationTest::promisesHold() {
  QElapsedTimer timer;
  timer.start();
  std::uint64_t seed = 1;
  for (; seed <= kSeeds && timer.elapsed() < kLongest; ++seed) {
    QCOMPARE(brokenIn(seed), std::string());
  }
  QVERIFY(seed > 10);
}

}  // namespace
}  // namespace doorstep::simulation

using doorstep::simulation::SimulationTest;
QTEST_GUILESS_MAIN(SimulationTest)
#include "simulation_test.moc"
