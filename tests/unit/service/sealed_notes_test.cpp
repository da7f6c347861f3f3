#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "sync/care/calendar.h"
#include "sync/service/backup/revocation_desk.h"
#include "sync/service/backup/sealed_notes.h"
#include "sync/service/keys.h"
#include "tests/unit/service/district_bench.h"

using namespace doorstep;
using service::SealedNotes;
using tests::DistrictBench;

// What no restore undoes: revocations and freezes, in a file that nobody can change unseen.
class SealedNotesTest : public QObject {
  Q_OBJECT

 private slots:
  void aDeviceIsRevokedByReplicaOrByWorker();
  void whatCannotBeRevoked_data();
  void whatCannotBeRevoked();
  void aRevocationHoldsInALedgerThatDoesNotKnowIt();
  void aFreezeComesBackIntoALedgerThatDoesNotKnowIt();
  void nothingIsNotedTwice();
  void aChangedLineIsFound_data();
  void aChangedLineIsFound();
  void aLineCutOffByACrashIsTakenAway();

 private:
  QTemporaryDir folder_;
  int files_ = 0;
  std::string freshPath() { return folder_.filePath(QString("revocations%1").arg(++files_)).toStdString(); }
};

namespace {

constexpr char kKey[] = "the authority's key";
const absl::CivilMonth kNovember(2026, 11);

void enrol(DistrictBench& bench, const std::string& fingerprint, const std::string& staff_number) {
  const absl::Status put = bench.writer().run([&](service::CommitWork& commit) {
    service::DeviceRow row;
    row.fingerprint = fingerprint;
    row.replica_id = std::string(15, 'r') + fingerprint.back();
    row.district_id = bench.districtId();
    row.worker_id = bench.worker(staff_number);
    row.enrolled_at = bench.clock().now();
    return commit.registry().putDevice(row);
  });
  QVERIFY(put.ok());
}

absl::StatusOr<v1::RevokeReply> revoke(DistrictBench& bench, const v1::RevokeRequest& request) {
  absl::StatusOr<v1::RevokeReply> outcome = absl::UnknownError("not tried");
  const absl::Status done = bench.writer().run([&](service::CommitWork& commit) {
    auto revoked = service::revoke(commit, DistrictBench::operatorCaller(), request);
    if (revoked.ok()) {
      outcome = *std::move(revoked);
    }
    return revoked.status();
  });
  return done.ok() ? outcome : done;
}

bool isRevoked(DistrictBench& bench, const std::string& fingerprint) {
  const auto snapshot = bench.ledger().read();
  return (*(*snapshot)->registry().device(fingerprint))->revoked;
}

v1::RevokeRequest ofWorker(const std::string& staff_number) {
  v1::RevokeRequest request;
  request.set_staff_number(staff_number);
  request.set_reason("平板丢失");
  return request;
}

QByteArray contentOf(const std::string& path) {
  QFile file(QString::fromStdString(path));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const std::string& path, const QByteArray& content) {
  QFile file(QString::fromStdString(path));
  QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
  QCOMPARE(file.write(content), static_cast<qint64>(content.size()));
}

void goToTheFreeze(DistrictBench& bench) {
  bench.goTo(absl::FromCivil(absl::CivilSecond(2026, 12, 6, 0, 0, 0), bench.zone()));
}

}  // namespace

void SealedNotesTest::aDeviceIsRevokedByReplicaOrByWorker() {
  DistrictBench bench;
  enrol(bench, "first 1", "V1");
  enrol(bench, "second 2", "V1");
  enrol(bench, "third 3", "V2");
  v1::RevokeRequest one;
  one.set_replica_id(std::string(15, 'r') + "1");
  QCOMPARE(revoke(bench, one)->revoked(), std::uint32_t{1});
  QVERIFY(isRevoked(bench, "first 1"));
  QVERIFY(!isRevoked(bench, "second 2"));
  QCOMPARE(revoke(bench, ofWorker("V1"))->revoked(), std::uint32_t{1});  // the other one; the first is counted no more
  QVERIFY(isRevoked(bench, "second 2"));
  QVERIFY(!isRevoked(bench, "third 3"));
  QCOMPARE(revoke(bench, ofWorker("V1"))->revoked(), std::uint32_t{0});
}

