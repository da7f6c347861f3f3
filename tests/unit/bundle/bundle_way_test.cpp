// Sealed files on their way: the service over loopback gRPC, locked profiles without their PINs, the desk's command.

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <atomic>
#include <future>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/shell/bundle_rounds.h"
#include "app/shell/entrance.h"
#include "doorstep/v1/sync.grpc.pb.h"
#include "sync/bundle/changes.h"
#include "sync/bundle/refusal.h"
#include "sync/care/calendar.h"
#include "sync/ctl/bundle_command.h"
#include "sync/ctl/bundle_words.h"
#include "sync/escrow/escrow.h"
#include "sync/outside/identifier.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/service/keys.h"
#include "tests/scenario/must.h"
#include "tests/support/fake_device_secret.h"
#include "tests/support/service_under_test.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using bundle::Refusal;
using tests::must;
using tests::patient;

namespace {

constexpr char kPin[] = "246802";
const std::string kCanary = "canary-visit-8c31 矿井里的金丝雀";

std::string name(Refusal why) {
  return std::string(bundle::nameOf(why));
}

std::string refusal(const absl::Status& status) {
  const auto why = bundle::refusalOf(status);
  return status.ok() ? "" : why.has_value() ? name(*why) : status.ToString();
}

// The files below a folder in which the canary stands.
QStringList canariesIn(const QString& folder) {
  QStringList found;
  QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (it.hasNext()) {
    QFile file(it.next());
    if (!file.open(QIODevice::ReadOnly) || file.readAll().contains("canary")) {
      found << file.fileName();
    }
  }
  return found;
}

}  // namespace

class BundleWayTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();

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
  void aStoreAsksForTheServicesKeyOnceAnOpening();

  void twoLockedProfilesAreSyncedAtTheDeskWithoutTheirPins();
  void theLockSendsWithTheProfilesOwnCertificate();
  void whatWaitsIsReplacedAndRemoved();
  void receiptsForSomebodyElseAreNotTaken();
  void theOperatorSendsAStick();
  void everyRefusalHasWords();

 private:
  // A device that speaks for itself: changes of its own making, as bytes.
  struct Speaker {
    tests::EnrolledDevice device;
    std::shared_ptr<grpc::Channel> channel;
    std::vector<std::string> changes;
    std::string head = replication::chainStart();
    std::shared_ptr<const escrow::KeyPair> reply = std::make_shared<const escrow::KeyPair>(escrow::makeKeyPair());
  };
  Speaker speaker(const std::string& staff_number, int visits);
  std::string visit(const Speaker& speaker) const;
  std::string idOf(v1::RecordKind kind, const std::string& key) const;
  std::string sealed(const Speaker& speaker, std::size_t from = 0) const;
  absl::StatusOr<std::string> bring(const Speaker& carrier, const std::string& file) const;
  std::vector<v1::Receipt> receiptsIn(const Speaker& speaker, const std::string& file) const;
  std::vector<v1::Receipt> push(const Speaker& speaker, std::size_t from, std::size_t count) const;
  std::uint64_t visitsOf(const std::string& elder) const;

  // A tablet with the app's own stores, unlocked by PIN.
  struct AppTablet {
    QTemporaryDir folder;
    vault::SystemDisk disk;
    tests::FakeDeviceSecret device;
    std::unique_ptr<shell::Entrance> entrance;
    std::string data() const { return folder.path().toStdString(); }
  };
  std::unique_ptr<AppTablet> appTablet();
  std::unique_ptr<shell::Tablet> enrolled(AppTablet& tablet, const std::string& staff_number);
  void record(shell::Tablet& tablet, const std::string& staff_number, int visits);
  std::uint64_t waitingOn(shell::Tablet& tablet);

  outside::SystemClock system_clock_;
  outside::SystemRandom random_;
  std::unique_ptr<tests::ServiceUnderTest> service_;
};

