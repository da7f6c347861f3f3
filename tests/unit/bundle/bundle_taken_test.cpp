// Sealed files and the service, over loopback gRPC: taken once, or refused with a reason.

#include <QtTest>

#include "tests/unit/bundle/bundle_district.h"

using namespace doorstep;
using bundle::Refusal;
using tests::must;
using tests::name;
using tests::patient;
using tests::refusal;

class BundleTakenTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { district_ = std::make_unique<tests::BundleDistrict>(); }
  void aBundleGivesWhatAPushWouldGive();
  void aReplayedBundleGivesTheSameReceipts();
  void aBundleAndAPushGiveEachChangeOnce_data();
  void aBundleAndAPushGiveEachChangeOnce();
  void whatCannotBeReadIsPutAsideAndBlocksNothing();
  void anotherDeviceMayBringIt();
  void whatIsRefusedLeavesNothing_data();
  void whatIsRefusedLeavesNothing();
  void aRevokedDevicesBundleIsPutAside();
  void tooManyBytesAreRefused();
  void theHelloGivesTheServicesKey();

 private:
  std::unique_ptr<tests::BundleDistrict> district_;
};

void BundleTakenTest::aBundleGivesWhatAPushWouldGive() {
  const tests::Speaker device = district_->speaker("V1", 5);
  const std::uint64_t before = district_->visitsOf("E1");
  const auto answer = district_->bring(device, district_->sealed(device));
  QCOMPARE(refusal(answer.status()), std::string());
  QCOMPARE(district_->visitsOf("E1"), before + 5);
  const auto receipts = district_->receiptsIn(device, *answer);
  QCOMPARE(receipts.size(), std::size_t{5});
  for (std::size_t at = 0; at < receipts.size(); ++at) {
    QCOMPARE(receipts[at].sequence(), at + 1);
    QCOMPARE(int{receipts[at].outcome()}, int{v1::RECEIPT_OUTCOME_APPLIED});
  }
  const auto manifest = bundle::peek(*answer);
  QCOMPARE(manifest->taken(), 5U);
  QCOMPARE(manifest->put_aside(), 0U);
  QCOMPARE(manifest->known_before(), 0U);
  QCOMPARE(manifest->device_name(), std::string("tablet"));  // as enrolled, whatever the file says
  QCOMPARE(district_->service().recount().differences_size(), 0);
}

void BundleTakenTest::aReplayedBundleGivesTheSameReceipts() {
  const tests::Speaker device = district_->speaker("V1", 4);
  const std::string file = district_->sealed(device);
  const auto first = district_->bring(device, file);
  const std::uint64_t visits = district_->visitsOf("E1");
  const auto again = district_->bring(device, file);
  QCOMPARE(refusal(again.status()), std::string());
  QCOMPARE(district_->visitsOf("E1"), visits);
  QCOMPARE(bundle::peek(*again)->known_before(), 4U);
  QCOMPARE(bundle::peek(*again)->taken(), 0U);
  const auto left = district_->receiptsIn(device, *first);
  const auto right = district_->receiptsIn(device, *again);
  QCOMPARE(left.size(), right.size());
  for (std::size_t at = 0; at < left.size(); ++at) {
    QCOMPARE(left[at].SerializeAsString(), right[at].SerializeAsString());
  }
}

void BundleTakenTest::aBundleAndAPushGiveEachChangeOnce_data() {
  QTest::addColumn<bool>("bundle_first");
  QTest::newRow("the bundle first") << true;
  QTest::newRow("the push first") << false;
}

void BundleTakenTest::aBundleAndAPushGiveEachChangeOnce() {
  QFETCH(bool, bundle_first);
  const tests::Speaker device = district_->speaker("V1", 6);
  const std::uint64_t before = district_->visitsOf("E1");
  const std::string file = district_->sealed(device);
  std::vector<v1::Receipt> pushed;
  std::vector<v1::Receipt> carried;
  if (bundle_first) {
    carried = district_->receiptsIn(device, must(district_->bring(device, file), "bring"));
    pushed = district_->push(device, 0, 6);
  } else {
    pushed = district_->push(device, 0, 4);  // the line broke behind it
    carried = district_->receiptsIn(device, must(district_->bring(device, file), "bring"));
  }
  QCOMPARE(district_->visitsOf("E1"), before + 6);
  QCOMPARE(carried.size(), std::size_t{6});
  QVERIFY(!pushed.empty());
  for (std::size_t at = 0; at < pushed.size(); ++at) {
    QCOMPARE(pushed[at].SerializeAsString(), carried[at].SerializeAsString());
  }
}

void BundleTakenTest::whatCannotBeReadIsPutAsideAndBlocksNothing() {
  tests::Speaker device = district_->speaker("V1", 2);
  device.changes.emplace_back("no change at all");
  device.head = replication::sha256(device.changes.back());
  device.changes.push_back(district_->visit(device));
  const std::uint64_t before = district_->visitsOf("E1");
  const auto answer = district_->bring(device, district_->sealed(device));
  QCOMPARE(refusal(answer.status()), std::string());
  QCOMPARE(district_->visitsOf("E1"), before + 3);
  QCOMPARE(bundle::peek(*answer)->put_aside(), 1U);
  QCOMPARE(int{district_->receiptsIn(device, *answer)[2].outcome()}, int{v1::RECEIPT_OUTCOME_QUARANTINED});
}

