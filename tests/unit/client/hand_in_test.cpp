#include <QTest>
#include <deque>

#include "tests/unit/client/engine_bench.h"

using doorstep::client::EngineSettings;
using doorstep::client::Phase;
using doorstep::client::Trouble;
namespace v1 = doorstep::v1;

namespace doorstep::tests {
namespace {

// The one call of a refused device, answered when the test says so.
class ScriptedHandIn final : public client::HandInRemote {
 public:
  explicit ScriptedHandIn(ManualExecutor& executor) : executor_(executor) {}

  void handIn(const v1::HandInRequest& request, client::Remote::Done<v1::HandInReply> done) override {
    requests.push_back(request);
    dones_.push_back(std::move(done));
  }
  void endHandIn(std::function<void(absl::Status)> done) override { ends_.push_back(std::move(done)); }

  void take(std::uint64_t last_sequence) {
    v1::HandInReply reply;
    reply.set_last_sequence(last_sequence);
    answer(reply);
  }
  void answer(const absl::StatusOr<v1::HandInReply>& reply) {
    executor_.post([done = dones_.front(), reply] { done(reply); });
    dones_.pop_front();
    executor_.runDue();
  }
  void end(const absl::Status& reason) {
    executor_.post([done = ends_.front(), reason] { done(reason); });
    ends_.pop_front();
    executor_.runDue();
  }
  bool ending() const { return !ends_.empty(); }

  std::vector<v1::HandInRequest> requests;

 private:
  ManualExecutor& executor_;
  std::deque<client::Remote::Done<v1::HandInReply>> dones_;
  std::deque<std::function<void(absl::Status)>> ends_;
};

struct HandInBench {
  HandInBench() {
    settings.batch_changes = 2;
    settings.withdrawal.remote = &hand_in;
    settings.withdrawal.destroy_keys = [this] {
      ++destroyed;
      return destroying;
    };
    engine.emplace(replica, remote, clock, random, executor, settings, [](const client::SyncStatus&) {});
  }
  void refuse(const absl::Status& why = absl::PermissionDeniedError("revoked")) {
    engine->syncNow();
    remote.answerHello(why);
    executor.runDue();
  }

