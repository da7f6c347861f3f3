// A tablet that several people share: one profile each, chosen before unlocking.

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/shell/entrance.h"
#include "app/shell/profile.h"
#include "sync/outside/identifier.h"
#include "tests/support/fake_device_secret.h"
#include "tests/support/manual_clock.h"
#include "tests/support/manual_random.h"

namespace doorstep::shell {

class ProfilesTest : public QObject {
  Q_OBJECT

 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }

  void nobodyIsEnrolledAtFirst() {
    QVERIFY(profilesIn(data()).empty());
    QVERIFY(!chosenProfile(data(), disk_).has_value());
    Entrance entrance = at();
    QVERIFY(!entrance.enrolled());
    QVERIFY(entrance.profiles().empty());
    QVERIFY(entrance.chosen().empty());
    QCOMPARE(entrance.unlock("246802").status().code(), absl::StatusCode::kNotFound);
  }

  void theNewestIsChosenUntilSomebodyChooses() {
    const ProfileFolder first = enrolled('a', "W.");
    const ProfileFolder second = enrolled('b', "L.");
    Entrance entrance = at();
    QVERIFY(entrance.enrolled());
    QCOMPARE(entrance.profiles().size(), std::size_t{2});
    QCOMPARE(entrance.profiles()[0].second, std::string("W."));
    QCOMPARE(entrance.chosen(), second.id());
    QVERIFY(entrance.choose(first.id()));
    QCOMPARE(entrance.chosen(), first.id());
    QVERIFY(!entrance.choose("nobody"));
    QCOMPARE(entrance.chosen(), first.id());
    QCOMPARE(at().chosen(), first.id());  // also after a restart
    QVERIFY(entrance.choose("L."));
    QCOMPARE(at().chosen(), second.id());
  }

  void anEnrolmentThatDidNotEndIsNoProfile() {
    enrolled('a', "W.");
    QVERIFY(makeProfile(data(), std::string(16, 'b')).ok());
    QCOMPARE(profilesIn(data()).size(), std::size_t{1});
  }

  void aChosenProfileThatWentAwayIsForgotten() {
    const ProfileFolder first = enrolled('a', "W.");
    const ProfileFolder second = enrolled('b', "L.");
    QVERIFY(keepChosen(data(), first, disk_).ok());
    QVERIFY(QDir(QString::fromStdString(first.path)).removeRecursively());
    QCOMPARE(chosenProfile(data(), disk_)->id(), second.id());
  }

  void foldersTellNobodysName() {
    const ProfileFolder profile = enrolled('a', "王");
    QCOMPARE(profile.id(), outside::toHex(std::string(16, 'a')));
    for (const QString& name : QDir(QString::fromStdString(data() + "/profiles")).entryList()) {
      QVERIFY(!name.contains(QString("王")));
    }
  }

  void eachHasATryOfItsOwn() {
    enrolled('a', "W.");
    const ProfileFolder second = enrolled('b', "L.");
    for (const char letter : {'a', 'b'}) {
      vault::Vault vault(folderOf(letter), disk_, device_, clock_);
      QVERIFY(vault.create(letter == 'a' ? "135790" : "246802", std::string(32, 'k')).ok());
    }
    Entrance entrance = at();
    QVERIFY(entrance.choose("W."));
    QCOMPARE(entrance.unlock("246802").status().code(), absl::StatusCode::kPermissionDenied);  // the other's PIN
    QVERIFY(entrance.choose("L."));
    QVERIFY(entrance.changePin("246802", "975310").ok());
    QVERIFY(entrance.choose("W."));
    QVERIFY(entrance.changePin("135790", "864209").ok());
  }

