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

v1::HelloReply newEpoch(std::uint64_t epoch, std::uint64_t consumed) {
  v1::HelloReply reply;
  reply.set_verdict(v1::HELLO_VERDICT_NEW_EPOCH);
  reply.mutable_head()->set_epoch(epoch);
  reply.set_last_sequence(consumed);
  return reply;
}

// One exchange that goes well, or is judged by the service's hello.
class EngineExchangeTest : public QObject {
  Q_OBJECT
 private slots:
  void goesHelloPushPullAndKeepsEachStep();
  void keepsABoundedNumberOfBatchesInFlight();
  void sendsWhatIsSavedWhileItPushes();
  void tellsTheServiceWhereItStands();
  void measuresTheServiceClockAtTheMiddleOfTheWay();
  void namesWhatItHoldsOnlyWhenTheScopeChanged();
  void countsProgress();
  void countsWhatNeedsAPerson();
  void startsAnewAsAnotherReplica();
  void sendsAgainWhatARestoredServiceLost();
  void aForkShowsOnlyAfterTheEpoch();
  void doesNotStartAnewForEver_data();
  void doesNotStartAnewForEver();
  void speaksWhatBothSpeak_data();
  void speaksWhatBothSpeak();
  void anOldAppStillHandsInItsChanges();
};

void EngineExchangeTest::goesHelloPushPullAndKeepsEachStep() {
  EngineBench bench;
  bench.replica.save(3);
  bench.engine.start();
  QCOMPARE(bench.status().phase, Phase::kHello);
  bench.answerHello(welcome());
  QCOMPARE(bench.status().phase, Phase::kPushing);
  bench.answerPush();
  QCOMPARE(bench.status().phase, Phase::kPulling);
  bench.sendPage(page(7));
  bench.sendPage(page(9));
  bench.endPull();
  QCOMPARE(bench.status().phase, Phase::kIdle);
  QCOMPARE(bench.status().trouble, Trouble::kNone);
  QCOMPARE(bench.status().waiting, 0U);
  QVERIFY(bench.status().last_sync == bench.clock.now());
  const Journal expected{"hello", "keeps hello", "push 1-3",  "receipts 1-3",
                         "pull",  "page to 7",   "page to 9", "last sync"};
  QCOMPARE(bench.journal, expected);
}

void EngineExchangeTest::keepsABoundedNumberOfBatchesInFlight() {
  EngineBench bench(batchesOf(10, 2));
  bench.replica.save(45);
  bench.engine.start();
  bench.answerHello(welcome());
  QCOMPARE(bench.remote.pushes.size(), 2U);
  bench.answerPush();
  QCOMPARE(bench.remote.pushes.size(), 2U);
  while (!bench.remote.pushes.empty()) {
    bench.answerPush();
    QVERIFY(bench.remote.pushes.size() <= 2);
  }
  QCOMPARE(bench.replica.receipts.size(), 45U);
  const Journal expected{"hello",          "keeps hello",    "push 1-10",  "push 11-20",     "receipts 1-10",
                         "push 21-30",     "receipts 11-20", "push 31-40", "receipts 21-30", "push 41-45",
                         "receipts 31-40", "receipts 41-45", "pull"};
  QCOMPARE(bench.journal, expected);
}

void EngineExchangeTest::sendsWhatIsSavedWhileItPushes() {
  EngineBench bench;
  bench.replica.save(1);
  bench.engine.start();
  bench.answerHello(welcome());
  bench.replica.save(1);
  bench.engine.changesWaiting();
  bench.answerPush();
  QCOMPARE(bench.journal.back(), std::string("push 2-2"));
  bench.answerPush();
  QCOMPARE(bench.status().pushed, 2U);
  QCOMPARE(bench.status().to_push, 2U);
  QCOMPARE(bench.status().waiting, 0U);
}

void EngineExchangeTest::tellsTheServiceWhereItStands() {
  EngineSettings settings;
  settings.app_version = "1.2";
  EngineBench bench(settings);
  bench.replica.save(4);
  bench.engine.start();
  bench.exchange();
  bench.replica.save(2);
  bench.engine.syncNow();
  const v1::HelloRequest& hello = bench.remote.hellos.front().first;
  QCOMPARE(hello.protocol_version(), 1U);
  QCOMPARE(hello.app_version(), std::string("1.2"));
  QCOMPARE(hello.replica_id(), std::string(16, 'r'));
  QCOMPARE(hello.last_sequence(), 4U);
  QCOMPARE(hello.waiting(), 2U);
  QCOMPARE(hello.stamp().wall_at().seconds(), absl::ToUnixSeconds(bench.clock.now()));
  QCOMPARE(hello.stamp().monotonic_ms(), absl::ToInt64Milliseconds(bench.clock.monotonic()));
  QCOMPARE(hello.stamp().boot_id(), bench.clock.bootId());
}

