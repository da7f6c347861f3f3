#include <QtTest>
#include <memory>
#include <span>
#include <utility>

#include "sync/escrow/escrow.h"
#include "sync/replication/chain.h"
#include "sync/replication/merge.h"
#include "sync/replication/records.h"
#include "sync/replication/sealed_change.h"
#include "sync/service/apply.h"
#include "sync/service/audit.h"
#include "sync/service/backup/watermark.h"
#include "sync/service/exchange/hello.h"
#include "sync/service/handin/hand_in.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using tests::DistrictBench;

// A service that was set back, and devices that no other call admits (architecture decisions 7 and 14).
class RestoreTest : public QObject {
  Q_OBJECT

 private slots:
  void aReplicaThatHasSeenMoreBeginsOneEpoch();
  void anEpochIsNewerThanAnyThatWasSeen();
  void whoLivesInAnOlderEpochIsToldAndBeginsNone();
  void anEpochThatCannotBeIsRefused();
  void twoBackupsHoldWhatMayBeLetGo();
  void aProtocolIsAgreedOn_data();
  void aProtocolIsAgreedOn();
  void whatIsHandedInIsPutAside();
  void handingInGoesOnAndIsChecked();
  void anUnknownSenderIsTakenToItsDistrict();
  void onlyWhoIsNotWelcomeHandsIn();
  void anEditThatComesAgainUnderAnotherReplicaIsNoConflict();
  void whatIsSealedWithinAChangeIsTakenAsWhatItWas();

 private:
  DistrictBench bench_;
};

namespace {

v1::HelloRequest helloOf(const DistrictBench::Device& device, const v1::Revision& cursor) {
  v1::HelloRequest request;
  request.set_protocol_version(1);
  request.set_replica_id(device.replica_id);
  request.set_last_sequence(device.sequence);
  request.set_chain_head(device.head);
  *request.mutable_cursor() = cursor;
  return request;
}

v1::Revision headOf(DistrictBench& bench) {
  const auto snapshot = bench.ledger().read();
  return *(*snapshot)->district(bench.districtId()).head();
}

bool isBehind(DistrictBench& bench, const service::Caller& caller, const v1::HelloRequest& request) {
  const auto snapshot = bench.ledger().read();
  return *service::isBehind((*snapshot)->district(bench.districtId()), caller, request);
}

absl::Status beginEpoch(DistrictBench& bench, const service::Caller& caller, const v1::HelloRequest& request) {
  return bench.writer().run([&](service::CommitWork& commit) { return service::beginEpoch(commit, caller, request); });
}

v1::HelloReply answerTo(DistrictBench& bench, const service::Caller& caller, const v1::HelloRequest& request) {
  const auto snapshot = bench.ledger().read();
  return *service::answerHello((*snapshot)->district(bench.districtId()), bench.writer().directory(), caller, request,
                               bench.clock().now());
}

int audited(DistrictBench& bench, v1::AuditVerb verb) {
  const auto snapshot = bench.ledger().read();
  int count = 0;
  const absl::Status read = (*snapshot)->registry().forEachAudit([&](const service::AuditRow& row) {
    v1::AuditEvent event;
    count += event.ParseFromString(row.encoded) && event.verb() == verb ? 1 : 0;
    return absl::OkStatus();
  });
  return read.ok() && service::verifyAudit(**snapshot).ok() ? count : -1;
}

std::vector<std::string> visits(DistrictBench& bench, DistrictBench::Device& device, int count) {
  std::vector<std::string> changes;
  for (int at = 0; at < count; ++at) {
    changes.push_back(bench.change(device, bench.visit("V1", "H1", "E1", bench.at(18, 8 + at))));
  }
  return changes;
}

service::HandedIn handIn(DistrictBench& bench, const service::Sender& sender, const std::string& replica_id,
                         const std::vector<std::string>& changes) {
  service::HandedIn handed;
  const absl::Status committed = bench.writer().run([&](service::CommitWork& commit) -> absl::Status {
    auto taken = service::takeAside(commit, sender, replica_id, service::arrived(changes));
    if (!taken.ok()) {
      return taken.status();
    }
    handed = *taken;
    return absl::OkStatus();
  });
  return committed.ok() ? handed : service::HandedIn{0, 0, committed};
}

std::uint64_t putAside(DistrictBench& bench) {
  const auto snapshot = bench.ledger().read();
  return *(*snapshot)->district(bench.districtId()).quarantinedCount();
}

}  // namespace

