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

 private:
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