void EngineExchangeTest::measuresTheServiceClockAtTheMiddleOfTheWay() {
  EngineBench bench;
  const absl::Time sent = bench.clock.now();
  bench.engine.start();
  bench.clock.advance(absl::Seconds(4));
  bench.clock.setWall(absl::UnixEpoch());  // somebody sets the wall clock while the request is away
  v1::HelloReply reply = welcome();
  reply.mutable_service_at()->set_seconds(absl::ToUnixSeconds(sent + absl::Seconds(2) + absl::Hours(1)));
  bench.answerHello(reply);
  QVERIFY(bench.replica.service_offset == absl::Hours(1));
}

void EngineExchangeTest::namesWhatItHoldsOnlyWhenTheScopeChanged() {
  EngineBench bench;
  bench.replica.held = {"household 1", "household 2"};
  bench.engine.start();
  v1::HelloReply reply = welcome();
  reply.set_scope_changed(true);
  bench.answerHello(reply);
  QCOMPARE(bench.journal.back(), std::string("pull naming 2"));
  bench.endPull();
  bench.engine.syncNow();
  bench.answerHello(welcome());
  QCOMPARE(bench.journal.back(), std::string("pull"));
}

void EngineExchangeTest::countsProgress() {
  EngineBench bench(batchesOf(2, 1));
  bench.replica.save(5);
  bench.engine.start();
  bench.answerHello(welcome());
  bench.answerPush();
  QCOMPARE(bench.status().pushed, 2U);
  QCOMPARE(bench.status().to_push, 5U);
  QCOMPARE(bench.status().waiting, 3U);
  bench.answerPush();
  bench.answerPush();
  v1::PullReply first = page(5, 3);
  first.set_done_households(1);
  first.set_total_households(2);
  bench.sendPage(first);
  QCOMPARE(bench.status().pulled_records, 3U);
  QCOMPARE(bench.status().pulled_households, 1U);
  QCOMPARE(bench.status().to_pull_households, 2U);
  bench.endPull();
  bench.engine.syncNow();
  QCOMPARE(bench.status().pushed, 0U);
  QCOMPARE(bench.status().pulled_records, 0U);
  QVERIFY(bench.seen.size() > 8);
}

void EngineExchangeTest::countsWhatNeedsAPerson() {
  EngineBench bench;
  bench.replica.save(3);
  bench.engine.start();
  bench.answerHello(welcome());
  v1::PushReply reply = receiptsFor(bench.remote.pushes.front().first);
  reply.mutable_receipts(0)->set_outcome(v1::RECEIPT_OUTCOME_QUARANTINED);
  reply.mutable_receipts(2)->set_outcome(v1::RECEIPT_OUTCOME_SUPERSEDED);
  reply.mutable_receipts(2)->add_conflict_ids("conflict");
  bench.answerPush(reply);
  QCOMPARE(bench.status().quarantined, 1U);
  QCOMPARE(bench.status().conflicts, 1U);
  QCOMPARE(bench.status().waiting, 0U);
  QCOMPARE(bench.status().phase, Phase::kPulling);
}

void EngineExchangeTest::startsAnewAsAnotherReplica() {
  EngineBench bench;
  bench.replica.save(2);
  bench.engine.start();
  v1::HelloReply reply;
  reply.set_verdict(v1::HELLO_VERDICT_FORKED);
  bench.answerHello(reply);
  const Journal expected{"hello", "new replica", "hello"};
  QCOMPARE(bench.journal, expected);
  QCOMPARE(bench.replica.replica_ids_begun.size(), 1U);
  const std::string fresh = bench.replica.replica_ids_begun.front();
  QCOMPARE(fresh.size(), 16U);
  QVERIFY(fresh != std::string(16, 'r'));
  QCOMPARE(bench.remote.hellos.front().first.replica_id(), fresh);
  bench.exchange();
  QCOMPARE(bench.replica.receipts.size(), 2U);
  QCOMPARE(bench.status().trouble, Trouble::kNone);
}

