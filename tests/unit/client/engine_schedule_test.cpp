#include <QTest>
#include <algorithm>

#include "sync/client/backoff.h"
#include "tests/unit/client/engine_bench.h"

using doorstep::client::Phase;
using doorstep::client::Trouble;

namespace doorstep::tests {
namespace {

// When exchanges begin by themselves.
class EngineScheduleTest : public QObject {
  Q_OBJECT
 private slots:
  void backsOffWithinDoublingBounds();
  void backoffSpreadsOverTheWholeRange();
  void retriesByItself();
  void backsOffFromTheStartAfterASuccess();
  void networkThatReturnsEndsTheBackoff();
  void networkThatReturnsChangesNothingWhenAllIsWell();
  void byHandDoesNotWait();
  void gathersWhatIsSavedCloseTogether();
  void aSaveDoesNotHurryARetry();
  void aSaveDuringThePullGoesSoonAfter();
  void exchangesWhenIdleForLong();
  void aStoppedEngineWaitsForStart();
  void neverRunsTwoExchanges();
  void tellsWhatWaitsAsSoonAsItIsSaved();

 private:
  static void fail(EngineBench& bench) { bench.answerHello(absl::UnavailableError("no network")); }
  static void advance(EngineBench& bench, absl::Duration by) { bench.executor.advance(by); }
};

void EngineScheduleTest::backsOffWithinDoublingBounds() {
  ManualRandom random;
  client::Backoff backoff(absl::Seconds(2), absl::Seconds(60), random);
  absl::Duration ceiling = absl::Seconds(2);
  for (int i = 0; i < 40; ++i) {
    const absl::Duration delay = backoff.next();
    QVERIFY(delay > absl::ZeroDuration());
    QVERIFY(delay <= ceiling);
    ceiling = std::min(ceiling * 2, absl::Seconds(60));
  }
  backoff.reset();
  for (int i = 0; i < 20; ++i) {
    QVERIFY(backoff.next() <= absl::Seconds(2));
    backoff.reset();
  }
}

void EngineScheduleTest::backoffSpreadsOverTheWholeRange() {
  ManualRandom random;
  client::Backoff backoff(absl::Seconds(10), absl::Seconds(10), random);
  absl::Duration least = absl::InfiniteDuration();
  absl::Duration most = absl::ZeroDuration();
  for (int i = 0; i < 1000; ++i) {
    const absl::Duration delay = backoff.next();
    least = std::min(least, delay);
    most = std::max(most, delay);
  }
  QVERIFY(least < absl::Seconds(1));
  QVERIFY(most > absl::Seconds(9));
}

void EngineScheduleTest::retriesByItself() {
  EngineBench bench;
  bench.engine.start();
  for (int i = 0; i < 20; ++i) {
    fail(bench);
    QCOMPARE(bench.status().phase, Phase::kWaitingToRetry);
    const absl::Duration wait = *bench.executor.untilNext();
    QVERIFY(bench.status().retry_at == bench.clock.now() + wait);
    QVERIFY(wait <= std::min(absl::Seconds(2) * (1 << std::min(i, 10)), absl::Minutes(10)));
    advance(bench, wait);
    QCOMPARE(bench.remote.hellos.size(), 1U);
  }
  bench.exchange();
  QCOMPARE(bench.status().trouble, Trouble::kNone);
  QVERIFY(bench.status().retry_at == absl::InfiniteFuture());
}

void EngineScheduleTest::backsOffFromTheStartAfterASuccess() {
  EngineBench bench;
  bench.engine.start();
  for (int i = 0; i < 8; ++i) {
    fail(bench);
    advance(bench, *bench.executor.untilNext());
  }
  bench.exchange();
  advance(bench, absl::Minutes(15));
  fail(bench);
  QVERIFY(*bench.executor.untilNext() <= absl::Seconds(2));
}

void EngineScheduleTest::networkThatReturnsEndsTheBackoff() {
  EngineBench bench;
  bench.engine.start();
  for (int i = 0; i < 8; ++i) {
    fail(bench);
    advance(bench, *bench.executor.untilNext());
  }
  fail(bench);
  bench.engine.networkReturned();
  QCOMPARE(bench.remote.hellos.size(), 1U);
  QCOMPARE(bench.status().phase, Phase::kHello);
  fail(bench);
  QVERIFY(*bench.executor.untilNext() <= absl::Seconds(2));
}

void EngineScheduleTest::networkThatReturnsChangesNothingWhenAllIsWell() {
  EngineBench bench;
  bench.engine.networkReturned();
  QVERIFY(bench.journal.empty());
  bench.engine.start();
  bench.exchange();
  bench.engine.networkReturned();
  QVERIFY(bench.remote.hellos.empty());
  bench.replica.save(1);
  bench.engine.changesWaiting();
  bench.engine.networkReturned();
  QCOMPARE(bench.remote.hellos.size(), 1U);
}

void EngineScheduleTest::byHandDoesNotWait() {
  EngineBench bench;
  bench.engine.start();
  fail(bench);
  bench.engine.syncNow();
  QCOMPARE(bench.remote.hellos.size(), 1U);
  QVERIFY(!bench.executor.untilNext().has_value());  // the retry is no longer due
  bench.exchange();
  bench.engine.syncNow();
  QCOMPARE(bench.remote.hellos.size(), 1U);
}

void EngineScheduleTest::gathersWhatIsSavedCloseTogether() {
  EngineBench bench;
  bench.engine.start();
  bench.exchange();
  bench.journal.clear();
  bench.replica.save(1);
  bench.engine.changesWaiting();
  advance(bench, absl::Milliseconds(600));
  bench.replica.save(1);
  bench.engine.changesWaiting();
  QVERIFY(bench.remote.hellos.empty());
  advance(bench, absl::Milliseconds(400));  // one second after the first: saves do not put it off
  QCOMPARE(bench.remote.hellos.size(), 1U);
  bench.answerHello(welcome());
  QCOMPARE(bench.journal.back(), std::string("push 1-2"));
}

void EngineScheduleTest::aSaveDoesNotHurryARetry() {
  EngineBench bench;
  bench.engine.start();
  for (int i = 0; i < 12; ++i) {
    fail(bench);
    advance(bench, *bench.executor.untilNext());
  }
  fail(bench);
  const absl::Time retry_at = bench.status().retry_at;
  bench.replica.save(1);
  bench.engine.changesWaiting();
  QVERIFY(bench.status().retry_at == retry_at);
  QCOMPARE(bench.status().waiting, 1U);
}

void EngineScheduleTest::aSaveDuringThePullGoesSoonAfter() {
  EngineBench bench;
  bench.engine.start();
  bench.answerHello(welcome());
  bench.replica.save(1);
  bench.engine.changesWaiting();
  bench.endPull();
  QCOMPARE(bench.status().phase, Phase::kIdle);
  QCOMPARE(bench.status().waiting, 1U);
  advance(bench, absl::Seconds(1));
  bench.exchange();
  QCOMPARE(bench.replica.receipts.size(), 1U);
}

void EngineScheduleTest::exchangesWhenIdleForLong() {
  EngineBench bench;
  bench.engine.start();
  bench.exchange();
  advance(bench, absl::Minutes(15) - absl::Milliseconds(1));
  QVERIFY(bench.remote.hellos.empty());
  advance(bench, absl::Milliseconds(1));
  QCOMPARE(bench.remote.hellos.size(), 1U);
}

void EngineScheduleTest::aStoppedEngineWaitsForStart() {
  EngineBench bench;
  bench.engine.start();
  fail(bench);
  bench.engine.stop();
  bench.replica.save(1);
  bench.engine.changesWaiting();
  bench.engine.networkReturned();
  advance(bench, absl::Hours(24));
  QVERIFY(bench.remote.hellos.empty());
  bench.engine.start();
  QCOMPARE(bench.remote.hellos.size(), 1U);
}

void EngineScheduleTest::neverRunsTwoExchanges() {
  EngineBench bench;
  bench.engine.start();
  bench.engine.start();
  bench.engine.syncNow();
  bench.engine.networkReturned();
  bench.engine.changesWaiting();
  advance(bench, absl::Hours(1));
  QCOMPARE(bench.remote.hellos.size(), 1U);
  bench.answerHello(welcome());
  bench.engine.syncNow();
  QVERIFY(bench.remote.hellos.empty());
  QCOMPARE(bench.remote.pulls.size(), 1U);
}

void EngineScheduleTest::tellsWhatWaitsAsSoonAsItIsSaved() {
  EngineBench bench;
  bench.replica.save(3);
  bench.engine.changesWaiting();
  QCOMPARE(bench.seen.back().waiting, 3U);
  QVERIFY(bench.journal.empty());
}

}  // namespace
}  // namespace doorstep::tests

using doorstep::tests::EngineScheduleTest;
QTEST_APPLESS_MAIN(EngineScheduleTest)
#include "engine_schedule_test.moc"
