// The sealed file: what goes in comes out, whole or not at all.

#include <QtTest>

#include "sync/bundle/changes.h"
#include "sync/bundle/envelope.h"
#include "sync/bundle/little_endian.h"
#include "sync/bundle/refusal.h"
#include "sync/bundle/stream.h"
#include "sync/escrow/escrow.h"
#include "sync/replication/chain.h"
#include "sync/replication/records.h"
#include "sync/replication/sealed_change.h"
#include "sync/service/identity/certificates.h"

using namespace doorstep;
using bundle::Refusal;

namespace {

const std::string kCanary = "canary-note-51d2 矿井里的金丝雀";

std::string name(Refusal why) {
  return std::string(bundle::nameOf(why));
}

// Of a status: the refusal's name, "" for OK.
std::string refusal(const absl::Status& status) {
  const auto why = bundle::refusalOf(status);
  return status.ok() ? "" : why.has_value() ? name(*why) : status.ToString();
}

}  // namespace

class BundleFormatTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void whatGoesInComesOut();
  void nothingReadableIsInIt();
  void everyByteIsGuarded();
  void aTruncatedFileIsRefusedAtEveryBlocksBorder();
  void blocksInAnotherOrderAreRefused();
  void anotherServiceCannotOpenIt();
  void anotherSignersSignatureIsRefused();
  void aNewerFormatIsSaid();
  void otherFilesAreNone_data();
  void otherFilesAreNone();
  void aSealedChangeStandsInTheChain();
  void aGapOrAnotherReplicaInsideIsRefused();
  void aChangeThatCannotBeReadKeepsItsPlace();
  void tooManyChangesAreRefused();
  void receiptsGoOnlyToWhoWrote();
  void onlyTheServiceSignsReceipts();
  void everyRefusalSurvivesItsWay();
  void filesBearNoNames();

 private:
  std::vector<std::string> changes(std::size_t count, std::size_t note_bytes = 0) const;
  std::string sealed(const std::vector<std::string>& changes, std::uint64_t first = 1) const;
  absl::StatusOr<std::vector<std::string>> openedFrom(const std::string& file) const;
  bundle::Writing writing() const {
    return {std::string(16, 'b'), std::string(16, 'd'), replica_, "tablet 3", made_at_};
  }
  // A file signed anew over whatever content it has: what only somebody with the device's key could do.
  std::string signedAnew(v1::BundleManifest manifest, const std::string& content) const;

  service::KeyAndCertificate authority_;
  std::string authority_der_;
  bundle::Signer device_;
  bundle::Signer service_signer_;
  escrow::KeyPair service_ = escrow::makeKeyPair();
  escrow::KeyPair reply_ = escrow::makeKeyPair();
  std::string replica_ = std::string(16, 'r');
  absl::Time made_at_ = absl::FromUnixSeconds(1'795'136'400);
};

void BundleFormatTest::initTestCase() {
  authority_ = *service::makeAuthority("Doorstep");
  authority_der_ = *service::certificateDer(authority_.certificate_pem);
  const auto device = service::makeSigned(authority_, "device", "");
  device_ = {*service::certificateDer(device->certificate_pem), device->key_pem};
  const auto own = service::makeSigned(authority_, "doorstepd", "doorstepd");
  service_signer_ = {*service::certificateDer(own->certificate_pem), own->key_pem};
}

std::vector<std::string> BundleFormatTest::changes(std::size_t count, std::size_t note_bytes) const {
  std::vector<std::string> all;
  std::string head = replication::chainStart();
  for (std::size_t at = 0; at < count; ++at) {
    v1::Change change;
    change.set_id(std::string(15, 'c') + static_cast<char>(at));
    change.set_replica_id(replica_);
    change.set_sequence(at + 1);
    change.set_predecessor(head);
    change.set_worker_id(std::string(16, 'w'));
    v1::Visit& visit = *change.mutable_create()->mutable_visit();
    visit.set_id(std::string(15, 'v') + static_cast<char>(at));
    visit.set_note(kCanary + std::string(note_bytes, 'n'));
    all.push_back(replication::encode(change));
    head = replication::sha256(all.back());
  }
  return all;
}

std::string BundleFormatTest::sealed(const std::vector<std::string>& changes, std::uint64_t first) const {
  return *bundle::sealChanges(writing(), first, changes, reply_.public_key, service_.public_key, device_);
}