void BundleTakenTest::anotherDeviceMayBringIt() {
  const tests::Speaker device = district_->speaker("V1", 3);
  const tests::Speaker carrier = district_->speaker("D1", 0);
  const auto answer = district_->bring(carrier, district_->sealed(device));
  QCOMPARE(refusal(answer.status()), std::string());
  QCOMPARE(bundle::peek(*answer)->taken(), 3U);
  // Sealed to who wrote, not to who carried.
  const auto envelope = bundle::read(*answer);
  QVERIFY(!bundle::openReceipts(*envelope, carrier.reply->secret_key, carrier.device.identity.authority).ok());
}

void BundleTakenTest::whatIsRefusedLeavesNothing_data() {
  QTest::addColumn<Refusal>("why");
  QTest::newRow("another file") << Refusal::kNotABundle;
  QTest::newRow("cut off") << Refusal::kTruncated;
  QTest::newRow("a byte changed") << Refusal::kChanged;
  QTest::newRow("sealed to another service") << Refusal::kOtherService;
  QTest::newRow("of another district") << Refusal::kOtherDistrict;
  QTest::newRow("an earlier one is missing") << Refusal::kGap;
  QTest::newRow("other changes in their place") << Refusal::kForked;
  QTest::newRow("somebody else's replica") << Refusal::kOtherReplica;
  QTest::newRow("receipts") << Refusal::kWrongKind;
}

void BundleTakenTest::whatIsRefusedLeavesNothing() {
  QFETCH(Refusal, why);
  tests::Speaker device = district_->speaker("V1", 3);
  const tests::Speaker other = district_->speaker("V2", 0);
  std::string file = district_->sealed(device);
  tests::Speaker carrier = device;
  switch (why) {
    case Refusal::kNotABundle:
      file = "file_number,name\n";
      break;
    case Refusal::kTruncated:
      file.resize(file.size() - 40);
      break;
    case Refusal::kChanged:
      file[file.size() - 10] = static_cast<char>(file[file.size() - 10] ^ 1);
      break;
    case Refusal::kOtherService:
      device.device.reply.set_bundle_key(escrow::makeKeyPair().public_key);
      file = district_->sealed(device);
      break;
    case Refusal::kOtherDistrict:
      carrier = district_->speaker("N1", 0);
      break;
    case Refusal::kGap:
      file = district_->sealed(device, 1);
      break;
    case Refusal::kForked: {
      tests::Speaker double_of = device;
      must(district_->bring(device, file).status(), "bring");
      double_of.changes.clear();
      double_of.head = replication::chainStart();
      double_of.changes.push_back(district_->visit(double_of));
      file = district_->sealed(double_of);
      break;
    }
    case Refusal::kOtherReplica:
      device.device.identity = other.device.identity;
      file = district_->sealed(device);
      break;
    default:
      file = must(district_->bring(device, file), "bring");
      break;
  }
  const std::uint64_t before = district_->visitsOf("E1");
  QCOMPARE(refusal(district_->bring(carrier, file).status()), name(why));
  QCOMPARE(district_->visitsOf("E1"), before);
}

void BundleTakenTest::aRevokedDevicesBundleIsPutAside() {
  const tests::Speaker device = district_->speaker("V1", 3);
  const tests::Speaker carrier = district_->speaker("D1", 0);
  const std::string file = district_->sealed(device);
  district_->service().revoke(replication::sha256(device.device.identity.certificate));
  const std::uint64_t before = district_->visitsOf("E1");
  // Behind a receipt that this ledger no longer knows of: the device itself hands in from there.
  QCOMPARE(refusal(district_->bring(carrier, district_->sealed(device, 1)).status()), name(Refusal::kGap));
  const auto answer = district_->bring(carrier, file);
  QCOMPARE(refusal(answer.status()), std::string());
  QCOMPARE(bundle::peek(*answer)->put_aside(), 3U);
  QVERIFY(district_->receiptsIn(device, *answer).empty());  // it is told nothing
  QCOMPARE(district_->visitsOf("E1"), before);
  QCOMPARE(bundle::peek(*district_->bring(carrier, file))->known_before(), 3U);
  QVERIFY(!district_->bring(device, file).ok());  // it may not even bring one
}

void BundleTakenTest::tooManyBytesAreRefused() {
  const tests::Speaker device = district_->speaker("V1", 1);
  QCOMPARE(
      refusal(district_->bring(device, district_->sealed(device) + std::string(bundle::kLargestFile, 'x')).status()),
      name(Refusal::kTooLarge));
}

void BundleTakenTest::theHelloGivesTheServicesKey() {
  const tests::Speaker device = district_->speaker("V1", 0);
  const auto stub = v1::Sync::NewStub(device.channel);
  v1::HelloRequest request;
  request.set_protocol_version(1);
  request.set_replica_id(device.device.replica_id);
  request.set_chain_head(replication::chainStart());
  for (const bool asks : {false, true}) {
    grpc::ClientContext context;
    patient(context);
    request.set_reply_key(asks ? device.reply->public_key : "");
    v1::HelloReply reply;
    QVERIFY(stub->Hello(&context, request, &reply).ok());
    QCOMPARE(reply.bundle_key(), asks ? device.device.reply.bundle_key() : std::string());
  }
}

QTEST_GUILESS_MAIN(BundleTakenTest)
#include "bundle_taken_test.moc"
