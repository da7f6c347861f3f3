#include "app/vault/vault.h"

#include <QTest>

#include "app/vault/attempts.h"
#include "expect.h"
#include "memory_disk.h"
#include "sync/escrow/escrow.h"
#include "tests/support/fake_device_secret.h"
#include "tests/support/manual_clock.h"

using namespace doorstep;
using namespace doorstep::tests;
using vault::Secret;
using vault::Vault;

class VaultTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    disk_ = MemoryDisk();
    device_ = FakeDeviceSecret();
    clock_ = ManualClock();
    vault_.emplace(kFolder, disk_, device_, clock_, kLeastCost);
    absl::StatusOr<Secret> key = vault_->create(kPin, organisation_.public_key);
    VERIFY_OK(key.status());
    key_.emplace(std::move(*key));
  }

  void pinOpensAgain() {
    reopen();
    QVERIFY(vault_->exists());
    QVERIFY(vault_->unlock(kPin).value() == *key_);
  }

  void fullWidthDigitsAreTheSamePin() { QVERIFY(vault_->unlock(" ２４６８１０").value() == *key_); }

  void wrongPin() {
    COMPARE_CODE(vault_->unlock(kOtherPin).status(), kPermissionDenied);
    COMPARE_CODE(vault_->unlock("").status(), kPermissionDenied);
    QVERIFY(vault_->unlock(kPin).value() == *key_);
  }

  void keyStandsNowhereInTheFile() {
    const std::string& file = disk_.files.at(kVaultFile);
    QVERIFY(file.find(key_->view()) == std::string::npos);
    QVERIFY(file.find(QByteArray(key_->view().data(), Secret::kSize).toBase64().toStdString()) == std::string::npos);
    QVERIFY(file.find(kPin) == std::string::npos);
    QCOMPARE(disk_.files.size(), 1U);
  }

  void eachVaultHasItsOwnKey() {
    MemoryDisk disk;
    Vault other(kFolder, disk, device_, clock_, kLeastCost);
    QVERIFY(!(other.create(kPin, organisation_.public_key).value() == *key_));
  }

  void refusals() {
    COMPARE_CODE(vault_->create(kPin, organisation_.public_key).status(), kAlreadyExists);
    COMPARE_CODE(vault_->changePin(kPin, "12345"), kInvalidArgument);
    COMPARE_CODE(vault_->setPin(Secret::random(), kPin), kPermissionDenied);
    MemoryDisk empty;
    Vault absent(kFolder, empty, device_, clock_, kLeastCost);
    QVERIFY(!absent.exists());
    COMPARE_CODE(absent.unlock(kPin).status(), kNotFound);
    COMPARE_CODE(absent.create("12345", organisation_.public_key).status(), kInvalidArgument);
    COMPARE_CODE(absent.create(kPin, "no key").status(), kInvalidArgument);
    QVERIFY(!absent.exists());
  }

  void changedPin() {
    VERIFY_OK(vault_->changePin(kPin, kOtherPin));
    reopen();
    COMPARE_CODE(vault_->unlock(kPin).status(), kPermissionDenied);
    QVERIFY(vault_->unlock(kOtherPin).value() == *key_);
    COMPARE_CODE(vault_->changePin(kPin, "999999"), kPermissionDenied);
  }

  void copiedFileIsWorthNothingElsewhere() {
    FakeDeviceSecret thief;
    VERIFY_OK(thief.store(Secret::random()));
    Vault stolen(kFolder, disk_, thief, clock_, kLeastCost);
    COMPARE_CODE(stolen.unlock(kPin).status(), kFailedPrecondition);
  }

  void recoveryAfterLostKeyStoreAndForgottenPin() {
    device_.lose();
    reopen();
    COMPARE_CODE(vault_->unlock(kPin).status(), kFailedPrecondition);
    QCOMPARE(vault_->waitBeforeNextTry(), absl::ZeroDuration());
    const std::string handed_in = vault_->escrowSlotText().value();
    const std::string recovery =
        escrow::openSlotText(handed_in, organisation_.public_key, organisation_.secret_key).value();
    const Secret key = std::move(vault_->unlockWithRecoveryKey(recovery).value());
    QVERIFY(key == *key_);
    VERIFY_OK(vault_->setPin(key, kOtherPin));
    reopen();
    QVERIFY(vault_->unlock(kOtherPin).value() == *key_);
  }

  void foreignOrMistypedRecoveryKey() {
    COMPARE_CODE(vault_->unlockWithRecoveryKey(escrow::recoveryText(Secret::random())).status(), kPermissionDenied);
    std::string mistyped = escrow::recoveryText(*key_);
    mistyped[0] = mistyped[0] == 'A' ? 'B' : 'A';
    COMPARE_CODE(vault_->unlockWithRecoveryKey(mistyped).status(), kInvalidArgument);
  }

  void silentKeyStoreIsNoWrongPin() {
    device_.setAnswers(false);
    COMPARE_CODE(vault_->unlock(kPin).status(), kUnavailable);
    device_.setAnswers(true);
    QVERIFY(vault_->unlock(kPin).ok());
  }

  void damagedFileIsKept() {
    std::string& file = disk_.files.at(kVaultFile);
    file[file.size() / 2] = static_cast<char>(file[file.size() / 2] ^ 1);
    const std::string damaged = file;
    reopen();
    QVERIFY(vault_->exists());
    COMPARE_CODE(vault_->unlock(kPin).status(), kDataLoss);
    COMPARE_CODE(vault_->escrowSlotText().status(), kDataLoss);
    COMPARE_CODE(vault_->create(kPin, organisation_.public_key).status(), kAlreadyExists);
    QVERIFY(disk_.files.at(kVaultFile) == damaged);
  }

  void waits_data() {
    QTest::addColumn<qint64>("failed");
    QTest::addColumn<qint64>("seconds");
    const std::pair<qint64, qint64> rows[] = {{0, 0},  {4, 0},   {5, 10},   {6, 20},   {7, 40},
                                              {8, 80}, {9, 160}, {10, 300}, {11, 300}, {1'000'000, 300}};
    for (const auto& [failed, seconds] : rows) {
      QTest::addRow("after %lld", static_cast<long long>(failed)) << failed << seconds;
    }
  }
  void waits() {
    QFETCH(qint64, failed);
    QFETCH(qint64, seconds);
    QVERIFY(vault::waitAfter(failed) == absl::Seconds(seconds));
  }

  void wrongPinsMakeWait() {
    failFiveTimes();
    QVERIFY(vault_->waitBeforeNextTry() == absl::Seconds(10));
    COMPARE_CODE(vault_->unlock(kPin).status(), kUnavailable);
    clock_.advance(absl::Seconds(9));
    COMPARE_CODE(vault_->unlock(kPin).status(), kUnavailable);
    clock_.advance(absl::Seconds(1));
    COMPARE_CODE(vault_->unlock(kOtherPin).status(), kPermissionDenied);
    QVERIFY(vault_->waitBeforeNextTry() == absl::Seconds(20));
    clock_.advance(absl::Seconds(20));
    QVERIFY(vault_->unlock(kPin).value() == *key_);
    COMPARE_CODE(vault_->unlock(kOtherPin).status(), kPermissionDenied);
    QVERIFY(vault_->waitBeforeNextTry() == absl::ZeroDuration());
  }

  void noWayAroundTheWait() {
    failFiveTimes();
    reopen();
    QVERIFY(vault_->waitBeforeNextTry() == absl::Seconds(10));
    clock_.setWall(clock_.now() + absl::Hours(24 * 365));
    QVERIFY(vault_->waitBeforeNextTry() == absl::Seconds(10));
    clock_.advance(absl::Seconds(6));
    clock_.reboot(std::string(16, 'c'));
    reopen();
    QVERIFY(vault_->waitBeforeNextTry() == absl::Seconds(10));
    clock_.advance(absl::Seconds(6));
    reopen();
    QVERIFY(vault_->waitBeforeNextTry() == absl::Seconds(4));
  }

  void recoveryNeedsNoWait() {
    failFiveTimes();
    VERIFY_OK(vault_->setPin(vault_->unlockWithRecoveryKey(escrow::recoveryText(*key_)).value(), kOtherPin));
    QVERIFY(vault_->unlock(kOtherPin).ok());
  }

  void fullDiskLocksNobodyOut() {
    disk_.dieAfter(0);
    COMPARE_CODE(vault_->unlock(kOtherPin).status(), kPermissionDenied);
    QVERIFY(vault_->unlock(kPin).value() == *key_);
    failFiveTimes();
    COMPARE_CODE(vault_->unlock(kPin).status(), kUnavailable);
  }

  void newerFormatIsLeftAlone() {
    vault::DurableFile file(disk_, kVaultFile);
    std::string content = file.read().value();
    const std::size_t at = content.find("\"format\": 1");
    QVERIFY(at != std::string::npos);
    VERIFY_OK(file.replace(content.replace(at, 11, "\"format\": 2")));
    reopen();
    COMPARE_CODE(vault_->unlock(kPin).status(), kFailedPrecondition);
    COMPARE_CODE(vault_->changePin(kPin, kOtherPin), kFailedPrecondition);
    QVERIFY(file.read().value() == content);
  }

 private:
  void reopen() { vault_.emplace(kFolder, disk_, device_, clock_, kLeastCost); }
  void failFiveTimes() {
    for (int i = 0; i < vault::kFreeAttempts; ++i) {
      COMPARE_CODE(vault_->unlock(kOtherPin).status(), kPermissionDenied);
    }
  }

  const escrow::KeyPair organisation_ = escrow::makeKeyPair();
  MemoryDisk disk_;
  FakeDeviceSecret device_;
  ManualClock clock_;
  std::optional<Vault> vault_;
  std::optional<Secret> key_;
};

QTEST_GUILESS_MAIN(VaultTest)
#include "vault_test.moc"