  Journal journal;
  ManualClock clock;
  ManualExecutor executor{clock};
  ManualRandom random;
  ScriptedReplica replica{journal};
  ScriptedRemote remote{journal, executor};
  ScriptedHandIn hand_in{executor};
  int destroyed = 0;
  absl::Status destroying;
  EngineSettings settings;
  std::optional<client::Engine> engine;
};

// What a device does that the service no longer, or not yet again, welcomes.
class HandInTest : public QObject {
  Q_OBJECT
 private slots:
  void aRevokedDeviceHandsInAndDestroysItsKeys();
  void goesOnFromWhereTheServiceIs();
  void aRestoredServiceGetsWhatItLost();
  void anUnknownDeviceKeepsItsKeys();
  void nothingIsDestroyedBeforeAllIsTaken_data();
  void nothingIsDestroyedBeforeAllIsTaken();
  void keysThatCannotBeDestroyedAreTriedAgain();
  void aForkedReplicaBeginsAnewOnce();
  void anotherStoreUnderTheSameNameHidesNothing_data();
  void anotherStoreUnderTheSameNameHidesNothing();
  void otherFailuresHandNothingIn();
};

void HandInTest::aRevokedDeviceHandsInAndDestroysItsKeys() {
  HandInBench bench;
  bench.replica.save(3);
  bench.refuse();
  QCOMPARE(bench.hand_in.requests.size(), 1U);
  QCOMPARE(bench.hand_in.requests[0].changes_size(), 0);
  QCOMPARE(bench.hand_in.requests[0].replica_id(), std::string(16, 'r'));
  bench.hand_in.take(0);
  QCOMPARE(bench.hand_in.requests[1].changes_size(), 2);
  bench.hand_in.take(2);
  QCOMPARE(bench.hand_in.requests[2].changes_size(), 1);
  bench.hand_in.take(3);
  QCOMPARE(bench.destroyed, 0);
  QVERIFY(bench.hand_in.ending());
  bench.hand_in.end(absl::OkStatus());
  QCOMPARE(bench.destroyed, 1);
  QCOMPARE(bench.engine->status().trouble, Trouble::kRevoked);
  QCOMPARE(bench.engine->status().pushed, 3U);
  QCOMPARE(bench.replica.receipts.size(), 3U);
  QCOMPARE(bench.replica.receipts.at(1).outcome(), v1::RECEIPT_OUTCOME_QUARANTINED);
  QCOMPARE(bench.replica.receipts.at(1).problems(0).code(), v1::PROBLEM_CODE_DEVICE_REVOKED);
  // Nothing is tried again by itself.
  bench.clock.advance(absl::Hours(1));
  bench.executor.runDue();
  QVERIFY(bench.remote.hellos.empty());
}

void HandInTest::goesOnFromWhereTheServiceIs() {
  HandInBench bench;
  bench.replica.save(4);
  bench.refuse();
  bench.hand_in.take(0);
  bench.hand_in.answer(absl::UnavailableError("the line broke"));
  QCOMPARE(bench.engine->status().trouble, Trouble::kNoNetwork);
  QCOMPARE(bench.destroyed, 0);
  bench.refuse();
  bench.hand_in.take(2);  // it had committed them, and only its word was lost
  QCOMPARE(bench.hand_in.requests.back().changes_size(), 2);
  v1::Change change;
  QVERIFY(change.ParseFromString(bench.hand_in.requests.back().changes(0)));
  QCOMPARE(change.sequence(), 3U);
}

void HandInTest::aRestoredServiceGetsWhatItLost() {
  HandInBench bench;
  bench.replica.save(3);
  bench.engine->syncNow();
  bench.remote.answerHello(welcome());
  bench.executor.runDue();
  while (!bench.remote.pushes.empty()) {
    bench.remote.answerPush(receiptsFor(bench.remote.pushes.front().first));
    bench.executor.runDue();
  }
  bench.remote.endPull(absl::OkStatus());
  bench.executor.runDue();
  QCOMPARE(bench.replica.receipts.size(), 3U);

  bench.refuse(absl::UnauthenticatedError("not known"));
  bench.hand_in.take(1);
  QCOMPARE(bench.hand_in.requests.back().changes_size(), 2);
  bench.hand_in.take(3);
  bench.hand_in.end(absl::UnauthenticatedError("not known"));
  QCOMPARE(bench.engine->status().trouble, Trouble::kNotKnown);
}

void HandInTest::anUnknownDeviceKeepsItsKeys() {
  HandInBench bench;
  bench.replica.save(2);
  bench.refuse(absl::UnauthenticatedError("not known"));
  bench.hand_in.take(2);                                      // in an earlier exchange that broke off
  QCOMPARE(bench.hand_in.requests.back().changes_size(), 1);  // are they the same?
  bench.hand_in.take(2);
  QVERIFY(bench.hand_in.ending());
  bench.hand_in.end(absl::UnauthenticatedError("not known"));
  QCOMPARE(bench.destroyed, 0);
  QCOMPARE(bench.engine->status().trouble, Trouble::kNotKnown);
  QCOMPARE(bench.engine->status().phase, Phase::kWaitingToRetry);
  QCOMPARE(bench.replica.receipts.size(), 2U);
}

void HandInTest::nothingIsDestroyedBeforeAllIsTaken_data() {
  QTest::addColumn<int>("code");
  QTest::addColumn<Trouble>("trouble");
  QTest::newRow("no network") << static_cast<int>(absl::StatusCode::kUnavailable) << Trouble::kNoNetwork;
  QTest::newRow("its worker has left") << static_cast<int>(absl::StatusCode::kPermissionDenied) << Trouble::kRefused;
  QTest::newRow("a fault") << static_cast<int>(absl::StatusCode::kInternal) << Trouble::kServiceFault;
}

void HandInTest::nothingIsDestroyedBeforeAllIsTaken() {
  QFETCH(int, code);
  QFETCH(Trouble, trouble);
  HandInBench bench;
  bench.replica.save(1);
  bench.refuse();
  bench.hand_in.take(0);
  bench.hand_in.take(1);
  bench.hand_in.end(absl::Status(static_cast<absl::StatusCode>(code), "at the end"));
  QCOMPARE(bench.destroyed, 0);
  QCOMPARE(bench.engine->status().trouble, trouble);

  HandInBench less;
  less.replica.save(1);
  less.refuse();
  less.hand_in.take(0);
  less.hand_in.take(0);  // it says that it took nothing
  QVERIFY(!less.hand_in.ending());
  QCOMPARE(less.engine->status().trouble, Trouble::kServiceFault);
}

void HandInTest::keysThatCannotBeDestroyedAreTriedAgain() {
  HandInBench bench;
  bench.destroying = absl::PermissionDeniedError("the folder cannot be written");
  bench.refuse();
  bench.hand_in.take(0);
  bench.hand_in.end(absl::OkStatus());
  QCOMPARE(bench.engine->status().trouble, Trouble::kStoreFault);
  bench.destroying = absl::OkStatus();
  bench.refuse();
  bench.hand_in.take(0);
  bench.hand_in.end(absl::OkStatus());
  QCOMPARE(bench.destroyed, 2);
  QCOMPARE(bench.engine->status().trouble, Trouble::kRevoked);
}

void HandInTest::aForkedReplicaBeginsAnewOnce() {
  HandInBench bench;
  bench.replica.save(1);
  bench.refuse();
  bench.hand_in.take(0);
  bench.hand_in.answer(absl::AbortedError("forked"));
  QCOMPARE(bench.replica.replica_ids_begun.size(), 1U);
  QCOMPARE(bench.hand_in.requests.back().replica_id(), bench.replica.replica_ids_begun.front());
  bench.hand_in.take(0);
  bench.hand_in.answer(absl::AbortedError("forked"));
  QCOMPARE(bench.replica.replica_ids_begun.size(), 1U);
  QCOMPARE(bench.engine->status().trouble, Trouble::kServiceFault);
}

void HandInTest::anotherStoreUnderTheSameNameHidesNothing_data() {
  QTest::addColumn<qulonglong>("position");
  QTest::newRow("as many changes") << 2ULL;
  QTest::newRow("more changes") << 5ULL;
}

// A store from a disk image: what it has made since lies before the place where its twin has come to.
void HandInTest::anotherStoreUnderTheSameNameHidesNothing() {
  QFETCH(qulonglong, position);
  HandInBench bench;
  bench.replica.save(2);
  bench.refuse();
  bench.hand_in.take(position);
  if (position == 2) {
    bench.hand_in.answer(absl::AbortedError("forked"));
  }
  QCOMPARE(bench.replica.replica_ids_begun.size(), 1U);
  bench.hand_in.take(0);
  QCOMPARE(bench.hand_in.requests.back().changes_size(), 2);
  QCOMPARE(bench.destroyed, 0);
  bench.hand_in.take(2);
  bench.hand_in.end(absl::OkStatus());
  QCOMPARE(bench.destroyed, 1);
}

void HandInTest::otherFailuresHandNothingIn() {
  HandInBench bench;
  bench.refuse(absl::UnavailableError("no network"));
  QVERIFY(bench.hand_in.requests.empty());
  QCOMPARE(bench.engine->status().trouble, Trouble::kNoNetwork);
}

}  // namespace
}  // namespace doorstep::tests

using doorstep::tests::HandInTest;
QTEST_GUILESS_MAIN(HandInTest)
#include "hand_in_test.moc"
