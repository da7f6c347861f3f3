#include <QTest>

#include "app/vault/vault.h"
#include "expect.h"
#include "memory_disk.h"
#include "sync/escrow/escrow.h"
#include "tests/support/fake_device_secret.h"
#include "tests/support/manual_clock.h"

using namespace doorstep;
using namespace doorstep::tests;
using vault::DurableFile;
using vault::Secret;
using vault::Vault;

// The device dies at each step of each change in turn (P11).
class KillsTest : public QObject {
  Q_OBJECT

 private slots:
  void changingThePin() {
    int steps = 0;
    for (bool finished = false; !finished; ++steps) {
      MemoryDisk disk;
      FakeDeviceSecret device;
      const Secret key = std::move(open(disk, device).create(kPin, organisation_.public_key).value());
      disk.dieAfter(steps);
      open(disk, device).changePin(kPin, kOtherPin).IgnoreError();
      disk.revive();
      finished = disk.files.size() == 1 && open(disk, device).unlock(kOtherPin).ok();
      const bool old_works = open(disk, device).unlock(kPin).ok();
      const bool new_works = open(disk, device).unlock(kOtherPin).ok();
      QVERIFY(old_works != new_works);
      QVERIFY(open(disk, device).unlock(old_works ? kPin : kOtherPin).value() == key);
      QVERIFY(openedByOrganisation(disk, device) == key);
      VERIFY_OK(open(disk, device).changePin(old_works ? kPin : kOtherPin, "777777"));
      QVERIFY(open(disk, device).unlock("777777").value() == key);
      QCOMPARE(disk.files.size(), 1U);
    }
    QCOMPARE(steps, 5);  // write, put the old aside, take its place, remove the old; and none
  }

  void making() {
    int steps = 0;
    for (bool finished = false; !finished; ++steps) {
      MemoryDisk disk;
      FakeDeviceSecret device;
      disk.dieAfter(steps);
      const bool told = open(disk, device).create(kPin, organisation_.public_key).ok();
      disk.revive();
      finished = told && disk.files.size() == 1;
      // Whoever was told has a vault; whoever was not can make one.
      QCOMPARE(open(disk, device).exists(), told);
      if (!told) {
        VERIFY_OK(open(disk, device).create(kPin, organisation_.public_key).status());
      }
      QVERIFY(open(disk, device).unlock(kPin).ok());
    }
    QVERIFY(steps >= 3);
  }

  // Damage of the newest content while the one before is still there.
  void damagedAfterAKill() {
    MemoryDisk disk;
    FakeDeviceSecret device;
    const Secret key = std::move(open(disk, device).create(kPin, organisation_.public_key).value());
    disk.dieAfter(3);
    VERIFY_OK(open(disk, device).changePin(kPin, kOtherPin));
    disk.revive();
    disk.files.at(kVaultFile).resize(20);
    const std::string damaged = disk.files.at(kVaultFile);
    QVERIFY(open(disk, device).unlock(kPin).value() == key);
    VERIFY_OK(open(disk, device).changePin(kPin, kOtherPin));
    QVERIFY(open(disk, device).unlock(kOtherPin).value() == key);
    QVERIFY(disk.files.at(std::string(kVaultFile) + ".damaged-1") == damaged);
  }

  void damagedTwiceKeepsBoth() {
    MemoryDisk disk;
    DurableFile file(disk, "/f");
    for (const char* damaged : {"first", "second"}) {
      disk.files["/f"] = damaged;
      COMPARE_CODE(file.read().status(), kDataLoss);
      VERIFY_OK(file.replace("sound"));
      QVERIFY(file.read().value() == "sound");
    }
    QVERIFY(disk.files.at("/f.damaged-1") == "first");
    QVERIFY(disk.files.at("/f.damaged-2") == "second");
  }

 private:
  Vault open(MemoryDisk& disk, FakeDeviceSecret& device) { return Vault(kFolder, disk, device, clock_, kLeastCost); }
  Secret openedByOrganisation(MemoryDisk& disk, FakeDeviceSecret& device) {
    Vault vault = open(disk, device);
    return std::move(vault
                         .unlockWithRecoveryKey(escrow::openSlotText(vault.escrowSlotText().value(),
                                                                     organisation_.public_key, organisation_.secret_key)
                                                    .value())
                         .value());
  }

  const escrow::KeyPair organisation_ = escrow::makeKeyPair();
  const ManualClock clock_;
};

QTEST_GUILESS_MAIN(KillsTest)
#include "kills_test.moc"