void BundleWayTest::initTestCase() {
  service_ = std::make_unique<tests::ServiceUnderTest>();
  service_->import({tests::areaRow(2, "220211", "", "district", "丰满区"),
                    tests::areaRow(3, "220211001", "220211", "subdistrict", "泰山街道"),
                    tests::areaRow(4, "220211001001", "220211001", "community", "甲社区")});
  v1::DistrictRules rules;
  *rules.mutable_go_live_on() = tests::date(2026, 10, 1);
  service_->setRules("220211", rules);
  service_->import({tests::areaRow(2, "220212", "", "district", "邻区")});
  service_->setRules("220212", rules);
  service_->import({tests::workerRow(2, "V1", v1::ROLE_VISITOR, {"220211001001"}),
                    tests::workerRow(3, "V2", v1::ROLE_VISITOR, {"220211001001"}),
                    tests::workerRow(4, "D1", v1::ROLE_DISTRICT_STAFF, {"220211"}),
                    tests::workerRow(5, "N1", v1::ROLE_VISITOR, {"220212"})});
  service_->import({tests::elderRow(2, "E1", "H1", "220211001001"), tests::elderRow(3, "E2", "H2", "220211001001")});
  service_->import({tests::assignmentRow(2, "V1", "H1"), tests::assignmentRow(3, "V2", "H2")});
}

std::string BundleWayTest::idOf(v1::RecordKind kind, const std::string& key) const {
  const auto snapshot = must(service_->ledger().read(), "read");
  for (const std::string& district : must(snapshot->registry().districts(), "districts")) {
    const auto ids = must(
        snapshot->district(district).findIds({service::Index::kNaturalKey, service::naturalKey(kind, key)}), "find");
    if (!ids.empty()) {
      return ids.front();
    }
  }
  return {};
}

std::uint64_t BundleWayTest::visitsOf(const std::string& elder) const {
  const auto snapshot = must(service_->ledger().read(), "read");
  const std::string id = idOf(v1::RECORD_KIND_ELDER, elder);
  std::uint64_t visits = 0;
  for (const std::string& district : must(snapshot->registry().districts(), "districts")) {
    visits += must(snapshot->district(district).findIds({service::Index::kVisitOfElder, id}), "find").size();
  }
  return visits;
}

std::string BundleWayTest::visit(const Speaker& speaker) const {
  outside::SystemRandom random;
  v1::Change change;
  change.set_id(random.bytes(16));
  change.set_replica_id(speaker.device.replica_id);
  change.set_sequence(speaker.changes.size() + 1);
  change.set_predecessor(speaker.head);
  change.set_worker_id(speaker.device.reply.worker_id());
  v1::Visit& visit = *change.mutable_create()->mutable_visit();
  visit.set_id(random.bytes(16));
  visit.set_household_id(idOf(v1::RECORD_KIND_HOUSEHOLD, "H1"));
  v1::VisitContact& contact = *visit.add_contacts();
  contact.set_elder_id(idOf(v1::RECORD_KIND_ELDER, "E1"));
  contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
  contact.set_outcome(v1::CONTACT_OUTCOME_SEEN);
  visit.add_worker_ids(change.worker_id());
  visit.set_recorded_by(change.worker_id());
  const absl::Time starts = service_->clock().now() - absl::Hours(20);
  *visit.mutable_started_at() = care::toTimestamp(starts);
  *visit.mutable_ended_at() = care::toTimestamp(starts + absl::Minutes(30));
  visit.set_zone("Asia/Shanghai");
  visit.set_precision(v1::PRECISION_EXACT);
  visit.set_source(v1::VISIT_SOURCE_TABLET);
  visit.set_note(kCanary);
  *change.mutable_stamp()->mutable_wall_at() = visit.ended_at();
  change.mutable_stamp()->set_offset_known(true);
  return replication::encode(change);
}