void RestoreTest::aReplicaThatHasSeenMoreBeginsOneEpoch() {
  auto device = bench_.device("V1");
  bench_.push(device, visits(bench_, device, 2));
  const v1::Revision before = headOf(bench_);
  auto ahead = helloOf(device, before);
  QVERIFY(!isBehind(bench_, device.caller, ahead));
  ahead.set_last_sequence(3);
  QVERIFY(isBehind(bench_, device.caller, ahead));
  const int events = audited(bench_, v1::AUDIT_VERB_NEW_EPOCH);
  QVERIFY(beginEpoch(bench_, device.caller, ahead).ok());
  const v1::Revision begun = headOf(bench_);
  QVERIFY(begun.epoch() > before.epoch());
  QCOMPARE(begun.sequence(), before.sequence());
  QCOMPARE(audited(bench_, v1::AUDIT_VERB_NEW_EPOCH), events + 1);
  const v1::HelloReply reply = answerTo(bench_, device.caller, ahead);
  QCOMPARE(reply.verdict(), v1::HELLO_VERDICT_NEW_EPOCH);
  QCOMPARE(reply.last_sequence(), 2U);
  QCOMPARE(reply.head().epoch(), begun.epoch());
  // Said again, by it or by another that saw less: the epoch stays.
  QVERIFY(beginEpoch(bench_, device.caller, ahead).ok());
  QCOMPARE(headOf(bench_).epoch(), begun.epoch());
  const auto visit = bench_.visit("V1", "H1", "E1", bench_.at(19, 8));
  QCOMPARE(bench_.pushOne(device, visit).revision().epoch(), begun.epoch());
  QCOMPARE(audited(bench_, v1::AUDIT_VERB_NEW_EPOCH), events + 1);
}