absl::StatusOr<std::vector<std::string>> BundleFormatTest::openedFrom(const std::string& file) const {
  const auto envelope = bundle::read(file);
  return envelope.ok() ? bundle::openChanges(*envelope, service_.secret_key)
                       : absl::StatusOr<std::vector<std::string>>(envelope.status());
}

std::string BundleFormatTest::signedAnew(v1::BundleManifest manifest, const std::string& content) const {
  manifest.set_content_hash(replication::sha256(content));
  std::string file(sealed(changes(1)).substr(0, 12));
  bundle::putSized(file, manifest.SerializeAsString());
  bundle::putSized(file, device_.certificate);
  const std::string signature = *bundle::sign(device_, file);
  bundle::putSized(file, signature);
  return file + content;
}

void BundleFormatTest::whatGoesInComesOut() {
  const auto sent = changes(40, 9000);  // several blocks
  const std::string file = sealed(sent);
  const auto envelope = bundle::read(file);
  QCOMPARE(refusal(envelope.status()), std::string());
  QCOMPARE(envelope->manifest.first_sequence(), std::uint64_t{1});
  QCOMPARE(envelope->manifest.last_sequence(), std::uint64_t{40});
  QCOMPARE(envelope->manifest.device_name(), std::string("tablet 3"));
  QCOMPARE(envelope->certificate, device_.certificate);
  QVERIFY(bundle::open(*envelope, service_.secret_key)->size() > 4);
  const auto opened = openedFrom(file);
  QCOMPARE(refusal(opened.status()), std::string());
  QVERIFY(*opened == sent);
  QVERIFY(sealed(sent) != file);  // another key each time
}

void BundleFormatTest::nothingReadableIsInIt() {
  QVERIFY(changes(1).front().find(kCanary) != std::string::npos);
  const std::string file = sealed(changes(40));
  QVERIFY(file.find("canary") == std::string::npos);
  QVERIFY(file.find("金丝雀") == std::string::npos);
  QVERIFY(file.find(std::string(16, 'w')) == std::string::npos);  // nor whose visits these are
}

void BundleFormatTest::everyByteIsGuarded() {
  const std::string file = sealed(changes(12));
  std::size_t step = 1;
  for (std::size_t at = 0; at < file.size(); at += step) {
    std::string other = file;
    other[at] = static_cast<char>(other[at] ^ (at % 2 == 0 ? 0x01 : 0x80));
    const auto opened = openedFrom(other);
    QVERIFY2(!opened.ok(), qPrintable(QString("byte %1 of %2").arg(at).arg(file.size())));
    QVERIFY2(bundle::refusalOf(opened.status()).has_value(), qPrintable(QString("byte %1").arg(at)));
    step = at < 200 ? 1 : 7;
  }
}

void BundleFormatTest::aTruncatedFileIsRefusedAtEveryBlocksBorder() {
  const std::string file = sealed(changes(40, 9000));
  const auto envelope = bundle::read(file);
  std::string_view content = envelope->content;
  const std::size_t content_at = file.size() - content.size();
  int borders = 0;
  while (bundle::takeSized(content).has_value()) {
    const std::size_t border = file.size() - content.size();
    if (border == file.size())
      break;
    ++borders;
    for (const std::size_t size : {border - 1, border, border + 1}) {
      const auto opened = openedFrom(file.substr(0, size));
      QVERIFY(!opened.ok());
    }
    // Signed anew it is the stream itself that knows its end.
    const std::string shorter = signedAnew(envelope->manifest, file.substr(content_at, border - content_at));
    QCOMPARE(refusal(openedFrom(shorter).status()), name(Refusal::kTruncated));
  }
  QVERIFY(borders > 3);
  for (std::size_t size = 0; size < content_at; size += 11) {
    QVERIFY(!openedFrom(file.substr(0, size)).ok());
  }
  QCOMPARE(refusal(openedFrom(file.substr(0, file.size() - 1)).status()), name(Refusal::kTruncated));
  QCOMPARE(refusal(openedFrom(signedAnew(envelope->manifest, "")).status()), name(Refusal::kTruncated));
  QCOMPARE(refusal(openedFrom(file + "x").status()), name(Refusal::kTruncated));
}