BundleWayTest::Speaker BundleWayTest::speaker(const std::string& staff_number, int visits) {
  Speaker speaker;
  speaker.device = service_->enrolWorker(staff_number);
  speaker.channel = service_->channel(speaker.device);
  for (int at = 0; at < visits; ++at) {
    speaker.changes.push_back(visit(speaker));
    speaker.head = replication::sha256(speaker.changes.back());
  }
  return speaker;
}

std::string BundleWayTest::sealed(const Speaker& speaker, std::size_t from) const {
  outside::SystemRandom random;
  const bundle::Writing writing{random.bytes(16), speaker.device.reply.district_id(), speaker.device.replica_id,
                                "tablet 3", service_->clock().now()};
  return must(bundle::sealChanges(writing, from + 1, std::span(speaker.changes).subspan(from),
                                  speaker.reply->public_key, speaker.device.reply.bundle_key(),
                                  {speaker.device.identity.certificate, speaker.device.identity.private_key}),
              "seal");
}

absl::StatusOr<std::string> BundleWayTest::bring(const Speaker& carrier, const std::string& file) const {
  const auto stub = v1::Sync::NewStub(carrier.channel);
  grpc::ClientContext context;
  patient(context);
  const auto stream = stub->TakeBundle(&context);
  v1::BundlePart part;
  bool open = true;
  for (std::size_t at = 0; open && at < file.size(); at += 100'000) {
    part.set_content(file.substr(at, 100'000));
    open = stream->Write(part);
  }
  stream->WritesDone();
  std::string answer;
  while (stream->Read(&part)) {
    answer.append(part.content());
  }
  const grpc::Status status = stream->Finish();
  return status.ok() ? absl::StatusOr<std::string>(answer)
                     : absl::Status(static_cast<absl::StatusCode>(status.error_code()), status.error_message());
}

std::vector<v1::Receipt> BundleWayTest::receiptsIn(const Speaker& speaker, const std::string& file) const {
  const auto envelope = must(bundle::read(file), "read the receipts");
  return must(bundle::openReceipts(envelope, speaker.reply->secret_key, speaker.device.identity.authority),
              "open the receipts")
      .receipts;
}

std::vector<v1::Receipt> BundleWayTest::push(const Speaker& speaker, std::size_t from, std::size_t count) const {
  const auto stub = v1::Sync::NewStub(speaker.channel);
  grpc::ClientContext context;
  patient(context);
  const auto stream = stub->Push(&context);
  v1::PushRequest request;
  for (std::size_t at = from; at < from + count; ++at) {
    request.add_changes(speaker.changes[at]);
  }
  stream->Write(request);
  stream->WritesDone();
  v1::PushReply reply;
  const bool answered = stream->Read(&reply);
  return answered ? std::vector<v1::Receipt>(reply.receipts().begin(), reply.receipts().end())
                  : std::vector<v1::Receipt>();
}

void BundleWayTest::aBundleGivesWhatAPushWouldGive() {
  const Speaker device = speaker("V1", 5);
  const std::uint64_t before = visitsOf("E1");
  const auto answer = bring(device, sealed(device));
  QCOMPARE(refusal(answer.status()), std::string());
  QCOMPARE(visitsOf("E1"), before + 5);
  const auto receipts = receiptsIn(device, *answer);
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
  QCOMPARE(service_->recount().differences_size(), 0);
}

void BundleWayTest::aReplayedBundleGivesTheSameReceipts() {
  const Speaker device = speaker("V1", 4);
  const std::string file = sealed(device);
  const auto first = bring(device, file);
  const std::uint64_t visits = visitsOf("E1");
  const auto again = bring(device, file);
  QCOMPARE(refusal(again.status()), std::string());
  QCOMPARE(visitsOf("E1"), visits);
  QCOMPARE(bundle::peek(*again)->known_before(), 4U);
  QCOMPARE(bundle::peek(*again)->taken(), 0U);
  const auto left = receiptsIn(device, *first);
  const auto right = receiptsIn(device, *again);
  QCOMPARE(left.size(), right.size());
  for (std::size_t at = 0; at < left.size(); ++at) {
    QCOMPARE(left[at].SerializeAsString(), right[at].SerializeAsString());
  }
}

void BundleWayTest::aBundleAndAPushGiveEachChangeOnce_data() {
  QTest::addColumn<bool>("bundle_first");
  QTest::newRow("the bundle first") << true;
  QTest::newRow("the push first") << false;
}

void BundleWayTest::aBundleAndAPushGiveEachChangeOnce() {
  QFETCH(bool, bundle_first);
  const Speaker device = speaker("V1", 6);
  const std::uint64_t before = visitsOf("E1");
  const std::string file = sealed(device);
  std::vector<v1::Receipt> pushed;
  std::vector<v1::Receipt> carried;
  if (bundle_first) {
    carried = receiptsIn(device, must(bring(device, file), "bring"));
    pushed = push(device, 0, 6);
  } else {
    pushed = push(device, 0, 4);  // the line broke behind it
    carried = receiptsIn(device, must(bring(device, file), "bring"));
  }
  QCOMPARE(visitsOf("E1"), before + 6);
  QCOMPARE(carried.size(), std::size_t{6});
  QVERIFY(!pushed.empty());
  for (std::size_t at = 0; at < pushed.size(); ++at) {
    QCOMPARE(pushed[at].SerializeAsString(), carried[at].SerializeAsString());
  }
}

void BundleWayTest::whatCannotBeReadIsPutAsideAndBlocksNothing() {
  Speaker device = speaker("V1", 2);
  device.changes.emplace_back("no change at all");
  device.head = replication::sha256(device.changes.back());
  device.changes.push_back(visit(device));
  const std::uint64_t before = visitsOf("E1");
  const auto answer = bring(device, sealed(device));
  QCOMPARE(refusal(answer.status()), std::string());
  QCOMPARE(visitsOf("E1"), before + 3);
  QCOMPARE(bundle::peek(*answer)->put_aside(), 1U);
  QCOMPARE(int{receiptsIn(device, *answer)[2].outcome()}, int{v1::RECEIPT_OUTCOME_QUARANTINED});
}

void BundleWayTest::anotherDeviceMayBringIt() {
  const Speaker device = speaker("V1", 3);
  const Speaker carrier = speaker("D1", 0);
  const auto answer = bring(carrier, sealed(device));
  QCOMPARE(refusal(answer.status()), std::string());
  QCOMPARE(bundle::peek(*answer)->taken(), 3U);
  // Sealed to who wrote, not to who carried.
  const auto envelope = bundle::read(*answer);
  QVERIFY(!bundle::openReceipts(*envelope, carrier.reply->secret_key, carrier.device.identity.authority).ok());
}

void BundleWayTest::whatIsRefusedLeavesNothing_data() {
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

void BundleWayTest::whatIsRefusedLeavesNothing() {
  QFETCH(Refusal, why);
  Speaker device = speaker("V1", 3);
  const Speaker other = speaker("V2", 0);
  std::string file = sealed(device);
  Speaker carrier = device;
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
      file = sealed(device);
      break;
    case Refusal::kOtherDistrict:
      carrier = speaker("N1", 0);
      break;
    case Refusal::kGap:
      file = sealed(device, 1);
      break;
    case Refusal::kForked: {
      Speaker double_of = device;
      must(bring(device, file).status(), "bring");
      double_of.changes.clear();
      double_of.head = replication::chainStart();
      double_of.changes.push_back(visit(double_of));
      file = sealed(double_of);
      break;
    }
    case Refusal::kOtherReplica:
      device.device.identity = other.device.identity;
      file = sealed(device);
      break;
    default:
      file = must(bring(device, file), "bring");
      break;
  }
  const std::uint64_t before = visitsOf("E1");
  QCOMPARE(refusal(bring(carrier, file).status()), name(why));
  QCOMPARE(visitsOf("E1"), before);
}

void BundleWayTest::aRevokedDevicesBundleIsPutAside() {
  const Speaker device = speaker("V1", 3);
  const Speaker carrier = speaker("D1", 0);
  const std::string file = sealed(device);
  service_->revoke(replication::sha256(device.device.identity.certificate));
  const std::uint64_t before = visitsOf("E1");
  const auto answer = bring(carrier, file);
  QCOMPARE(refusal(answer.status()), std::string());
  QCOMPARE(bundle::peek(*answer)->put_aside(), 3U);
  QVERIFY(receiptsIn(device, *answer).empty());  // it is told nothing
  QCOMPARE(visitsOf("E1"), before);
  QCOMPARE(bundle::peek(*bring(carrier, file))->known_before(), 3U);
  QVERIFY(!bring(device, file).ok());  // it may not even bring one
}

void BundleWayTest::tooManyBytesAreRefused() {
  const Speaker device = speaker("V1", 1);
  QCOMPARE(refusal(bring(device, sealed(device) + std::string(bundle::kLargestFile, 'x')).status()),
           name(Refusal::kTooLarge));
}

void BundleWayTest::theHelloGivesTheServicesKey() {
  const Speaker device = speaker("V1", 0);
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

void BundleWayTest::aStoreAsksForTheServicesKeyOnceAnOpening() {
  QTemporaryDir folder;
  const escrow::Secret key = escrow::Secret::random();
  const store::StoreFile file{folder.filePath("store.db").toStdString(), sqlite::Key(key.bytes()), {}};
  std::string own;
  for (int opening = 0; opening < 2; ++opening) {
    const auto store = must(store::Store::open(file, system_clock_, random_), "open");
    const std::string asked = must(store->state(), "state").reply_key;
    QCOMPARE(asked.size(), escrow::kPublicKeySize);
    QVERIFY(own.empty() || asked == own);  // made once
    own = asked;
    v1::HelloReply reply;
    must(store->keepHello(reply, absl::ZeroDuration()), "a service that has none");
    QCOMPARE(must(store->state(), "state").reply_key, own);
    reply.set_bundle_key(escrow::makeKeyPair().public_key);
    must(store->keepHello(reply, absl::ZeroDuration()), "keep");
    QVERIFY(must(store->state(), "state").reply_key.empty());
  }
}

std::unique_ptr<BundleWayTest::AppTablet> BundleWayTest::appTablet() {
  auto tablet = std::make_unique<AppTablet>();
  tablet->entrance = std::make_unique<shell::Entrance>(
      tablet->data(), shell::Entrance::Outside{service_->clock(), random_, tablet->disk, tablet->device});
  return tablet;
}

std::unique_ptr<shell::Tablet> BundleWayTest::enrolled(AppTablet& tablet, const std::string& staff_number) {
  bool asked = false;
  return must(tablet.entrance->enrol(
                  {service_->enrolmentAddress(), service_->issueCode(staff_number), "tablet 7", kPin, staff_number},
                  asked),
              "enrol")
      .tablet;
}

void BundleWayTest::record(shell::Tablet& tablet, const std::string& staff_number, int visits) {
  const bool first = staff_number == "V1";
  for (int at = 0; at < visits; ++at) {
    v1::VisitDraft draft;
    v1::Visit& visit = *draft.mutable_visit();
    visit.set_id(tablet.identifiers().next());
    visit.set_household_id(idOf(v1::RECORD_KIND_HOUSEHOLD, first ? "H1" : "H2"));
    v1::VisitContact& contact = *visit.add_contacts();
    contact.set_elder_id(idOf(v1::RECORD_KIND_ELDER, first ? "E1" : "E2"));
    contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
    contact.set_outcome(v1::CONTACT_OUTCOME_SEEN);
    const std::string worker = idOf(v1::RECORD_KIND_WORKER, staff_number);
    visit.add_worker_ids(worker);
    visit.set_recorded_by(worker);
    *visit.mutable_started_at() = care::toTimestamp(service_->clock().now() - absl::Minutes(20));
    *visit.mutable_ended_at() = care::toTimestamp(service_->clock().now());
    visit.set_zone("Asia/Shanghai");
    visit.set_precision(v1::PRECISION_EXACT);
    visit.set_source(v1::VISIT_SOURCE_TABLET);
    visit.set_note(kCanary);
    std::promise<absl::StatusOr<store::SaveResult>> saved;
    tablet.writerExecutor().post([&] { saved.set_value(tablet.recorder().saveVisit(draft)); });
    const store::SaveResult result = must(saved.get_future().get(), "save");
    must(result.problems.empty() ? absl::OkStatus() : absl::InvalidArgumentError(result.problems[0].DebugString()),
         "save");
  }
}

std::uint64_t BundleWayTest::waitingOn(shell::Tablet& tablet) {
  std::promise<absl::StatusOr<store::SyncOverview>> overview;
  tablet.queryExecutor().post([&] { overview.set_value(tablet.queries().syncOverview()); });
  return must(overview.get_future().get(), "overview").waiting_changes;
}

void BundleWayTest::twoLockedProfilesAreSyncedAtTheDeskWithoutTheirPins() {
  const auto tablet = appTablet();
  for (const char* person : {"V1", "V2"}) {
    const auto open = enrolled(*tablet, person);
    record(*open, person, person[1] - '0');
    QVERIFY(waitingOn(*open) >= std::uint64_t(person[1] - '0'));
  }  // locked, both
  const std::uint64_t first = visitsOf("E1");
  const std::uint64_t second = visitsOf("E2");
  auto pending = shell::pendingBundles(*tablet->entrance);
  QCOMPARE(pending.size(), std::size_t{2});
  QCOMPARE(canariesIn(tablet->folder.path()), QStringList());

  QTemporaryDir stick;
  QCOMPARE(must(shell::copyPending(pending, stick.path().toStdString(), tablet->disk), "copy"), std::size_t{2});
  QCOMPARE(canariesIn(stick.path()), QStringList());
  QCOMPARE(QDir(stick.path()).entryList({"*.bundle"}, QDir::Files).size(), 2);

  // The desk, with its own certificate.
  const auto desk = appTablet();
  enrolled(*desk, "D1").reset();
  const auto carrier = must(shell::carrierOf(*desk->entrance, *desk->entrance->chosenFolder()), "carrier");
  const auto carried = shell::carryFrom(stick.path().toStdString(), carrier, desk->disk);
  QCOMPARE(carried.size(), std::size_t{2});
  for (const shell::CarriedBundle& one : carried) {
    QCOMPARE(refusal(one.status), std::string());
    QVERIFY(one.receipts.taken() > 0);
    QCOMPARE(one.bundle.device_name(), std::string("tablet 7"));
  }
  QCOMPARE(visitsOf("E1"), first + 1);
  QCOMPARE(visitsOf("E2"), second + 2);
  QVERIFY(shell::carryFrom(stick.path().toStdString(), carrier, desk->disk).empty());  // the receipts lie beside

  const QStringList receipts = QDir(stick.path()).entryList({"*.receipts"}, QDir::Files);
  QCOMPARE(receipts.size(), 2);
  for (const QString& file : receipts) {
    QCOMPARE(refusal(shell::leaveReceipts(*tablet->entrance, stick.filePath(file).toStdString()).status),
             std::string());
  }
  QVERIFY(shell::pendingBundles(*tablet->entrance).empty());
  for (const char* person : {"V1", "V2"}) {
    QVERIFY(tablet->entrance->choose(person));
    const auto entered = must(tablet->entrance->unlock(kPin), "unlock");
    QCOMPARE(waitingOn(*entered.tablet), std::uint64_t{0});
  }
  QVERIFY(shell::pendingBundles(*tablet->entrance).empty());
  QCOMPARE(service_->recount().differences_size(), 0);
}

void BundleWayTest::theLockSendsWithTheProfilesOwnCertificate() {
  const auto tablet = appTablet();
  record(*enrolled(*tablet, "V1"), "V1", 3);
  const auto pending = shell::pendingBundles(*tablet->entrance);
  QCOMPARE(pending.size(), std::size_t{1});
  auto carrier = must(shell::carrierOf(*tablet->entrance, pending[0].profile), "carrier");
  const std::string address = carrier.address;
  carrier.address = "127.0.0.1:1";  // nobody answers: everything stays
  QVERIFY(absl::IsUnavailable(shell::sendPending(pending[0], carrier, tablet->disk).status));
  QCOMPARE(shell::pendingBundles(*tablet->entrance).size(), std::size_t{1});
  carrier.address = address;
  const std::uint64_t before = visitsOf("E1");
  const auto sent = shell::sendPending(pending[0], carrier, tablet->disk);
  QCOMPARE(refusal(sent.status), std::string());
  QCOMPARE(visitsOf("E1"), before + 3);
  QVERIFY(shell::pendingBundles(*tablet->entrance).empty());
  const auto entered = must(tablet->entrance->unlock(kPin), "unlock");
  QCOMPARE(waitingOn(*entered.tablet), std::uint64_t{0});
  QVERIFY(!QFile::exists(QString::fromStdString(pending[0].profile.receipts())));
}

void BundleWayTest::whatWaitsIsReplacedAndRemoved() {
  const auto tablet = appTablet();
  auto open = enrolled(*tablet, "V1");
  open.reset();
  QVERIFY(shell::pendingBundles(*tablet->entrance).empty());  // nothing waits
  open = must(tablet->entrance->unlock(kPin), "unlock").tablet;
  record(*open, "V1", 1);
  open.reset();
  const auto first = shell::pendingBundles(*tablet->entrance);
  open = must(tablet->entrance->unlock(kPin), "unlock").tablet;
  record(*open, "V1", 2);
  open.reset();
  const auto second = shell::pendingBundles(*tablet->entrance);
  QCOMPARE(second[0].manifest.first_sequence(), first[0].manifest.first_sequence());
  QVERIFY(second[0].manifest.last_sequence() > first[0].manifest.last_sequence());
  QCOMPARE(QDir(QString::fromStdString(second[0].profile.path)).entryList({"pending*"}).size(), 1);
}

void BundleWayTest::receiptsForSomebodyElseAreNotTaken() {
  const auto tablet = appTablet();
  const auto open = enrolled(*tablet, "V1");
  record(*open, "V1", 1);
  const auto taken = [&open](std::string file) {
    std::promise<absl::StatusOr<std::uint64_t>> answer;
    open->takeReceipts(std::move(file),
                       [&answer](absl::StatusOr<std::uint64_t> count) { answer.set_value(std::move(count)); });
    return answer.get_future().get();
  };
  const Speaker other = speaker("V1", 2);
  const std::string foreign = must(bring(other, sealed(other)), "bring");
  QCOMPARE(refusal(taken(foreign).status()), name(Refusal::kOtherReplica));
  QCOMPARE(refusal(taken(sealed(other)).status()), name(Refusal::kWrongKind));
  QCOMPARE(refusal(taken("x").status()), name(Refusal::kNotABundle));
  std::promise<absl::StatusOr<std::optional<store::WaitingBundle>>> waiting;
  open->sealWaiting(
      [&](absl::StatusOr<std::optional<store::WaitingBundle>> bundle) { waiting.set_value(std::move(bundle)); });
  const auto own = must(waiting.get_future().get(), "seal");
  QCOMPARE(own->changes, waitingOn(*open));
  const std::string receipts = must(bring(other, own->file), "bring");
  for (std::size_t at = 20; at < receipts.size(); at += 97) {
    std::string spoilt = receipts;
    spoilt[at] = static_cast<char>(spoilt[at] ^ 4);
    QVERIFY(bundle::refusalOf(taken(spoilt).status()).has_value());
  }
  QCOMPARE(waitingOn(*open), own->changes);
  QCOMPARE(must(taken(receipts), "take"), own->changes);
  QCOMPARE(waitingOn(*open), std::uint64_t{0});
  QCOMPARE(must(taken(receipts), "take"), std::uint64_t{0});  // harmless
}

void BundleWayTest::theOperatorSendsAStick() {
  const Speaker device = speaker("V1", 4);
  const Speaker other = speaker("V2", 0);
  QTemporaryDir stick;
  const auto put = [&stick](const QString& name, const std::string& bytes) {
    QFile file(stick.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes.data(), static_cast<qint64>(bytes.size()));
  };
  const std::string file = sealed(device);
  put("a.bundle", file);
  put("b.bundle", file.substr(0, file.size() - 5));
  std::ostringstream out;
  std::ostringstream err;
  std::atomic<bool> interrupted = false;
  const ctl::Console console{out, err, ctl::Language::kEnglish, interrupted};
  ctl::ConnectionOptions connection;
  connection.address = service_->syncAddress();
  connection.credentials = service_->folder() + "/operator.pem";
  const ctl::BundleOptions folder{{stick.path().toStdString()}, true};
  QCOMPARE(ctl::bundleSendCommand(console, connection, folder), ctl::kExitSomeRefused);
  const auto json = nlohmann::json::parse(out.str());
  QCOMPARE(json.size(), std::size_t{2});
  QCOMPARE(json[0]["taken"].get<int>(), 4);
  QCOMPARE(json[0]["device"].get<std::string>(), std::string("tablet"));
  QCOMPARE(json[1]["refused"].get<std::string>(), name(Refusal::kTruncated));
  QVERIFY(QFile::exists(stick.filePath("a.receipts")));
  QVERIFY(!QFile::exists(stick.filePath("b.receipts")));

  out.str("");
  QCOMPARE(ctl::bundleInspectCommand(console, folder), ctl::kExitInput);
  const auto seen = nlohmann::json::parse(out.str());
  QCOMPARE(seen[0]["kind"].get<std::string>(), std::string("changes"));
  QCOMPARE(seen[0]["last_sequence"].get<int>(), 4);
  QCOMPARE(seen[1]["refused"].get<std::string>(), name(Refusal::kTruncated));

  out.str("");
  const ctl::BundleOptions one{{stick.filePath("a.bundle").toStdString()}, false};
  QCOMPARE(ctl::bundleSendCommand(console, connection, one), ctl::kExitDone);
  QVERIFY(QString::fromStdString(out.str()).contains("known before 4"));
  QTemporaryDir empty;
  QCOMPARE(ctl::bundleSendCommand(console, connection, {{empty.path().toStdString()}, false}), ctl::kExitInput);
}

void BundleWayTest::everyRefusalHasWords() {
  for (int at = 0; at <= static_cast<int>(bundle::kLastRefusal); ++at) {
    const auto why = static_cast<Refusal>(at);
    const QString zh = QString::fromStdString(ctl::wordsOf(why, ctl::Language::kChinese));
    const QString en = QString::fromStdString(ctl::wordsOf(why, ctl::Language::kEnglish));
    QCOMPARE(zh.count(QString("。")), 3);
    QVERIFY2(en.count(". ") == 2 && en.endsWith('.'), qPrintable(en));
  }
}

QTEST_GUILESS_MAIN(BundleWayTest)
#include "bundle_way_test.moc"
