#include <QTest>

#include "tests/unit/client/engine_bench.h"

using doorstep::client::EngineSettings;
using doorstep::client::Phase;
using doorstep::client::Trouble;
namespace v1 = doorstep::v1;

namespace doorstep::tests {
namespace {

EngineSettings batchesOf(std::size_t changes, std::size_t in_flight) {
  EngineSettings settings;
  settings.batch_changes = changes;
  settings.batches_in_flight = in_flight;
  return settings;
}

// What breaks on the way, and that the next exchange goes on from there.
class EngineFaultsTest : public QObject {
  Q_OBJECT
 private slots:
  void namesTheTrouble_data();
  void namesTheTrouble();
  void sendsAgainWhatHasNoReceipt();
  void keepsTheReceiptsBeforeABreak();
  void aReceiptThatComesTwiceCountsOnce();
  void aMissingReceiptStopsAtTheGap();
  void aReceiptForWhatWasNeverSentIsNotKept();
  void aReceiptWithoutOutcomeIsNotKept();
  void aServiceThatIsBehindWithoutSayingSoIsNotPushedTo();
  void aStoreThatFailsEndsTheExchange_data();
  void aStoreThatFailsEndsTheExchange();
  void aPageThatCannotBeKeptIsPulledAgain();
  void aGapInWhatWaitsIsTheStoresFault();
  void stopsInTheMiddleOfAPush();
  void stopsInTheMiddleOfAPull();
  void stopsWhenTheObserverSaysSo();
  void anEngineThatIsGoneHearsNothing();
};

void EngineFaultsTest::namesTheTrouble_data() {
  QTest::addColumn<int>("code");
  QTest::addColumn<int>("trouble");
  const auto row = [](const char* name, absl::StatusCode code, Trouble trouble) {
    QTest::newRow(name) << static_cast<int>(code) << static_cast<int>(trouble);
  };
  row("no service", absl::StatusCode::kUnavailable, Trouble::kNoNetwork);
  row("too slow", absl::StatusCode::kDeadlineExceeded, Trouble::kSlow);
  row("certificate not accepted", absl::StatusCode::kUnauthenticated, Trouble::kRefused);
  row("revoked", absl::StatusCode::kPermissionDenied, Trouble::kRefused);
  row("its own fault", absl::StatusCode::kInternal, Trouble::kServiceFault);
  row("overloaded", absl::StatusCode::kResourceExhausted, Trouble::kServiceFault);
  row("unknown call", absl::StatusCode::kUnimplemented, Trouble::kServiceFault);
}

void EngineFaultsTest::namesTheTrouble() {
  QFETCH(int, code);
  QFETCH(int, trouble);
  EngineBench bench;
  bench.engine.start();
  bench.answerHello(absl::Status(static_cast<absl::StatusCode>(code), ""));
  QCOMPARE(static_cast<int>(bench.status().trouble), trouble);
  QCOMPARE(static_cast<int>(bench.status().trouble_code), code);
  QCOMPARE(bench.status().phase, Phase::kWaitingToRetry);
  bench.engine.syncNow();
  bench.exchange();
  QCOMPARE(bench.status().trouble, Trouble::kNone);
}

void EngineFaultsTest::sendsAgainWhatHasNoReceipt() {
  EngineBench bench;
  bench.replica.save(3);
  bench.engine.start();
  bench.answerHello(welcome());
  // The service takes the batch and commits; its reply is lost on the way.
  const v1::PushReply lost = receiptsFor(bench.remote.pushes.front().first);
  const std::string first_time = bench.remote.pushes.front().first.SerializeAsString();
  bench.answerPush(absl::UnavailableError("cut"));
  QCOMPARE(bench.status().waiting, 3U);

  bench.engine.syncNow();
  QCOMPARE(bench.remote.hellos.front().first.last_sequence(), 0U);
  bench.answerHello(welcome(3));
  QCOMPARE(bench.remote.pushes.front().first.SerializeAsString(), first_time);
  bench.answerPush(lost);
  bench.endPull();
  QCOMPARE(bench.replica.receipts.size(), 3U);
  QCOMPARE(bench.status().waiting, 0U);
  QCOMPARE(bench.status().trouble, Trouble::kNone);
}

void EngineFaultsTest::keepsTheReceiptsBeforeABreak() {
  EngineBench bench(batchesOf(2, 3));
  bench.replica.save(6);
  bench.engine.start();
  bench.answerHello(welcome());
  bench.answerPush();
  bench.answerPush(absl::UnavailableError("cut"));
  QCOMPARE(bench.replica.receipts.size(), 2U);
  QVERIFY(bench.remote.pushes.empty());  // what was in flight behind it was cancelled
  bench.engine.syncNow();
  QCOMPARE(bench.remote.hellos.front().first.last_sequence(), 2U);
  bench.answerHello(welcome(4));
  QCOMPARE(bench.journal[bench.journal.size() - 2], std::string("push 3-4"));
}

void EngineFaultsTest::aReceiptThatComesTwiceCountsOnce() {
  EngineBench bench;
  bench.replica.save(3);
  bench.engine.start();
  bench.answerHello(welcome());
  v1::PushReply reply = receiptsFor(bench.remote.pushes.front().first);
  *reply.add_receipts() = v1::Receipt(reply.receipts(0));
  *reply.add_receipts() = v1::Receipt(reply.receipts(2));
  bench.answerPush(reply);
  QCOMPARE(bench.replica.receipts.size(), 3U);
  QCOMPARE(bench.status().pushed, 3U);
  QCOMPARE(bench.status().phase, Phase::kPulling);
}

void EngineFaultsTest::aMissingReceiptStopsAtTheGap() {
  EngineBench bench;
  bench.replica.save(4);
  bench.engine.start();
  bench.answerHello(welcome());
  v1::PushReply reply = receiptsFor(bench.remote.pushes.front().first);
  reply.mutable_receipts()->DeleteSubrange(2, 1);
  bench.answerPush(reply);
  QCOMPARE(bench.replica.receipts.size(), 2U);
  QCOMPARE(bench.status().trouble, Trouble::kServiceFault);
  QCOMPARE(bench.status().waiting, 2U);
  bench.engine.syncNow();
  bench.exchange(4);
  QCOMPARE(bench.replica.receipts.size(), 4U);
}

void EngineFaultsTest::aReceiptForWhatWasNeverSentIsNotKept() {
  EngineBench bench;
  bench.replica.save(2);
  bench.engine.start();
  bench.answerHello(welcome());
  v1::PushReply reply = receiptsFor(bench.remote.pushes.front().first);
  v1::Receipt stranger = reply.receipts(0);
  stranger.set_sequence(99);
  *reply.add_receipts() = stranger;
  bench.answerPush(reply);
  QCOMPARE(bench.replica.receipts.size(), 2U);
  QVERIFY(!bench.replica.receipts.contains(99));
  QCOMPARE(bench.status().trouble, Trouble::kServiceFault);
}

void EngineFaultsTest::aReceiptWithoutOutcomeIsNotKept() {
  EngineBench bench;
  bench.replica.save(1);
  bench.engine.start();
  bench.answerHello(welcome());
  v1::PushReply reply = receiptsFor(bench.remote.pushes.front().first);
  reply.mutable_receipts(0)->clear_outcome();
  bench.answerPush(reply);
  QVERIFY(bench.replica.receipts.empty());
  QCOMPARE(bench.status().trouble, Trouble::kServiceFault);
}

void EngineFaultsTest::aServiceThatIsBehindWithoutSayingSoIsNotPushedTo() {
  EngineBench bench;
  bench.replica.save(2);
  bench.engine.start();
  bench.exchange();
  bench.replica.save(1);
  bench.engine.syncNow();
  bench.answerHello(welcome(1));
  QVERIFY(bench.remote.pushes.empty());
  QCOMPARE(bench.status().trouble, Trouble::kServiceFault);
  QCOMPARE(bench.status().waiting, 1U);
}

void EngineFaultsTest::aStoreThatFailsEndsTheExchange_data() {
  QTest::addColumn<QString>("call");
  for (const char* call :
       {"keepHello", "outgoingAfter", "keepReceipts", "heldHouseholds", "keepPage", "keepLastSync"}) {
    QTest::newRow(call) << QString(call);
  }
}

void EngineFaultsTest::aStoreThatFailsEndsTheExchange() {
  QFETCH(QString, call);
  EngineBench bench;
  bench.replica.save(2);
  bench.replica.failNext(call.toStdString(), absl::ResourceExhaustedError("disk full"));
  bench.engine.start();
  v1::HelloReply reply = welcome();
  reply.set_scope_changed(true);
  bench.answerHello(reply);
  if (!bench.remote.pushes.empty()) {
    bench.answerPush();
  }
  if (!bench.remote.pulls.empty()) {
    bench.sendPage(page(1));
  }
  if (!bench.remote.pulls.empty()) {
    bench.endPull();
  }
  QCOMPARE(bench.status().trouble, Trouble::kStoreFault);
  QCOMPARE(bench.status().trouble_code, absl::StatusCode::kResourceExhausted);
  QCOMPARE(bench.status().phase, Phase::kWaitingToRetry);
  // As soon as there is room again everything arrives.
  bench.engine.syncNow();
  bench.exchange(2);
  QCOMPARE(bench.status().trouble, Trouble::kNone);
  QCOMPARE(bench.replica.receipts.size(), 2U);
}

void EngineFaultsTest::aPageThatCannotBeKeptIsPulledAgain() {
  EngineBench bench;
  bench.engine.start();
  bench.answerHello(welcome());
  bench.sendPage(page(5));
  bench.replica.failNext("keepPage", absl::DataLossError("torn"));
  bench.sendPage(page(8));
  QCOMPARE(bench.status().trouble, Trouble::kStoreFault);
  bench.engine.syncNow();
  bench.answerHello(welcome());
  QCOMPARE(bench.remote.pulls.front().request.cursor().sequence(), 5U);
  bench.sendPage(page(8));
  bench.endPull();
  QCOMPARE(bench.replica.kept_records.size(), 2U);
  QCOMPARE(bench.status().trouble, Trouble::kNone);
}

void EngineFaultsTest::aGapInWhatWaitsIsTheStoresFault() {
  EngineBench bench;
  bench.replica.save(3);
  bench.replica.breakOff(1);
  bench.engine.start();
  bench.answerHello(welcome());
  QVERIFY(bench.remote.pushes.empty());
  QCOMPARE(bench.status().trouble, Trouble::kStoreFault);
}

void EngineFaultsTest::stopsInTheMiddleOfAPush() {
  EngineBench bench(batchesOf(1, 2));
  bench.replica.save(3);
  bench.engine.start();
  bench.answerHello(welcome());
  bench.remote.answerPush(receiptsFor(bench.remote.pushes.front().first));  // on its way when we stop
  bench.engine.stop();
  bench.executor.runDue();
  QCOMPARE(bench.journal.back(), std::string("cancel"));
  QCOMPARE(bench.status().phase, Phase::kIdle);
  QVERIFY(bench.replica.receipts.empty());
  QVERIFY(!bench.executor.untilNext().has_value());
  bench.engine.start();
  bench.exchange(1);
  QCOMPARE(bench.replica.receipts.size(), 3U);
}

void EngineFaultsTest::stopsInTheMiddleOfAPull() {
  EngineBench bench;
  bench.engine.start();
  bench.answerHello(welcome());
  bench.sendPage(page(4));
  bench.engine.stop();
  bench.executor.runDue();
  QCOMPARE(bench.journal.back(), std::string("cancel"));
  QCOMPARE(bench.status().trouble, Trouble::kNone);
  bench.engine.start();
  bench.answerHello(welcome());
  QCOMPARE(bench.remote.pulls.front().request.cursor().sequence(), 4U);
}

void EngineFaultsTest::stopsWhenTheObserverSaysSo() {
  Journal journal;
  ManualClock clock;
  ManualExecutor executor(clock);
  ManualRandom random;
  ScriptedReplica replica(journal);
  ScriptedRemote remote(journal, executor);
  client::Engine* running = nullptr;
  client::Engine engine(replica, remote, clock, random, executor, batchesOf(1, 1),
                        [&running](const client::SyncStatus& status) {
                          if (status.pushed == 1 && status.phase == Phase::kPushing) {
                            running->stop();
                          }
                        });
  running = &engine;
  replica.save(3);
  engine.start();
  remote.answerHello(welcome());
  executor.runDue();
  remote.answerPush(receiptsFor(remote.pushes.front().first));
  executor.runDue();
  QCOMPARE(replica.receipts.size(), 1U);
  QVERIFY(remote.pushes.empty());
  QCOMPARE(engine.status().phase, Phase::kIdle);
}

void EngineFaultsTest::anEngineThatIsGoneHearsNothing() {
  Journal journal;
  ManualClock clock;
  ManualExecutor executor(clock);
  ManualRandom random;
  ScriptedReplica replica(journal);
  ScriptedRemote remote(journal, executor);
  int heard = 0;
  {
    client::Engine engine(replica, remote, clock, random, executor, {}, [&heard](const auto&) { ++heard; });
    engine.start();
  }
  const int before = heard;
  executor.advance(absl::Hours(1));
  QCOMPARE(heard, before);
  const Journal expected{"hello", "cancel"};
  QCOMPARE(journal, expected);
}

}  // namespace
}  // namespace doorstep::tests

using doorstep::tests::EngineFaultsTest;
QTEST_APPLESS_MAIN(EngineFaultsTest)
#include "engine_faults_test.moc"
