// Sealed files on their way: locked profiles without their PINs, sticks, the desk's command.

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
#include "sync/ctl/bundle_command.h"
#include "sync/ctl/bundle_words.h"
#include "tests/support/fake_device_secret.h"
#include "tests/unit/bundle/bundle_district.h"

using namespace doorstep;
using bundle::Refusal;
using tests::kCanary;
using tests::must;
using tests::name;
using tests::refusal;

namespace {

constexpr char kPin[] = "246802";
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
  void initTestCase() { district_ = std::make_unique<tests::BundleDistrict>(); }

  void aStoreAsksForTheServicesKeyOnceAnOpening();

  void twoLockedProfilesAreSyncedAtTheDeskWithoutTheirPins();
  void theLockSendsWithTheProfilesOwnCertificate();
  void whatWaitsIsReplacedAndRemoved();
  void receiptsForSomebodyElseAreNotTaken();
  void theOperatorSendsAStick();
  void everyRefusalHasWords();

 private:
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
  std::unique_ptr<tests::BundleDistrict> district_;
};

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
      tablet->data(), shell::Entrance::Outside{district_->service().clock(), random_, tablet->disk, tablet->device});
  return tablet;
}

std::unique_ptr<shell::Tablet> BundleWayTest::enrolled(AppTablet& tablet, const std::string& staff_number) {
  bool asked = false;
  return must(tablet.entrance->enrol({district_->service().enrolmentAddress(),
                                      district_->service().issueCode(staff_number), "tablet 7", kPin, staff_number},
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
    visit.set_household_id(district_->idOf(v1::RECORD_KIND_HOUSEHOLD, first ? "H1" : "H2"));
    v1::VisitContact& contact = *visit.add_contacts();
    contact.set_elder_id(district_->idOf(v1::RECORD_KIND_ELDER, first ? "E1" : "E2"));
    contact.set_mode(v1::CONTACT_MODE_IN_PERSON);
    contact.set_outcome(v1::CONTACT_OUTCOME_SEEN);
    const std::string worker = district_->idOf(v1::RECORD_KIND_WORKER, staff_number);
    visit.add_worker_ids(worker);
    visit.set_recorded_by(worker);
    *visit.mutable_started_at() = care::toTimestamp(district_->service().clock().now() - absl::Minutes(20));
    *visit.mutable_ended_at() = care::toTimestamp(district_->service().clock().now());
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
  const std::uint64_t first = district_->visitsOf("E1");
  const std::uint64_t second = district_->visitsOf("E2");
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
  QCOMPARE(district_->visitsOf("E1"), first + 1);
  QCOMPARE(district_->visitsOf("E2"), second + 2);
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
  QCOMPARE(district_->service().recount().differences_size(), 0);
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
  const std::uint64_t before = district_->visitsOf("E1");
  const auto sent = shell::sendPending(pending[0], carrier, tablet->disk);
  QCOMPARE(refusal(sent.status), std::string());
  QCOMPARE(district_->visitsOf("E1"), before + 3);
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
  const tests::Speaker other = district_->speaker("V1", 2);
  const std::string foreign = must(district_->bring(other, district_->sealed(other)), "bring");
  QCOMPARE(refusal(taken(foreign).status()), name(Refusal::kOtherReplica));
  QCOMPARE(refusal(taken(district_->sealed(other)).status()), name(Refusal::kWrongKind));
  QCOMPARE(refusal(taken("x").status()), name(Refusal::kNotABundle));
  std::promise<absl::StatusOr<std::optional<store::WaitingBundle>>> waiting;
  open->sealWaiting(
      [&](absl::StatusOr<std::optional<store::WaitingBundle>> bundle) { waiting.set_value(std::move(bundle)); });
  const auto own = must(waiting.get_future().get(), "seal");
  QCOMPARE(own->changes, waitingOn(*open));
  const std::string receipts = must(district_->bring(other, own->file), "bring");
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
  const tests::Speaker device = district_->speaker("V1", 4);
  const tests::Speaker other = district_->speaker("V2", 0);
  QTemporaryDir stick;
  const auto put = [&stick](const QString& name, const std::string& bytes) {
    QFile file(stick.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes.data(), static_cast<qint64>(bytes.size()));
  };
  const std::string file = district_->sealed(device);
  put("a.bundle", file);
  put("b.bundle", file.substr(0, file.size() - 5));
  std::ostringstream out;
  std::ostringstream err;
  std::atomic<bool> interrupted = false;
  const ctl::Console console{out, err, ctl::Language::kEnglish, interrupted};
  ctl::ConnectionOptions connection;
  connection.address = district_->service().syncAddress();
  connection.credentials = district_->service().folder() + "/operator.pem";
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