void SealedNotesTest::whatCannotBeRevoked_data() {
  QTest::addColumn<QByteArray>("replica");
  QTest::addColumn<QByteArray>("staff_number");
  QTest::addColumn<int>("reason");
  QTest::addColumn<int>("code");
  QTest::newRow("nothing") << QByteArray() << QByteArray() << 1 << static_cast<int>(absl::StatusCode::kInvalidArgument);
  QTest::newRow("both") << QByteArray(16, 'r') << QByteArray("V1") << 1
                        << static_cast<int>(absl::StatusCode::kInvalidArgument);
  QTest::newRow("no such device") << QByteArray(16, 'x') << QByteArray() << 1
                                  << static_cast<int>(absl::StatusCode::kNotFound);
  QTest::newRow("no such worker") << QByteArray() << QByteArray("Z9") << 1
                                  << static_cast<int>(absl::StatusCode::kNotFound);
  QTest::newRow("a long reason") << QByteArray() << QByteArray("V1") << 500
                                 << static_cast<int>(absl::StatusCode::kInvalidArgument);
}

void SealedNotesTest::whatCannotBeRevoked() {
  QFETCH(QByteArray, replica);
  QFETCH(QByteArray, staff_number);
  QFETCH(int, reason);
  QFETCH(int, code);
  DistrictBench bench;
  enrol(bench, "first 1", "V1");
  v1::RevokeRequest request;
  request.set_replica_id(replica.toStdString());
  request.set_staff_number(staff_number.toStdString());
  request.set_reason(std::string(static_cast<std::size_t>(reason), 'r'));
  QCOMPARE(static_cast<int>(revoke(bench, request).status().code()), code);
  QVERIFY(!isRevoked(bench, "first 1"));
}

void SealedNotesTest::aRevocationHoldsInALedgerThatDoesNotKnowIt() {
  const std::string path = freshPath();
  {
    DistrictBench bench;
    enrol(bench, "first 1", "V1");
    enrol(bench, "third 3", "V2");
    QVERIFY(revoke(bench, ofWorker("V1")).ok());
    const auto notes = SealedNotes::open(path, kKey);
    QVERIFY((*notes)->catchUp(bench.ledger()).ok());
  }
  QVERIFY(!(QFile::permissions(QString::fromStdString(path)) & (QFile::ReadGroup | QFile::ReadOther)));
  DistrictBench restored;  // from before the revocation
  enrol(restored, "first 1", "V1");
  enrol(restored, "third 3", "V2");
  const auto notes = SealedNotes::open(path, kKey);
  QVERIFY((*notes)->applyTo(restored.ledger()).ok());
  QVERIFY(isRevoked(restored, "first 1"));
  QVERIFY(!isRevoked(restored, "third 3"));
}

void SealedNotesTest::aFreezeComesBackIntoALedgerThatDoesNotKnowIt() {
  const std::string path = freshPath();
  DistrictBench bench;
  auto device = bench.device("V1");
  const std::string backup = folder_.filePath("before").toStdString();
  auto before = bench.ledger().read();
  bench.pushOne(device, bench.visit("V1", "H1", "E1", bench.at(19, 10)));
  goToTheFreeze(bench);
  const v1::CoverageRow frozen = bench.coverage("220211", kNovember);
  QCOMPARE(frozen.frozen().contacted(), std::int64_t{1});
  {
    const auto notes = SealedNotes::open(path, kKey);
    QVERIFY((*notes)->catchUp(bench.ledger()).ok());
  }
  // The backup knows neither the visit nor the freeze.
  QVERIFY((*before)->copyTo(backup).ok());
  before->reset();
  bench.replaceLedger(backup);
  const auto notes = SealedNotes::open(path, kKey);
  QVERIFY((*notes)->applyTo(bench.ledger()).ok());
  bench.startAgainAt(bench.clock().now());
  const v1::CoverageRow back = bench.coverage("220211", kNovember);
  QCOMPARE(back.frozen().contacted(), std::int64_t{1});
  QCOMPARE(back.frozen_sequence(), frozen.frozen_sequence());
  QCOMPARE(absl::ToUnixSeconds(care::toTime(back.frozen_at())), absl::ToUnixSeconds(care::toTime(frozen.frozen_at())));
  QCOMPARE(back.figures().contacted(), std::int64_t{0});  // until the tablet has sent it again
  QCOMPARE(bench.recount().differences_size(), 0);
  const auto snapshot = bench.ledger().read();
  QCOMPARE((*snapshot)->district(bench.districtId()).freezes()->size(), std::size_t{1});
}