void RestoreTest::anEpochIsNewerThanAnyThatWasSeen() {
  auto device = bench_.device("V1");
  v1::Revision seen = headOf(bench_);
  seen.set_epoch(seen.epoch() + 5'000'000'000);  // of a ledger that was lost, begun by a clock ahead of ours
  QVERIFY(isBehind(bench_, device.caller, helloOf(device, seen)));
  QVERIFY(beginEpoch(bench_, device.caller, helloOf(device, seen)).ok());
  QVERIFY(headOf(bench_).epoch() > seen.epoch());
}

void RestoreTest::whoLivesInAnOlderEpochIsToldAndBeginsNone() {
  auto first = bench_.device("V1");
  auto second = bench_.device("V2");
  const v1::Revision old = headOf(bench_);
  v1::Revision ahead = old;
  ahead.set_sequence(old.sequence() + 1);
  QVERIFY(beginEpoch(bench_, first.caller, helloOf(first, ahead)).ok());
  auto request = helloOf(second, old);
  request.set_last_sequence(7);  // acknowledged by the service that is lost
  QVERIFY(!isBehind(bench_, second.caller, request));
  QCOMPARE(answerTo(bench_, second.caller, request).verdict(), v1::HELLO_VERDICT_NEW_EPOCH);
  // Once it lives in the new one, too, it is welcome.
  request.set_last_sequence(0);
  request.mutable_cursor()->set_epoch(headOf(bench_).epoch());
  request.mutable_cursor()->set_sequence(0);
  QCOMPARE(answerTo(bench_, second.caller, request).verdict(), v1::HELLO_VERDICT_WELCOME);
  // One that has nothing yet is told nothing.
  request.clear_cursor();
  QCOMPARE(answerTo(bench_, second.caller, request).verdict(), v1::HELLO_VERDICT_WELCOME);
}

void RestoreTest::anEpochThatCannotBeIsRefused() {
  auto device = bench_.device("V1");
  v1::Revision cursor;
  cursor.set_epoch(std::numeric_limits<std::uint64_t>::max());
  const auto snapshot = bench_.ledger().read();
  const auto reply = service::answerHello((*snapshot)->district(bench_.districtId()), bench_.writer().directory(),
                                          device.caller, helloOf(device, cursor), bench_.clock().now());
  QCOMPARE(reply.status().code(), absl::StatusCode::kInvalidArgument);
}

void RestoreTest::twoBackupsHoldWhatMayBeLetGo() {
  auto device = bench_.device("V1");
  const auto backUp = [&] {
    const auto snapshot = bench_.ledger().read();
    const auto marks = service::marksOf(**snapshot);
    return bench_.writer().run([&](service::CommitWork& commit) { return service::keepMarks(commit, *marks); });
  };
  const auto mark = [&] { return answerTo(bench_, device.caller, helloOf(device, {})).backed_up_sequence(); };
  bench_.push(device, visits(bench_, device, 2));
  QCOMPARE(mark(), 0U);
  QVERIFY(backUp().ok());
  QCOMPARE(mark(), 0U);
  bench_.push(device, visits(bench_, device, 1));
  QVERIFY(backUp().ok());
  QCOMPARE(mark(), 2U);
  bench_.push(device, visits(bench_, device, 1));
  QCOMPARE(mark(), 2U);
  QVERIFY(backUp().ok());
  QCOMPARE(mark(), 3U);
}

void RestoreTest::aProtocolIsAgreedOn_data() {
  QTest::addColumn<unsigned>("oldest");
  QTest::addColumn<unsigned>("newest");
  QTest::addColumn<int>("verdict");
  QTest::newRow("the same") << 1U << 1U << int{v1::HELLO_VERDICT_WELCOME};
  QTest::newRow("a newer app that still speaks ours") << 1U << 7U << int{v1::HELLO_VERDICT_WELCOME};
  QTest::newRow("an app of yesterday") << 0U << 0U << int{v1::HELLO_VERDICT_TOO_OLD};
}

void RestoreTest::aProtocolIsAgreedOn() {
  QFETCH(unsigned, oldest);
  QFETCH(unsigned, newest);
  QFETCH(int, verdict);
  auto device = bench_.device("V1");
  auto request = helloOf(device, {});
  request.set_oldest_protocol_version(oldest);
  request.set_protocol_version(newest);
  const v1::HelloReply reply = answerTo(bench_, device.caller, request);
  QCOMPARE(int{reply.verdict()}, verdict);
  QCOMPARE(reply.protocol_version(), 1U);
}

void RestoreTest::whatIsHandedInIsPutAside() {
  auto device = bench_.device("V1");
  bench_.push(device, visits(bench_, device, 1));
  const auto before = bench_.figures("220211", absl::CivilMonth(2026, 11)).person_times_in_person();
  const service::Sender sender{device.caller.fingerprint, bench_.districtId(), device.caller.worker_id};
  const auto changes = visits(bench_, device, 3);
  const service::HandedIn handed = handIn(bench_, sender, device.replica_id, changes);
  QVERIFY(handed.stopped.ok());
  QCOMPARE(handed.last_sequence, 4U);
  QCOMPARE(handed.taken, 3U);
  QCOMPARE(putAside(bench_), 3U);
  const auto snapshot = bench_.ledger().read();
  const auto consumed = (*snapshot)->district(bench_.districtId()).consumed(device.replica_id, 3);
  v1::Receipt receipt;
  QVERIFY(receipt.ParseFromString((*consumed)->receipt));
  QCOMPARE(receipt.problems(0).code(), v1::PROBLEM_CODE_DEVICE_REVOKED);
  QCOMPARE(bench_.figures("220211", absl::CivilMonth(2026, 11)).person_times_in_person(), before);
  QCOMPARE(bench_.recount().differences_size(), 0);
}

void RestoreTest::handingInGoesOnAndIsChecked() {
  const std::uint64_t before = putAside(bench_);
  auto device = bench_.device("V1");
  const service::Sender sender{device.caller.fingerprint, bench_.districtId(), device.caller.worker_id};
  const auto changes = visits(bench_, device, 4);
  QCOMPARE(handIn(bench_, sender, device.replica_id, {}).last_sequence, 0U);
  QCOMPARE(handIn(bench_, sender, device.replica_id, {changes[0], changes[1]}).last_sequence, 2U);
  QCOMPARE(handIn(bench_, sender, device.replica_id, {}).last_sequence, 2U);
  // Sent again, it counts once; a gap, another's replica or another history are refused.
  QCOMPARE(handIn(bench_, sender, device.replica_id, {changes[1], changes[2]}).last_sequence, 3U);
  QCOMPARE(putAside(bench_), before + 3);
  auto gap = device;
  bench_.change(gap, bench_.visit("V1", "H1", "E1", bench_.at(18, 15)));
  const auto beyond = bench_.change(gap, bench_.visit("V1", "H1", "E1", bench_.at(18, 16)));
  QCOMPARE(handIn(bench_, sender, device.replica_id, {beyond}).stopped.code(), absl::StatusCode::kFailedPrecondition);
  const service::Sender thief{std::string(32, 't'), bench_.districtId(), {}};
  QCOMPARE(handIn(bench_, thief, device.replica_id, {changes[3]}).stopped.code(), absl::StatusCode::kPermissionDenied);
  QCOMPARE(handIn(bench_, thief, device.replica_id, {}).last_sequence, 0U);
  QCOMPARE(handIn(bench_, sender, bench_.newId(), {changes[3]}).stopped.code(), absl::StatusCode::kInvalidArgument);
  auto twin = device;
  twin.sequence = 3;
  twin.head = std::string(32, 'x');
  QCOMPARE(handIn(bench_, sender, device.replica_id,
                  {bench_.change(twin, bench_.visit("V1", "H1", "E1", bench_.at(18, 17)))})
               .stopped.code(),
           absl::StatusCode::kAborted);
  QCOMPARE(putAside(bench_), before + 3);
}

void RestoreTest::anUnknownSenderIsTakenToItsDistrict() {
  const std::uint64_t before = putAside(bench_);
  auto device = bench_.device("V1");
  const service::Sender unknown{std::string(32, 'u'), {}, {}};
  const auto changes = visits(bench_, device, 3);
  // It has let the first one go, which the older ledger does not know.
  const service::HandedIn handed = handIn(bench_, unknown, device.replica_id, {changes[1], changes[2]});
  QVERIFY2(handed.stopped.ok(), handed.stopped.ToString().c_str());
  QCOMPARE(handed.last_sequence, 3U);
  QCOMPARE(putAside(bench_), before + 2);
}

void RestoreTest::onlyWhoIsNotWelcomeHandsIn() {
  const auto admit = [&](const std::string& fingerprint, bool revoked) {
    const auto snapshot = bench_.ledger().read();
    return service::admitSender((*snapshot)->registry(), bench_.writer().directory(), fingerprint, revoked,
                                bench_.clock().now());
  };
  service::DeviceRow row;
  row.fingerprint = std::string(32, 'd');
  row.replica_id = bench_.newId();
  row.district_id = bench_.districtId();
  row.worker_id = bench_.worker("V1");
  const auto keep = [&] {
    return bench_.writer().run([&](service::CommitWork& commit) { return commit.registry().putDevice(row); });
  };
  QVERIFY(keep().ok());
  QCOMPARE(admit(row.fingerprint, false).status().code(), absl::StatusCode::kPermissionDenied);
  row.revoked = true;
  QVERIFY(keep().ok());
  const auto revoked = admit(row.fingerprint, false);
  QVERIFY(revoked.ok() && revoked->reason.ok());
  QCOMPARE(revoked->sender.worker_id, row.worker_id);
  QCOMPARE(admit(std::string(32, 'n'), false)->reason.code(), absl::StatusCode::kUnauthenticated);
  QVERIFY(admit(std::string(32, 'n'), true)->reason.ok());
  row.revoked = false;
  row.worker_id = bench_.newId();
  QVERIFY(keep().ok());
  QCOMPARE(admit(row.fingerprint, false)->reason.code(), absl::StatusCode::kUnauthenticated);
}

// First the device's own edit, then somebody else's; then the first again, by a replica that cannot know.
void RestoreTest::anEditThatComesAgainUnderAnotherReplicaIsNoConflict() {
  DistrictBench bench;
  auto device = bench.device("V1");
  v1::Change edit;
  edit.set_id(bench.newId());
  edit.mutable_edit()->set_kind(v1::RECORD_KIND_ELDER);
  edit.mutable_edit()->set_record_id(bench.elder("E1"));
  edit.mutable_edit()->mutable_fields()->add_paths("phone");
  edit.mutable_edit()->mutable_values()->mutable_elder()->set_phone("1");
  *edit.mutable_edit()->mutable_base() = headOf(bench);
  const auto first = bench.push(device, {bench.encode(device, edit)});
  QCOMPARE(first.receipts[0].outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  auto supervisor = bench.device("S1");
  v1::Record before = bench.record(bench.elder("E1"));
  v1::Record after = before;
  after.mutable_elder()->set_phone("2");
  supervisor.base = bench.head();
  QCOMPARE(bench.pushEdit(supervisor, before, after).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  auto renewed = device;
  renewed.replica_id = bench.newId();
  renewed.sequence = 0;
  renewed.head = replication::chainStart();
  const auto head = bench.head();
  const auto again = bench.push(renewed, {bench.encode(renewed, edit)});
  QCOMPARE(again.receipts[0].outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(again.receipts[0].conflict_ids_size(), 0);
  QCOMPARE(bench.head(), head);
  QCOMPARE(bench.record(bench.elder("E1")).elder().phone(), std::string("2"));
}

// A tablet sends under another name what it may no longer read.
void RestoreTest::whatIsSealedWithinAChangeIsTakenAsWhatItWas() {
  DistrictBench bench;
  escrow::KeyPair keys = escrow::makeKeyPair();
  service::OwnIdentity identity;
  identity.bundle_public_key = keys.public_key;
  identity.bundle_secret_key = std::make_shared<const escrow::Secret>(std::move(keys.secret_key));
  auto before = bench.device("V1");
  const v1::Record visit = bench.visit("V1", "H1", "E1", bench.at(19, 9));
  const std::string first = bench.change(before, visit);
  const v1::Change within = *replication::decodeChange(first);
  auto renewed = before;
  renewed.replica_id = bench.newId();
  renewed.sequence = 0;
  renewed.head = replication::chainStart();
  v1::Change around;
  around.set_id(within.id());
  around.set_sealed(*replication::sealChange(first, keys.public_key));
  const std::string sent = bench.encode(renewed, around);
  const service::ArrivedChange arrived = service::arrived(sent, identity);
  QCOMPARE(arrived.hash, replication::sha256(sent));
  QCOMPARE(replication::encode(*arrived.change), arrived.encoded);
  QVERIFY(arrived.change->replica_id() == renewed.replica_id);
  QCOMPARE(replication::encode(arrived.change->create()), replication::encode(visit));
  service::BatchOutcome outcome;
  const absl::Status done = bench.writer().run([&](service::CommitWork& commit) -> absl::Status {
    service::Applier applier(commit.district(bench.districtId()), renewed.caller);
    auto applied = applier.applyBatch(std::span(&arrived, 1));
    outcome = *std::move(applied);
    return applier.finish();
  });
  QVERIFY(done.ok());
  QCOMPARE(outcome.receipts.at(0).outcome(), v1::RECEIPT_OUTCOME_APPLIED);
  QCOMPARE(replication::encode(bench.record(visit.visit().id())), replication::encode(visit));
  // What is not for us, or speaks of another change, is nobody's to read: it is put aside.
  QVERIFY(service::arrived(sent, service::OwnIdentity()).change->has_sealed());
  around.set_id(bench.newId());
  const std::string other = bench.encode(renewed, around);
  QVERIFY(service::arrived(other, identity).change->has_sealed());
  QCOMPARE(bench.push(renewed, {other}).receipts.at(0).outcome(), v1::RECEIPT_OUTCOME_QUARANTINED);
}

QTEST_GUILESS_MAIN(RestoreTest)
#include "restore_test.moc"