void EngineExchangeTest::sendsAgainWhatARestoredServiceLost() {
  EngineBench bench;
  bench.replica.save(5);
  bench.engine.start();
  bench.exchange();
  bench.journal.clear();
  bench.replica.save(1);
  bench.engine.syncNow();
  bench.answerHello(newEpoch(7, 2));
  const Journal told{"hello", "epoch 7", "again after 2", "hello"};
  QCOMPARE(bench.journal, told);
  const v1::HelloRequest& again = bench.remote.hellos.front().first;
  QCOMPARE(again.replica_id(), std::string(16, 'r'));
  QCOMPARE(again.last_sequence(), 2U);
  QCOMPARE(again.cursor().epoch(), 7U);
  bench.exchange(2);
  QCOMPARE(bench.journal[5], std::string("push 3-6"));
  QCOMPARE(bench.replica.receipts.size(), 6U);
  QCOMPARE(bench.status().trouble, Trouble::kNone);
}

// The service holds other changes under our sequences, and that shows once the epochs are the same.
void EngineExchangeTest::aForkShowsOnlyAfterTheEpoch() {
  EngineBench bench;
  bench.replica.save(1);
  bench.engine.start();
  bench.answerHello(newEpoch(7, 0));
  v1::HelloReply forked;
  forked.set_verdict(v1::HELLO_VERDICT_FORKED);
  bench.answerHello(forked);
  const Journal expected{"hello", "epoch 7", "hello", "new replica", "hello"};
  QCOMPARE(bench.journal, expected);
  bench.exchange();
  QCOMPARE(bench.status().trouble, Trouble::kNone);
}

void EngineExchangeTest::doesNotStartAnewForEver_data() {
  QTest::addColumn<int>("verdict");
  QTest::newRow("forked") << static_cast<int>(v1::HELLO_VERDICT_FORKED);
  QTest::newRow("restored behind us") << static_cast<int>(v1::HELLO_VERDICT_NEW_EPOCH);
}

void EngineExchangeTest::doesNotStartAnewForEver() {
  QFETCH(int, verdict);
  EngineBench bench;
  bench.engine.start();
  v1::HelloReply reply;
  reply.set_verdict(static_cast<v1::HelloVerdict>(verdict));
  bench.answerHello(reply);
  bench.answerHello(reply);
  QVERIFY(bench.replica.replica_ids_begun.size() <= 1);
  QCOMPARE(bench.status().trouble, Trouble::kServiceFault);
  QCOMPARE(bench.status().phase, Phase::kWaitingToRetry);
}

void EngineExchangeTest::speaksWhatBothSpeak_data() {
  QTest::addColumn<unsigned>("spoken");
  QTest::addColumn<Trouble>("trouble");
  QTest::newRow("the same") << 1U << Trouble::kNone;
  QTest::newRow("a service from before it said so") << 0U << Trouble::kNone;
  QTest::newRow("something newer") << 2U << Trouble::kServiceFault;
}

void EngineExchangeTest::speaksWhatBothSpeak() {
  QFETCH(unsigned, spoken);
  QFETCH(Trouble, trouble);
  EngineBench bench;
  bench.engine.start();
  QCOMPARE(bench.remote.hellos.front().first.oldest_protocol_version(), 1U);
  v1::HelloReply reply = welcome();
  reply.set_protocol_version(spoken);
  bench.answerHello(reply);
  if (trouble == Trouble::kNone) {
    bench.endPull();
  }
  QCOMPARE(bench.status().trouble, trouble);
}

void EngineExchangeTest::anOldAppStillHandsInItsChanges() {
  EngineBench bench;
  bench.replica.save(2);
  bench.engine.start();
  v1::HelloReply reply;
  reply.set_verdict(v1::HELLO_VERDICT_TOO_OLD);
  bench.answerHello(reply);
  bench.answerPush();
  QCOMPARE(bench.replica.receipts.size(), 2U);
  QVERIFY(bench.remote.pulls.empty());
  QCOMPARE(bench.status().trouble, Trouble::kAppTooOld);
  QVERIFY(bench.status().last_sync == absl::InfinitePast());
}

}  // namespace
}  // namespace doorstep::tests

using doorstep::tests::EngineExchangeTest;
QTEST_APPLESS_MAIN(EngineExchangeTest)
#include "engine_exchange_test.moc"