  void aWithdrawnProfileIsGoneAndNothingOfItCanBeRead() {
    const ProfileFolder mine = enrolled('a', "W.");
    const ProfileFolder other = enrolled('b', "L.");
    fill(mine, 'a');
    QVERIFY(withdraw(mine, disk_).ok());
    QCOMPARE(QDir(QString::fromStdString(mine.path)).entryList(QDir::NoDotAndDotDot | QDir::AllEntries),
             QStringList{"withdrawn"});
    Entrance entrance = at();
    QVERIFY(entrance.enrolled());  // the other's stays as it is
    QVERIFY(!entrance.withdrawn());
    QCOMPARE(entrance.chosen(), other.id());
    QVERIFY(withdraw(other, disk_).ok());
    QVERIFY(!at().enrolled());
    QVERIFY(at().withdrawn());
    QVERIFY(withdraw(other, disk_).ok());
  }

  void aWithdrawalThatWasInterruptedIsEndedAtTheNextStart_data() {
    QTest::addColumn<int>("steps");
    for (int steps = 0; steps < 5; ++steps) {
      QTest::addRow("after %d steps", steps) << steps;
    }
  }
  void aWithdrawalThatWasInterruptedIsEndedAtTheNextStart() {
    QFETCH(int, steps);
    const ProfileFolder mine = enrolled('a', "W.");
    fill(mine, 'a');
    DyingDisk dying(steps);
    QVERIFY(!withdraw(mine, dying).ok());
    const QStringList left = QDir(QString::fromStdString(mine.path)).entryList(QDir::Files);
    // The keys go before anything that they open.
    QVERIFY(left.contains("store.db"));
    QVERIFY(steps < 3 || !left.contains("vault.slots"));
    if (steps == 0) {
      QVERIFY(at().enrolled());
      return;
    }
    QVERIFY(!at().enrolled());
    QCOMPARE(QDir(QString::fromStdString(mine.path)).entryList(QDir::Files), QStringList{"withdrawn"});
  }

 private:
  // The device dies after so many steps.
  class DyingDisk final : public vault::Disk {
   public:
    explicit DyingDisk(int steps) : steps_(steps) {}
    absl::StatusOr<std::string> read(const std::string& path) override { return disk_.read(path); }
    absl::Status write(const std::string& path, std::string_view bytes) override {
      return steps_-- > 0 ? disk_.write(path, bytes) : absl::InternalError("dead");
    }
    absl::Status rename(const std::string& from, const std::string& to) override {
      return steps_-- > 0 ? disk_.rename(from, to) : absl::InternalError("dead");
    }
    absl::Status remove(const std::string& path) override {
      return steps_-- > 0 ? disk_.remove(path) : absl::InternalError("dead");
    }

   private:
    vault::SystemDisk disk_;
    int steps_;
  };

  void fill(const ProfileFolder& profile, char letter) {
    vault::Vault vault(folderOf(letter), disk_, device_, clock_, vault::PinCost{1, 8192});
    QVERIFY(vault.create("135790", std::string(32, 'k')).ok());
    QVERIFY(vault.changePin("135790", "246802").ok());  // and with it the file's previous content
    vault::SealedFiles files(profile.path, disk_, device_);
    QVERIFY(files.seal("device-key", "secret").ok());
    for (const char* name : {"/store.db", "/store.db-wal", "/store.db.reserve", "/pending.bundle"}) {
      QVERIFY(disk_.write(profile.path + name, "bytes").ok());
    }
  }
  std::string data() const { return folder_->path().toStdString(); }
  std::string folderOf(char letter) const { return data() + "/profiles/" + outside::toHex(std::string(16, letter)); }
  Entrance at() { return Entrance(data(), {clock_, random_, disk_, device_}); }

  ProfileFolder enrolled(char letter, const std::string& label) {
    const absl::StatusOr<ProfileFolder> profile = makeProfile(data(), std::string(16, letter));
    if (!profile.ok() || !markComplete(*profile, label, disk_).ok()) {
      QTest::qFail("no profile could be made", __FILE__, __LINE__);
    }
    return *profile;
  }

  std::unique_ptr<QTemporaryDir> folder_;
  tests::ManualClock clock_;
  tests::ManualRandom random_{1};
  vault::SystemDisk disk_;
  tests::FakeDeviceSecret device_;
};

}  // namespace doorstep::shell

QTEST_GUILESS_MAIN(doorstep::shell::ProfilesTest)
#include "profiles_test.moc"