void SealedNotesTest::nothingIsNotedTwice() {
  const std::string path = freshPath();
  DistrictBench bench;
  enrol(bench, "first 1", "V1");
  QVERIFY(revoke(bench, ofWorker("V1")).ok());
  goToTheFreeze(bench);
  const auto notes = SealedNotes::open(path, kKey);
  QVERIFY((*notes)->catchUp(bench.ledger()).ok());
  const QByteArray once = contentOf(path);
  QCOMPARE(once.count('\n'), 2);
  QVERIFY((*notes)->catchUp(bench.ledger()).ok());
  QVERIFY((*SealedNotes::open(path, kKey))->catchUp(bench.ledger()).ok());
  QVERIFY(contentOf(path) == once);
  // What a later one notes is sealed after what an earlier one did.
  enrol(bench, "second 2", "V2");
  QVERIFY(revoke(bench, ofWorker("V2")).ok());
  QVERIFY((*SealedNotes::open(path, kKey))->catchUp(bench.ledger()).ok());
  QCOMPARE(contentOf(path).count('\n'), 3);
  QVERIFY(SealedNotes::open(path, kKey).ok());
}

void SealedNotesTest::aChangedLineIsFound_data() {
  QTest::addColumn<QByteArray>("how");
  QTest::newRow("a changed character") << QByteArray("changed");
  QTest::newRow("a line taken out") << QByteArray("removed");
  QTest::newRow("a line put in") << QByteArray("added");
  QTest::newRow("another authority") << QByteArray("key");
}

void SealedNotesTest::aChangedLineIsFound() {
  QFETCH(QByteArray, how);
  const std::string path = freshPath();
  DistrictBench bench;
  enrol(bench, "first 1", "V1");
  enrol(bench, "second 2", "V2");
  QVERIFY(revoke(bench, ofWorker("V1")).ok());
  QVERIFY(revoke(bench, ofWorker("V2")).ok());
  QVERIFY((*SealedNotes::open(path, kKey))->catchUp(bench.ledger()).ok());
  QByteArray content = contentOf(path);
  if (how == "changed") {
    content[10] = content[10] == '0' ? '1' : '0';
  } else if (how == "removed") {
    content = content.mid(content.indexOf('\n') + 1);
  } else if (how == "added") {
    content += content.left(content.indexOf('\n') + 1);
  }
  write(path, content);
  const auto notes = SealedNotes::open(path, how == "key" ? "another key" : kKey);
  QCOMPARE(notes.status().code(), absl::StatusCode::kDataLoss);
  QVERIFY(contentOf(path) == content);  // left as it is
}

void SealedNotesTest::aLineCutOffByACrashIsTakenAway() {
  const std::string path = freshPath();
  DistrictBench bench;
  enrol(bench, "first 1", "V1");
  QVERIFY(revoke(bench, ofWorker("V1")).ok());
  QVERIFY((*SealedNotes::open(path, kKey))->catchUp(bench.ledger()).ok());
  const QByteArray whole = contentOf(path);
  write(path, whole.left(whole.size() - 20));
  const auto notes = SealedNotes::open(path, kKey);
  QVERIFY(notes.ok());
  QCOMPARE(contentOf(path).size(), 0);
  QVERIFY((*notes)->catchUp(bench.ledger()).ok());
  QVERIFY(contentOf(path) == whole);
}

QTEST_GUILESS_MAIN(SealedNotesTest)
#include "sealed_notes_test.moc"