void BundleFormatTest::blocksInAnotherOrderAreRefused() {
  const std::string file = sealed(changes(40, 9000));
  const auto envelope = bundle::read(file);
  std::string_view content = envelope->content;
  std::vector<std::string_view> blocks;
  while (const auto block = bundle::takeSized(content)) {
    blocks.push_back(*block);
  }
  const auto joined = [](const std::vector<std::string_view>& all) {
    std::string bytes;
    for (const std::string_view block : all) {
      bundle::putSized(bytes, block);
    }
    return bytes;
  };
  QCOMPARE(refusal(openedFrom(signedAnew(envelope->manifest, joined(blocks))).status()), std::string());
  auto swapped = blocks;
  std::swap(swapped[0], swapped[1]);
  auto repeated = blocks;
  repeated.insert(repeated.begin() + 1, blocks[0]);
  auto missing = blocks;
  missing.erase(missing.begin() + 1);
  auto behind = blocks;
  behind.push_back(blocks.back());
  for (const auto& wrong : {swapped, repeated, missing, behind}) {
    QCOMPARE(refusal(openedFrom(signedAnew(envelope->manifest, joined(wrong))).status()), name(Refusal::kChanged));
  }
}

void BundleFormatTest::anotherServiceCannotOpenIt() {
  const auto envelope = bundle::read(sealed(changes(2)));
  QCOMPARE(refusal(bundle::openChanges(*envelope, escrow::makeKeyPair().secret_key).status()),
           name(Refusal::kOtherService));
}

void BundleFormatTest::anotherSignersSignatureIsRefused() {
  const bundle::Signer false_one{device_.certificate, service_signer_.private_key};
  const auto file = bundle::sealChanges(writing(), 1, changes(2), reply_.public_key, service_.public_key, false_one);
  QCOMPARE(refusal(bundle::read(*file).status()), name(Refusal::kChanged));
}

void BundleFormatTest::aNewerFormatIsSaid() {
  const auto envelope = bundle::read(sealed(changes(2)));
  v1::BundleManifest newer = envelope->manifest;
  newer.set_format_version(2);
  QCOMPARE(refusal(bundle::read(signedAnew(newer, envelope->content)).status()), name(Refusal::kNewerFormat));
}

void BundleFormatTest::otherFilesAreNone_data() {
  QTest::addColumn<std::string>("file");
  QTest::addColumn<Refusal>("why");
  QTest::newRow("empty") << std::string() << Refusal::kNotABundle;
  QTest::newRow("text") << std::string("file_number,name\n") << Refusal::kNotABundle;
  QTest::newRow("begun") << std::string("DRSTEP") << Refusal::kTruncated;
  QTest::newRow("a text conversion") << "DRSTEPB\x89\n\x1A\n" + std::string(200, 'x') << Refusal::kNotABundle;
  QTest::newRow("a size without end") << std::string("DRSTEPB\x89\r\n\x1A\n", 12) + std::string(400, '\xFF')
                                      << Refusal::kTruncated;
  QTest::newRow("too large") << std::string("DRSTEPB\x89\r\n\x1A\n", 12) + std::string(bundle::kLargestFile, 'x')
                             << Refusal::kTooLarge;
}

void BundleFormatTest::otherFilesAreNone() {
  QFETCH(std::string, file);
  QFETCH(Refusal, why);
  QCOMPARE(refusal(bundle::read(file).status()), name(why));
  QVERIFY(!bundle::peek(file).ok());
}

// What a tablet may no longer read travels sealed, and the next one names the hash of what is within.
void BundleFormatTest::aSealedChangeStandsInTheChain() {
  const auto sent = changes(3);
  const std::string within_sealed = *replication::sealChange(sent[1], service_.public_key);
  const auto opened = openedFrom(sealed({sent[0], within_sealed, sent[2]}));
  QVERIFY(opened.ok());
  QCOMPARE(opened->at(1), within_sealed);
}

void BundleFormatTest::aGapOrAnotherReplicaInsideIsRefused() {
  auto sent = changes(6);
  auto gap = sent;
  gap.erase(gap.begin() + 2);
  QCOMPARE(refusal(openedFrom(sealed(gap)).status()), name(Refusal::kChanged));
  QCOMPARE(refusal(openedFrom(sealed(sent, 2)).status()), name(Refusal::kChanged));
  std::swap(sent[0], sent[1]);
  QCOMPARE(refusal(openedFrom(sealed(sent)).status()), name(Refusal::kChanged));
  replica_ = std::string(16, 's');
  const auto others = changes(6);
  replica_ = std::string(16, 'r');
  QCOMPARE(refusal(openedFrom(sealed(others)).status()), name(Refusal::kOtherReplica));
}

void BundleFormatTest::aChangeThatCannotBeReadKeepsItsPlace() {
  auto sent = changes(3);
  sent[2] = "no change at all";
  const auto opened = openedFrom(sealed(sent));
  QCOMPARE(refusal(opened.status()), std::string());
  QVERIFY(*opened == sent);
}

void BundleFormatTest::tooManyChangesAreRefused() {
  const std::vector<std::string> many(bundle::kMostChanges + 1, "x");
  QCOMPARE(refusal(bundle::sealChanges(writing(), 1, many, reply_.public_key, service_.public_key, device_).status()),
           name(Refusal::kTooLarge));
  const std::vector<std::string> large(19, std::string(900'000, 'x'));
  QCOMPARE(refusal(bundle::sealChanges(writing(), 1, large, reply_.public_key, service_.public_key, device_).status()),
           name(Refusal::kTooLarge));
}

void BundleFormatTest::receiptsGoOnlyToWhoWrote() {
  const auto asked = bundle::read(sealed(changes(300)));
  bundle::Answer answer;
  for (std::uint64_t sequence = 1; sequence <= 300; ++sequence) {
    v1::Receipt& receipt = answer.receipts.emplace_back();
    receipt.set_sequence(sequence);
    receipt.set_change_id(std::string(500, 'i'));
  }
  answer.consumed = 300;
  answer.taken = 299;
  answer.put_aside = 1;
  const std::string file = *bundle::sealReceipts(writing(), asked->manifest, answer, service_signer_);
  const auto envelope = bundle::read(file);
  QCOMPARE(envelope->manifest.taken(), 299U);
  QCOMPARE(envelope->manifest.put_aside(), 1U);
  QCOMPARE(envelope->manifest.answers_bundle_id(), asked->manifest.bundle_id());
  const auto opened = bundle::openReceipts(*envelope, reply_.secret_key, authority_der_);
  QCOMPARE(refusal(opened.status()), std::string());
  QCOMPARE(opened->receipts.size(), std::size_t{300});
  QCOMPARE(opened->consumed, std::uint64_t{300});
  QCOMPARE(refusal(bundle::openReceipts(*envelope, escrow::makeKeyPair().secret_key, authority_der_).status()),
           name(Refusal::kOtherService));
  QCOMPARE(refusal(bundle::openChanges(*envelope, reply_.secret_key).status()), name(Refusal::kWrongKind));
  QCOMPARE(refusal(bundle::openReceipts(*asked, service_.secret_key, authority_der_).status()),
           name(Refusal::kWrongKind));
}

// Whoever carries a bundle knows its reply key, and has a certificate of the same authority.
void BundleFormatTest::onlyTheServiceSignsReceipts() {
  const auto asked = bundle::read(sealed(changes(1)));
  const auto foreign_authority = *service::makeAuthority("Doorstep");
  const auto foreign = service::makeSigned(foreign_authority, "doorstepd", "doorstepd");
  const bundle::Signer foreign_service{*service::certificateDer(foreign->certificate_pem), foreign->key_pem};
  for (const bundle::Signer& signer : {device_, foreign_service}) {
    const auto forged = bundle::read(*bundle::sealReceipts(writing(), asked->manifest, {}, signer));
    QCOMPARE(refusal(bundle::openReceipts(*forged, reply_.secret_key, authority_der_).status()),
             name(Refusal::kOtherService));
  }
}

void BundleFormatTest::everyRefusalSurvivesItsWay() {
  for (int at = 0; at <= static_cast<int>(bundle::kLastRefusal); ++at) {
    const auto why = static_cast<Refusal>(at);
    const absl::Status sent = bundle::refused(why);
    const absl::Status arrived(sent.code(), std::string(sent.message()));
    QVERIFY(!sent.ok());
    QVERIFY(bundle::refusalOf(arrived) == why);
  }
  QVERIFY(!bundle::refusalOf(absl::OkStatus()).has_value());
  QVERIFY(!bundle::refusalOf(absl::UnavailableError("bundle: ")).has_value());
}

void BundleFormatTest::filesBearNoNames() {
  const auto manifest = bundle::peek(sealed(changes(3)));
  QCOMPARE(bundle::fileNameOf(*manifest), std::string("doorstep-72727272-1-3.bundle"));
  QCOMPARE(bundle::receiptsPathFor("/stick/doorstep-72727272-1-3.bundle"),
           std::string("/stick/doorstep-72727272-1-3.receipts"));
}

QTEST_APPLESS_MAIN(BundleFormatTest)
#include "bundle_format_test.moc"
